import fc from 'fast-check';

type FieldValue = string | number | boolean | null | readonly number[];

export interface GeneratedList {
  readonly text: string;
  /** As `JSON.parse` reads them. */
  readonly records: readonly object[];
}

const few = fc.constantFrom(
  '',
  'Admin',
  'admin',
  'opera\u00e7\u00e3o',
  'a/b',
  'C:\\x',
  '"',
  '\u2028',
  '\ud800',
  '\u0007',
  '日本',
);
const anyText = fc.oneof({ weight: 4, arbitrary: few }, fc.string({ unit: 'binary', maxLength: 6 }));
const odd: fc.Arbitrary<FieldValue> = fc.oneof(
  fc.constantFrom(null, true, false, 0, 7, -1, 1.5, 1e21, 123_456_789_012_345, [1]),
  anyText,
);
const hash = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.string({ unit: fc.constantFrom('0', '1', '9', 'a', 'b', 'f'), minLength: 40, maxLength: 40 }),
  },
  fc.constantFrom('', 'F'.repeat(40), 'z'.repeat(40), '3f2b8c1e-90ad-4c55-8b1f-6a7d0e9c2b44', '421c'),
);
const two = (value: number) => String(value).padStart(2, '0');
const usualTime = fc
  .date({ min: new Date('2023-12-28T00:00:00Z'), max: new Date('2024-03-05T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 19).replace('T', ' '));
const time: fc.Arbitrary<FieldValue> = fc.oneof(
  { weight: 4, arbitrary: usualTime },
  fc
    .tuple(fc.integer({ min: 1999, max: 2069 }), fc.nat(13), fc.nat(32), fc.nat(24), fc.nat(60), fc.nat(60))
    .map(
      ([year, month, day, hour, minute, second]) =>
        `${year}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)}:${two(second)}`,
    ),
  fc.constantFrom(
    ...['', '0000-00-00 00:00:00', '0000-00-00T00:00:00.0Z', '-0001-11-30 00:00:00', '9999-12-31 23:59:59', '0', 0],
    ...['2024-02-29 10:00:00', '2023-02-29 10:00:00', '2024-05-11T10:00:00Z', '2024-01-11T10:00-03', 'soon'],
    ...['1704067200', 1_704_067_200, 1_704_067_200_250, 20_240_506_160_759, true, false],
  ),
);
const duration = fc.constantFrom('00:00:20', '01:23:45', '100:59:59', '838:59:59', '99999:00:00', '', null);

/** Values of the kinds that nearly all records have. */
const usual = {
  id: fc.oneof(fc.nat(90), fc.nat(90).map(String)),
  session_id: fc.oneof({ weight: 9, arbitrary: hash }, fc.constant('')),
  user: few,
  credential: few,
  device: fc.oneof(
    few,
    fc.nat(30).map((number) => `host${number}:22`),
  ),
  protocol: fc.constantFrom('rdp', 'ssh'),
  start: fc.oneof({ weight: 9, arbitrary: usualTime }, time),
  end: fc.oneof({ weight: 9, arbitrary: fc.oneof(usualTime, fc.constant(null)) }, time),
  time: duration,
  prevent_purge: fc.constantFrom('Yes', 'N\u00e3o', '', null),
  request: fc.option(few),
  ITSM: fc.option(few),
  site: few,
} as const satisfies Readonly<Record<string, fc.Arbitrary<FieldValue>>>;

const mostly = (values: fc.Arbitrary<FieldValue>) => fc.oneof({ weight: 8, arbitrary: values }, odd);
const oddRecord = fc.record(
  {
    id: mostly(fc.oneof(usual.id, fc.constantFrom('007', '2147483647', '99999999999999999'))),
    session_id: mostly(hash),
    user: mostly(anyText),
    credential: mostly(anyText),
    credencial: mostly(anyText),
    device: mostly(anyText),
    protocol: mostly(anyText),
    start: mostly(time),
    end: mostly(fc.oneof(time, fc.constant(null))),
    time: mostly(fc.oneof(duration, fc.constantFrom('0:0:1', '99999999:00:00'))),
    prevent_purge: mostly(fc.constantFrom('Yes', 'N\u00e3o', '', null, 'maybe')),
    request: mostly(anyText),
    ITSM: mostly(anyText),
    site: mostly(anyText),
    'a "key"': odd,
  },
  { requiredKeys: ['id'], noNullPrototype: true },
);

/** Records with the same fields, of which some lack their time, and an odd one among them now and then. */
const records = fc.subarray(Object.keys(usual).filter((key) => key !== 'id')).chain((fields) => {
  const { id, time: said, ...others } = usual;
  const chosen = Object.fromEntries(Object.entries(others).filter(([key]) => fields.includes(key)));
  const withTime = fc.record({ id, ...chosen, ...(fields.includes('time') ? { time: said } : {}) });
  const plain = fc.oneof({ weight: 3, arbitrary: withTime }, fc.record({ id, ...chosen }));
  return fc.array(fc.oneof({ weight: 12, arbitrary: plain }, oddRecord), { maxLength: 40, size: '+1' });
});

/** A list as a server could write it: mostly plain records, in any layout, of which ids come again. */
export const generatedList: fc.Arbitrary<GeneratedList> = fc
  .record({
    records,
    blank: fc.constantFrom('', ' ', '\r\n\t'),
    ascii: fc.boolean(),
    slashes: fc.boolean(),
    reversed: fc.boolean(),
  })
  .map(({ records: list, blank, ascii, slashes, reversed }) => {
    const value = (json: unknown) => {
      const plain = JSON.stringify(json);
      const escaped = ascii ? plain.replace(/[^\0-\x7f]/g, unicodeEscape) : plain;
      return slashes ? escaped.replaceAll('/', '\\/') : escaped;
    };
    const members = list.map((fields) => {
      const entries = Object.entries(fields);
      return (reversed ? entries.toReversed() : entries).map(
        ([key, json]) => `${blank}${value(key)}${blank}:${blank}${value(json)}`,
      );
    });
    const text = members.map((entries) => `${blank}{${entries.join(`${blank},`)}${blank}}`).join(`${blank},`);
    return { text: `{"code":200,"remote_sessions":[${text}${blank}]}`, records: JSON.parse(`[${text}]`) as object[] };
  });

function unicodeEscape(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

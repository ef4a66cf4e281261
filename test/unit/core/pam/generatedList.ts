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
const time = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .tuple(fc.integer({ min: 1999, max: 2069 }), fc.nat(13), fc.nat(32), fc.nat(24), fc.nat(60))
      .map(([year, month, day, hour, minute]) => `${year}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)}:59`),
  },
  fc.constantFrom(
    '',
    '0000-00-00 00:00:00',
    '2024-02-29 10:00:00',
    '2023-02-29 10:00:00',
    '2024-05-11T10:00:00Z',
    'soon',
  ),
);
const mostly = (usual: fc.Arbitrary<FieldValue>) => fc.oneof({ weight: 8, arbitrary: usual }, odd);
const record = fc.record(
  {
    id: mostly(fc.oneof(fc.nat(30), fc.nat(30).map(String), fc.constantFrom('007', '2147483647', '99999999999999999'))),
    session_id: mostly(hash),
    user: mostly(anyText),
    credential: mostly(anyText),
    credencial: mostly(anyText),
    device: mostly(anyText),
    protocol: mostly(anyText),
    start: mostly(time),
    end: mostly(fc.oneof(time, fc.constant(null))),
    time: mostly(fc.constantFrom('00:00:20', '100:59:59', '0:0:1', '99999999:00:00', '', null)),
    prevent_purge: mostly(fc.constantFrom('Yes', 'N\u00e3o', '', null, 'maybe')),
    request: mostly(anyText),
    ITSM: mostly(anyText),
    site: mostly(anyText),
    'a "key"': odd,
  },
  { requiredKeys: ['id'], noNullPrototype: true },
);

/** A list as a server could write it: records with all kinds of values, in any layout, of which ids come again. */
export const generatedList: fc.Arbitrary<GeneratedList> = fc
  .record({
    records: fc.array(record, { maxLength: 12 }),
    blank: fc.constantFrom('', ' ', '\r\n\t'),
    ascii: fc.boolean(),
    slashes: fc.boolean(),
    reversed: fc.boolean(),
  })
  .map(({ records, blank, ascii, slashes, reversed }) => {
    const value = (json: unknown) => {
      const text = JSON.stringify(json);
      const escaped = ascii ? text.replace(/[^\0-\x7f]/g, unicodeEscape) : text;
      return slashes ? escaped.replaceAll('/', '\\/') : escaped;
    };
    const members = records.map((fields) => {
      const entries = Object.entries(fields);
      return (reversed ? entries.toReversed() : entries).map(
        ([key, json]) => `${blank}${value(key)}${blank}:${blank}${value(json)}`,
      );
    });
    const list = members.map((entries) => `${blank}{${entries.join(`${blank},`)}${blank}}`).join(`${blank},`);
    return { text: `{"code":200,"remote_sessions":[${list}${blank}]}`, records: JSON.parse(`[${list}]`) as object[] };
  });

function unicodeEscape(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

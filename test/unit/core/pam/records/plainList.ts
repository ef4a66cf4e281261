import fc from 'fast-check';

/** A list as bytes, nearly all of whose records are laid out alike. */
export interface PlainList {
  readonly text: string;
  /** How many of its records are of another layout or hold something unusual. */
  readonly odd: number;
}

const two = (value: number) => String(value).padStart(2, '0');
const time = (at: number) =>
  `20${two(10 + (at % 14))}-${two(1 + (at % 12))}-${two(1 + (at % 28))} ${two(at % 24)}:${two(at % 60)}:07`;

function plainRecord(at: number): Record<string, unknown> {
  return {
    id: String(at + 1),
    user: `user${at % 7}`,
    origin_ip: `10.0.${at % 5}.1`,
    credential: 'root',
    device: `host-${at % 90}:22`,
    protocol: at % 3 === 0 ? 'ssh' : 'rdp',
    proxy: 'Web Proxy',
    session_id: at.toString(16).padStart(40, 'e7ac01'),
    start: time(at),
    end: at % 11 === 0 ? null : time(at + 1),
    time: `${two(at % 100)}:${two(at % 60)}:00`,
    prevent_purge: at % 2 === 0 ? 'Yes' : 'Não',
    request: null,
    ITSM: 'Mudança nº 42',
  };
}

const values: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    0,
    7,
    -1,
    1.5,
    1e300,
    '',
    ' ',
    [1],
    { a: 1 },
    'a"b',
    'a\\',
    '\u0001',
    '日本',
    '\ud800',
  ),
  fc.constantFrom<unknown>(
    '2069-01-01 00:00:00',
    '2024-05-11T10:00:00Z',
    '24:00:60',
    '100:00:00',
    'F'.repeat(40),
    '007',
  ),
  fc.string({ unit: 'binary', maxLength: 6 }),
  fc.integer({ min: 200, max: 300 }).map((length) => 'x'.repeat(length)),
  fc.constant('y'.repeat(70_000)),
);
const key = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...Object.keys(plainRecord(0))) },
  fc.nat(39).map((nth) => `unknown${nth}`),
  fc.constantFrom('credencial', 'site', 'a "key"', 'time\\'),
);
type Change = (record: Record<string, unknown>) => Record<string, unknown>;
const change: fc.Arbitrary<Change> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.tuple(key, values).map(([name, value]): Change => (record) => ({ ...record, [name]: value })),
  },
  fc.constant<Change>((record) => Object.fromEntries(Object.entries(record).toReversed())),
  fc.nat(13).map(
    (nth): Change =>
      (record) =>
        Object.fromEntries(Object.entries(record).toSpliced(nth, 1)),
  ),
  fc.nat(12).map((nth): Change => (record) => {
    const entries = Object.entries(record);
    return Object.fromEntries([...entries.slice(nth), ...entries.slice(0, nth)]);
  }),
  fc.constant<Change>(({ id }) => ({ id })),
  fc.constant<Change>((record) =>
    Object.fromEntries<unknown>([
      ...Object.entries(record),
      ...Array.from({ length: 40 }, (_, at) => [`unknown${at}`, at] as const),
    ]),
  ),
);
/** How one record is written, which may differ from how the others are. */
const writing = fc.constantFrom(
  (record: object) => JSON.stringify(record),
  (record: object) => JSON.stringify(record, undefined, 1),
  (record: object) => JSON.stringify(record).replaceAll('":', '" :'),
  (record: object) => JSON.stringify(record).replaceAll('"o', '"\\u006f').replaceAll('/', '\\/'),
  (record: object) => JSON.stringify(record).replace('"id":', '"id":"5","id":'),
  (record: object) => JSON.stringify(record).replace(/\}$/, ',}'),
);
const oddity = fc.record({ at: fc.nat(), change, write: writing });

/** Lists of some batches, with odd records of every kind here and there. */
export const plainList: fc.Arbitrary<PlainList> = fc
  .record({
    length: fc.integer({ min: 1, max: 500 }),
    first: fc.nat(2e9),
    comma: fc.constantFrom(',', ', ', ',\n', ' ,'),
    oddities: fc.array(oddity, { maxLength: 6 }),
  })
  .map(({ length, first, comma, oddities }) => {
    const texts = Array.from({ length }, (_, at) => JSON.stringify(plainRecord(first + at)));
    for (const { at, change: changed, write } of oddities) {
      texts[at % length] = write(changed(plainRecord(first + (at % length))));
    }
    return { text: `{"code":200,"remote_sessions":[${texts.join(comma)}],"tenant":"T"}`, odd: oddities.length };
  });

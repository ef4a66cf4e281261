import fc from 'fast-check';

type Json = null | boolean | number | string | readonly Json[] | JsonObject;
interface JsonObject {
  readonly [key: string]: Json;
}

/** A document as bytes could carry it, and the same one without what only a tolerant reader takes. */
export interface GeneratedDocument {
  readonly text: string;
  readonly strict: string;
}

interface Layout {
  readonly indent: string;
  readonly newline: string;
  readonly trailingCommas: boolean;
  readonly ascii: boolean;
  /** Blanks around colons and in front of commas. */
  readonly gap: string;
  readonly escapedKeys: boolean;
}

const awkwardText = fc.constantFrom(
  '"remote_sessions":[',
  '"remote_session": {',
  'remote_sessions',
  '\\',
  '\\"',
  '}]',
  '{[',
  ',',
  'operação 日本 🔥 👩‍💻',
  '\u2028\ufeff\u0000',
);
const text = fc.oneof(awkwardText, fc.string({ unit: 'binary', maxLength: 8 }));
/** Without backslashes: JSON.parse of V8 13.6 (Node 24), the yardstick here, mistakes other keys for one that has any. */
const key = fc
  .oneof(fc.constantFrom('id', 'user', 'session_id', 'a"b', 'remote_sessionsx', ''), text)
  .filter((name) => !name.includes('\\'));
const { value } = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.oneof(fc.constant(null), fc.boolean(), fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }), text),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.oneof(key, fc.constant('remote_sessions')), tie('value'), { maxKeys: 3 }),
  ),
}));

/** Not a sessions key, which would make an envelope of what holds it. */
const ownKey = key.filter((name) => !/^remote_sessions?$/.test(name));
const record = fc.dictionary(ownKey, value, { maxKeys: 5 });

const envelopeFields = fc.record(
  {
    code: fc.constant(200),
    response: fc.record({ status: fc.constant(200), message: text, error: fc.constant(false) }),
    tenant: text,
    nested: fc.dictionary(ownKey, fc.array(text, { maxLength: 2 }), { maxKeys: 2 }),
  },
  { requiredKeys: ['code'] },
);

function envelopeOf(item: fc.Arbitrary<Json>): fc.Arbitrary<JsonObject> {
  const sessions: fc.Arbitrary<Json> = fc.oneof(
    { weight: 5, arbitrary: fc.array(item, { maxLength: 4 }) },
    { weight: 1, arbitrary: record },
    { weight: 2, arbitrary: mapOf(item) },
  );
  return fc
    .tuple(fc.constantFrom('remote_sessions', 'remote_session'), sessions, envelopeFields, fc.nat(4))
    .map(([name, list, fields, at]) => Object.fromEntries(Object.entries<Json>(fields).toSpliced(at, 0, [name, list])));
}

/** A list with gaps as PHP writes it, and one by hashes. */
function mapOf(item: fc.Arbitrary<Json>): fc.Arbitrary<Json> {
  const keys = fc.constantFrom<(at: number) => string>(
    (at) => String(at * 3),
    (at) => `${at}`.padStart(40, 'ab'),
  );
  return fc
    .tuple(fc.array(item, { maxLength: 4 }), keys)
    .map(([items, key]) => Object.fromEntries(items.map((each, at) => [key(at), each])));
}

const layout: fc.Arbitrary<Layout> = fc.record({
  indent: fc.constantFrom('', '  ', '\t'),
  newline: fc.constantFrom('', '\n', '\r\n'),
  trailingCommas: fc.boolean(),
  ascii: fc.boolean(),
  gap: fc.constantFrom('', '', ' ', '\r\n'.repeat(40)),
  escapedKeys: fc.boolean(),
});

/** Single and doubled envelopes, records and envelopes side by side, in every layout. */
export const generatedDocument: fc.Arbitrary<GeneratedDocument> = fc
  .tuple(envelopeOf(fc.oneof({ weight: 4, arbitrary: record }, envelopeOf(record))), layout)
  .map(([document, how]) => ({
    text: write(document, how),
    strict: write(document, { ...how, trailingCommas: false }),
  }));

/** The bytes of a text cut in pieces at these places. */
export function cutAt(bytes: Buffer, places: readonly number[]): readonly Buffer[] {
  const ends = [...places.map((place) => place % (bytes.length + 1)), bytes.length].sort((a, b) => a - b);
  return ends.map((end, position) => bytes.subarray(ends[position - 1] ?? 0, end));
}

function write(json: Json, how: Layout, level = 0): string {
  if (typeof json !== 'object' || json === null) {
    return scalar(json, how);
  }
  const colon = `${how.gap}:${how.indent === '' ? '' : ' '}${how.gap}`;
  const [open, close, members]: readonly [string, string, readonly string[]] = isArray(json)
    ? ['[', ']', json.map((item) => write(item, how, level + 1))]
    : ['{', '}', Object.entries(json).map(([name, item]) => keyOf(name, how) + colon + write(item, how, level + 1))];
  const newLine = (depth: number) => how.newline + how.indent.repeat(depth);
  const lines = members.map((member) => newLine(level + 1) + member).join(`${how.gap},`);
  return open + lines + (how.trailingCommas && lines !== '' ? ',' : '') + newLine(level) + close;
}

function keyOf(name: string, how: Layout): string {
  return how.escapedKeys ? scalar(name, how).replaceAll('_', '\\u005f') : scalar(name, how);
}

function scalar(json: Json, { ascii }: Layout): string {
  const plain = JSON.stringify(json);
  return ascii
    ? plain.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    : plain;
}

function isArray(json: Json): json is readonly Json[] {
  return Array.isArray(json);
}

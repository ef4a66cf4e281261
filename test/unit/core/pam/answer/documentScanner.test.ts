import assert from 'node:assert/strict';
import fc from 'fast-check';
import { DocumentScanner } from '../../../../../src/core/pam/answer/documentScanner.ts';
import { Failure } from '../../../../../src/core/failure.ts';
import { listV4 } from '../../../../pam-server/seedBodies.ts';
import { cutAt, generatedDocument } from './generatedDocument.ts';
import { readPieces, recordsOf, withoutRecords } from './readText.ts';

/** Everything the scanner must follow, on as few bytes as that takes. */
const sample = JSON.stringify(
  {
    code: 200,
    remote_sessions: [
      {
        code: 200,
        remote_sessions: [
          { id: '3', user: 'operação "x" \\', extra: { deep: [{ remote_sessions: [1] }, '}]'] } },
          { id: 6, note: '"remote_sessions":[' },
        ],
        tenant: 'Segura',
      },
      { id: '7' },
    ],
    response: { status: 200, message: '🔥', error: false },
  },
  undefined,
  1,
);

function scan(text: string): {
  readonly records: readonly string[];
  readonly skeleton: string;
  readonly complete: boolean;
} {
  const records: string[] = [];
  const scanner = new DocumentScanner((json) => records.push(json.toString()));
  scanner.push(Buffer.from(text));
  return { records, skeleton: scanner.skeleton.toString(), complete: scanner.complete };
}

describe('core: splitting a document into its records', () => {
  it('finds the records that parsing the whole document finds, wherever the chunks end', () => {
    const places = fc.array(fc.nat(), { maxLength: 12 });
    return fc.assert(
      fc.asyncProperty(generatedDocument, places, fc.boolean(), async ({ text, strict }, cuts, marked) => {
        const bytes = Buffer.from((marked ? '\ufeff' : '') + text + (marked ? '\r\n' : ''));
        const { found, complete, unreadable, json } = await readPieces(cutAt(bytes, cuts));
        assert.deepEqual([found, unreadable, complete], [recordsOf(JSON.parse(strict)), 0, true]);
        assert.deepEqual(json, withoutRecords(JSON.parse(strict)));
      }),
      { numRuns: 500 },
    );
  });

  it('finds the same in single bytes', () =>
    fc.assert(
      fc.asyncProperty(generatedDocument, async ({ text, strict }) => {
        const { found, complete } = await readPieces([...Buffer.from(text)].map((byte) => Buffer.from([byte])));
        assert.deepEqual([found, complete], [recordsOf(JSON.parse(strict)), true]);
      }),
      { numRuns: 50 },
    ));

  for (const [name, text] of [
    ['a sample', sample],
    ['the sample on one line', JSON.stringify(JSON.parse(sample))],
    ["the vendor's v4 list with its outer half closed", `${listV4}]}`],
  ] as const) {
    it(`never takes a beginning of ${name} for the whole, nor for other records`, async () => {
      const bytes = Buffer.from(text);
      const whole = await readPieces([bytes]);
      assert.deepEqual([whole.complete, whole.found], [true, recordsOf(JSON.parse(text))]);
      for (let length = 0; length < bytes.length; length++) {
        const { complete, found, unreadable } = await readPieces([bytes.subarray(0, length)]);
        assert.deepEqual([complete, unreadable], [false, 0], `${length} bytes`);
        assert.deepEqual(found, whole.found.slice(0, found.length), `${length} bytes`);
      }
    });
  }

  it('never takes a beginning of any document for the whole, nor for other records', () =>
    fc.assert(
      fc.asyncProperty(generatedDocument, fc.nat(), async ({ text, strict }, place) => {
        const bytes = Buffer.from(text);
        const { complete, found } = await readPieces([bytes.subarray(0, place % bytes.length)]);
        assert.deepEqual([complete, found], [false, recordsOf(JSON.parse(strict)).slice(0, found.length)]);
      }),
    ));

  it('hands on a record as its very bytes and leaves the rest as the skeleton', () => {
    const { records, skeleton } = scan(
      '{"code":200,"remote_sessions":[ {"id":1 , "a":[{}]} ,{"id":2}\n],"tenant":"T"}',
    );
    assert.deepEqual(records, ['{"id":1 , "a":[{}]}', '{"id":2}']);
    assert.deepEqual(JSON.parse(skeleton), { code: 200, remote_sessions: [], tenant: 'T' });
  });

  it('sees where a string ends behind backslashes, in keys and in values', () => {
    const records = ['{"id\\\\":1,"a":"\\\\"}', '{"\\"}":"\\\\\\"]"}', '{"\\\\\\"{":[]}'];
    assert.deepEqual(scan(`{"remote_sessions":[${records.join()}]}`).records, records);
  });

  it('takes a sessions key for one only where it is a key', () => {
    for (const text of [
      '{"a":"remote_sessions","b":[{"id":1}]}',
      '{"a\\"remote_sessions":[{"id":1}]}',
      '{"xremote_sessions":[{"id":1}]}',
      '{"remote_sessions":null,"b":{"id":1}}',
      '[{"remote_sessionsx":[{"id":1}]}]',
    ]) {
      assert.deepEqual(scan(text), { records: [], skeleton: text, complete: true });
    }
  });

  const tooLarge: readonly (readonly [what: string, text: string])[] = [
    ['a record of more than a megabyte', `{"remote_sessions":[{"a":"${'x'.repeat(1 << 20)}`],
    ['more than a megabyte around the records', `{"remote_sessions":[],"a":"${'x'.repeat(1 << 20)}`],
    ['more than a megabyte of no records in the list', `{"remote_sessions":[${'1234567,'.repeat(1 << 18)}`],
    ['513 levels', '['.repeat(513)],
    ['513 levels in a record', `{"remote_sessions":[{"a":${'['.repeat(513)}`],
  ];
  for (const [what, text] of tooLarge) {
    it(`refuses ${what}`, () =>
      assert.throws(
        () => scan(text),
        (error) => error instanceof Failure && error.code === 'tooLarge',
      ));
  }

  for (const start of ['{', '{"remote_sessions":[{']) {
    it(`takes time in proportion to the many small objects behind ${start}`, () => {
      const { complete } = scan(start + '"a":{},'.repeat(15_000));
      assert.equal(complete, false);
    }).timeout(1500);
  }

  it('takes a record just below the bound', () => {
    assert.equal(scan(`{"remote_sessions":[{"a":"${'x'.repeat((1 << 20) - 8)}"}]}`).records.length, 1);
  });
});

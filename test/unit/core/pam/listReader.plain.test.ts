import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readDocument, type DocumentReader } from '../../../../src/core/pam/answer/document.ts';
import { ListReader } from '../../../../src/core/pam/listReader.ts';
import { cutAt } from './answer/generatedDocument.ts';
import { plainList } from './records/plainList.ts';
import { bodyOf } from './answer/readText.ts';

/** Everything that reading a list tells, and how many of its records were made objects on the way. */
async function read(pieces: Iterable<Buffer>, isPlainRead: boolean) {
  const list = new ListReader();
  let objects = 0;
  const reader: DocumentReader = {
    onRecord(record) {
      objects++;
      list.onRecord(record);
    },
    ...(isPlainRead ? { plain: list.plain } : {}),
  };
  const { complete, sound, records, unreadable, replaced } = await readDocument(bodyOf(pieces), reader);
  const { index, skipped, duplicates } = list.snapshot();
  const sessions = Array.from(index.filter(''), (row) => index.session(row));
  const devices = index.group(index.filter(''), 'device').map(({ value, rows }) => [value, rows.length]);
  return { told: { complete, sound, records, unreadable, replaced, skipped, duplicates, sessions, devices }, objects };
}

const cuts = fc.oneof(fc.constant([]), fc.array(fc.nat(400_000), { maxLength: 30 }));

describe('core: records read straight from the bytes', () => {
  it('are what JSON.parse and readSession make of them, wherever the bytes are cut, and nearly all are plain', async () => {
    await fc.assert(
      fc.asyncProperty(plainList, cuts, async ({ text, odd }, places) => {
        const bytes = Buffer.from(text);
        const { told, objects } = await read(cutAt(bytes, places), true);
        const careful = await read([bytes], false);
        assert.deepEqual(told, careful.told);
        assert.ok(objects <= odd, `${objects} objects for ${odd} odd records`);
      }),
      { numRuns: 60 },
    );
  });

  it('are the same as well where any bytes are other ones', async () => {
    const damage = fc.array(fc.tuple(fc.nat(), fc.oneof(fc.nat(255), fc.constantFrom(0x22, 0x2c, 0x5c, 0x7b, 0x7d))), {
      minLength: 1,
      maxLength: 4,
    });
    await fc.assert(
      fc.asyncProperty(plainList, damage, cuts, async ({ text }, changes, places) => {
        const bytes = Buffer.from(text.slice(0, 30_000));
        for (const [at, byte] of changes) {
          bytes[at % bytes.length] = byte;
        }
        assert.deepEqual(await outcome(cutAt(bytes, places), true), await outcome([bytes], false));
      }),
      { numRuns: 150 },
    );
  });

  it('in pieces of any one length', async () => {
    const [list] = fc.sample(plainList, { numRuns: 1, seed: 7 });
    const bytes = Buffer.from((list?.text ?? '').slice(0, 9_000));
    const { told } = await read([bytes], false);
    for (let length = 1; length < 1200; length += 1 + (length >> 3)) {
      const places = Array.from({ length: Math.ceil(bytes.length / length) }, (_, at) => at * length);
      assert.deepEqual((await read(cutAt(bytes, places), true)).told, told, `pieces of ${length} bytes`);
    }
  });
});

/** What is told, or the failure. */
async function outcome(pieces: Iterable<Buffer>, isPlainRead: boolean): Promise<unknown> {
  return read(pieces, isPlainRead).then(
    ({ told }) => told,
    (error: unknown) => String(error),
  );
}

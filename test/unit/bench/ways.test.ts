import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { encodings, listFiles } from '../../bench/data.ts';
import { byUser } from '../../bench/groupings.ts';
import { load } from '../../bench/measure.ts';
import { ask } from '../../bench/questions.ts';
import { serveLists, type ListServer } from '../../bench/serving.ts';
import type { Held } from '../../bench/ways/way.ts';
import { ways } from '../../bench/ways/ways.ts';

const sessions = 5_000;

describe('bench: the ways', () => {
  let server: ListServer | undefined;
  before(async () => {
    server = await serveLists([sessions]);
  });
  after(() => server?.[Symbol.asyncDispose]());

  for (const encoding of encodings) {
    it(`see the same list and find the same in it (${encoding})`, async () => {
      const url = server?.url(sessions, encoding) ?? '';
      const { held: ours } = await load(ways.ours, url);
      const { held: plain } = await load(ways.plain, url);
      assert.ok(ours !== undefined && plain !== undefined);
      assert.equal(ours.shape.rows, sessions);
      assert.deepEqual(ours.shape, plain.shape);
      const { found, counts } = ask(ours);
      const { found: expected, counts: expectedCounts } = ask(plain);
      assert.deepEqual(found, expected);
      assert.deepEqual(await idsExported(ours), await idsExported(plain));
      assert.deepEqual(counts, expectedCounts);
      assert.ok(counts.every((count) => count > 0 && count < sessions));
      assert.ok(found.every(({ rows }) => rows > 0 && rows < sessions));
    });

    it(`are measured by clocks that agree (${encoding})`, async () => {
      for (const way of Object.values(ways)) {
        const begin = performance.now();
        const { wall, firstRows, stall } = (await load(way, server?.url(sessions, encoding) ?? '')).load;
        const whole = performance.now() - begin;
        assert.ok(firstRows > 0 && firstRows < wall, `${firstRows} of ${wall}`);
        assert.ok(wall < whole && stall > 0 && stall < whole, `${wall}, with a stall of ${stall}, of ${whole}`);
      }
    });
  }

  it('are asked of an office: 5 protocols and one unknown, up to 2,000 devices, about 500 users, 400 bytes a session', async () => {
    const { held } = await load(ways.plain, server?.url(sessions, 'gzip') ?? '');
    const { protocols, devices } = held?.shape ?? { protocols: 0, devices: 0 };
    const users = held?.regroup(byUser) ?? 0;
    assert.equal(protocols, 6);
    assert.ok(devices > 1000 && devices < 2000, `${devices} devices`);
    const { size } = await stat((await listFiles(sessions)).uncompressed);
    assert.ok(size / sessions > 380 && size / sessions < 420, `${size / sessions} bytes a session`);
    assert.ok(users > 450 && users < 550, `${users} users`);
  });
});

/** The ids that an export to a file holds. */
async function idsExported(held: Held): Promise<readonly string[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'pam-bench-'));
  const file = path.join(folder, 'list.json');
  let looks = 0;
  await held.exportTo(file, () => looks++);
  const rows = JSON.parse(await readFile(file, 'utf8')) as readonly { readonly id: unknown }[];
  await rm(folder, { recursive: true });
  assert.ok(looks > 0);
  return rows.map(({ id }) => String(id)).toSorted();
}

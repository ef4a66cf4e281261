import assert from 'node:assert/strict';
import type { ConnectionSettings } from '../../../../src/core/connections/settings.ts';
import { readSession } from '../../../../src/core/pam/records/readSession.ts';
import { english } from '../../core/pam/records/records.ts';
import '../words.ts';

// Loaded late, as it imports `vscode`.
const { viewOf: detailView } = await import('../../../../src/host/detail/viewOf.ts');

/** The instants of start and end on the page of a settings whose clock is India's, and since when it counts. */
function instants(changes: Readonly<Record<string, unknown>>) {
  const settings = { timeZone: 'Asia/Kolkata', name: 'Lab' } as unknown as ConnectionSettings;
  const { fields, extraFields, state } = detailView({
    target: { connection: 'lab', id: '540' },
    settings,
    session: readSession({ ...english, ...changes }),
    fetchedAt: undefined,
    busy: false,
    failure: undefined,
  });
  const of = (wanted: string) => {
    const instant = fields.find(({ key }) => key === wanted)?.instant ?? null;
    return instant === null ? null : new Date(instant).toISOString();
  };
  return { start: of('start'), end: of('end'), since: state.since, extra: extraFields.map(({ key }) => key) };
}

describe('host: the times of a detail', () => {
  it("are the connection's, unless they say themselves where their clock stands", () => {
    const date = '2024-05-06 16:07:59.000000';
    const paulista = { date, timezone_type: 3, timezone: 'America/Sao_Paulo' };
    const cases: readonly (readonly [value: unknown, instant: string | null])[] = [
      ['2024-05-06 16:07:59', '2024-05-06T10:37:59.000Z'],
      ['2024-05-06T16:07:59-03', '2024-05-06T19:07:59.000Z'],
      ['2024-05-06T16:07Z', '2024-05-06T16:07:00.000Z'],
      [1_715_011_679, '2024-05-06T16:07:59.000Z'],
      [{ date }, '2024-05-06T10:37:59.000Z'],
      [paulista, '2024-05-06T19:07:59.000Z'],
      [{ date, timezone_type: 2, timezone: 'Z' }, '2024-05-06T16:07:59.000Z'],
      [{ date, timezone_type: 2, timezone: 'BRT' }, null],
      ['soon', null],
    ];
    for (const [value, instant] of cases) {
      const { start, end } = instants({ start: value, end: value });
      assert.deepEqual([start, end], [instant, instant], JSON.stringify(value));
    }
    assert.equal(instants({ start: paulista, end: null }).since, Date.parse('2024-05-06T19:07:59Z'));
  });

  it('stand beside the time of the server where that differs from the duration', () => {
    assert.deepEqual(instants({ start: '2020-01-01 00:00:00', time: '838:59:59' }).extra, ['extra.time']);
    assert.deepEqual(instants({}).extra, []);
  });
});

describe('host: a live session whose duration cannot be known', () => {
  const stateOf = (timeZone: string | undefined, start: string | null) =>
    detailView({
      target: { connection: 'lab', id: '540' },
      settings: { timeZone, name: 'Lab' } as unknown as ConnectionSettings,
      session: readSession({ ...english, start, end: null }),
      fetchedAt: undefined,
      busy: false,
      failure: undefined,
    }).state;

  it('says what it takes where that is the time zone, and only there', () => {
    const local = '2024-05-06 16:07:59';
    assert.match(stateOf(undefined, local).hint, /Edit Connection, Options, Time zone/);
    assert.equal(stateOf('UTC', local).hint, '');
    assert.equal(stateOf(undefined, '2024-05-06T16:07:59Z').hint, '');
    assert.equal(stateOf(undefined, 'soon').hint, '');
    assert.equal(stateOf(undefined, null).hint, '');
  });
});

import assert from 'node:assert/strict';
import type { ConnectionSettings } from '../../../../src/core/connections/settings.ts';
import { readSession } from '../../../../src/core/pam/records/readSession.ts';
import { ServerClock } from '../../../../src/core/sessions/query/serverClock.ts';
import { english } from '../../core/pam/records/records.ts';
import '../words.ts';

// Loaded late, as it imports `vscode`.
const { fieldNote } = await import('../../../../src/host/detail/fieldNote.ts');

const clock = new ServerClock({ now: Date.parse('2026-11-27T12:00:00Z'), timeZone: 'UTC', machineTimeZone: 'UTC' });

function note(key: string, record: Readonly<Record<string, unknown>>, retentionDays?: number): string {
  const session = readSession({ ...english, ...record });
  return fieldNote(key, session, { name: 'Lab', retentionDays } as unknown as ConnectionSettings, clock);
}

describe('host: beside a field of a detail', () => {
  it('stand both values of the duration where the server’s is another than from start to end', () => {
    const times = { start: '2024-05-06 10:00:00', end: '2024-05-06 10:20:00' };
    const durationNote = (record: object) => note('durationSeconds', { ...times, ...record });
    assert.equal(durationNote({ time: '00:20:00' }), '');
    assert.equal(durationNote({ time: '00:19:58' }), 'as the server says; from start to end it is 20m');
    assert.equal(
      durationNote({ time: '99:00:00', end: '2024-05-06 10:00:00' }).startsWith('as the server says;'),
      true,
    );
    assert.equal(durationNote({ time: null }), '');
    assert.equal(durationNote({ time: '00:19:58', end: null }), '');
    const long = { start: '2024-01-01 00:00:00', end: '2024-03-01 00:00:00', time: '838:59:59' };
    assert.equal(durationNote(long), 'counted from start to end; the server says 838:59:59');
    const zone = (timezone: string) => ({ date: '2024-05-06 10:00:00', timezone_type: 3, timezone });
    assert.equal(durationNote({ start: zone('UTC'), end: zone('Asia/Tokyo'), time: '00:00:09' }), '');
  });

  it('stands when the recording may go, where the connection says how long they are kept', () => {
    const purge = (end: string, days?: number, prevent_purge = 'No') =>
      note('preventPurge', { start: '2024-01-01 00:00:00', end, prevent_purge }, days);
    assert.equal(purge('2026-09-15 10:00:00', 90), 'may be purged from 2026-12-14, in 17 days');
    assert.equal(purge('2026-11-18 10:00:00', 10), 'may be purged from tomorrow, 2026-11-28');
    assert.equal(purge('2026-11-17 10:00:00', 10), 'may be purged from today, 2026-11-27');
    assert.equal(purge('2026-11-16 10:00:00', 10), 'may have been purged since 2026-11-26');
    assert.equal(purge('2026-09-15 10:00:00', 90, 'Yes'), '');
    assert.equal(purge('2026-09-15 10:00:00'), '');
  });

  it('stands nothing else', () => assert.equal(note('user', {}, 90), ''));
});

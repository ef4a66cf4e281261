import { json } from '../replies.ts';
import type { FaultRow } from './row.ts';

const php = { timezone_type: 3, timezone: 'America/Sao_Paulo' };

/** What servers send for a session that is live, by systems and their databases. */
const noTimes: readonly unknown[] = [
  ...[null, '', 0, '0', false, '0000-00-00 00:00:00', '0000-00-00 00:00:00.000000', '0000-00-00T00:00:00Z'],
  ...['-0001-11-30 00:00:00', { date: '-0001-11-30 00:00:00.000000', ...php }, '0001-01-01T00:00:00Z'],
  ...['1970-01-01 00:00:00', '9999-12-31 23:59:59'],
];

/** And for one that has ended. */
const ends: readonly unknown[] = [
  ...['2024-05-06 16:07:59', '2024-05-06T16:07:59+00', '2024-05-06t16:07:59,5z', '2024-05-06T16:07-0300'],
  ...[{ date: '2024-05-06 16:07:59.000000', ...php }, 1_715_011_679, 1_715_011_679_000, '1715011679'],
  ...['0000-00-00 00:00:01', 'soon', true, { at: 1 }, ['2024-05-06 16:07:59']],
];

/** Times in other clothes: none of them may turn a live session into an ended one, or the other way round. */
export const timeRows: readonly FaultRow[] = [
  {
    fault: 'no time in every spelling',
    trouble: { server: listOf(noTimes) },
    outcome: { sessions: noTimes.length, live: noTimes.length },
  },
  {
    fault: 'an end of every kind',
    trouble: { server: listOf(ends) },
    outcome: { sessions: ends.length, live: 0 },
  },
];

function listOf(values: readonly unknown[]) {
  const sessions = values.map((end, at) => ({
    id: String(at + 1),
    protocol: 'ssh',
    start: '2024-05-06 16:05:07',
    end,
  }));
  return json(200, { code: 200, remote_sessions: sessions });
}

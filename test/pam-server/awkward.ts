import { duration, timestamp, type SessionRecord } from './record.ts';

/** What the first sessions of every list are changed to, in this order, because a client must survive it. */
export const awkward: readonly ((session: SessionRecord) => Partial<SessionRecord>)[] = [
  () => ({ user: 'operação', credential: 'usuário_ü', ITSM: 'Mudança nº 42' }),
  () => ({ credential: `"quoted" 'name'`, request: 'He said "no", then \'yes\'' }),
  () => ({ user: 'CORP\\operator01', device: 'sql-01\\INSTANCE:1433' }),
  () => ({ ITSM: '🔥 CHG0000007 👩‍💻', user: 'operator🚀' }),
  () => ({ request: '<b>urgent</b><img src=x onerror=alert(1)>', credential: '<b>root</b>' }),
  () => ({ credential: 'ops&amp;dev', request: '&lt;b&gt;R&amp;D&lt;/b&gt; &#39;night&#39;' }),
  () => ({ user: 'operator\u202Etxt.exe', device: '10.0.0.9\u2066:22' }),
  () => ({ device: '' }),
  (session) => lasting(session, 10 * 86_400 + 5_025),
  () => ({ session_id: '3f2b8c1e-90ad-4c55-8b1f-6a7d0e9c2b44' }),
  () => ({ recording: { frames: 1200, tags: ['ocr', 'keys'] }, risk_level: 'high', reviewed: false }),
  (session) => ({ id: Number(session.id) }),
  () => ({ request: 'first line\nsecond line\tafter a tab\u0007', ITSM: '' }),
  () => ({ credential: '$(trash) `code` [link](command:x) | cell', ITSM: '=1+1' }),
  () => ({ request: 'A very long reason. '.repeat(100).trim() }),
  () => ({ user: null, credential: null, origin_ip: undefined }),
  () => ({ prevent_purge: true }),
  () => ({ prevent_purge: 0, protocol: 'Quantum-Link', proxy: 'Proxy of tomorrow' }),
];

function lasting(session: SessionRecord, seconds: number): Partial<SessionRecord> {
  const end = Date.parse(`${String(session.end).replace(' ', 'T')}Z`) / 1000;
  return { start: timestamp(end - seconds), time: duration(seconds) };
}

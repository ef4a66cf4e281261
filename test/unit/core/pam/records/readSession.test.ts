import assert from 'node:assert/strict';
import { readSession } from '../../../../../src/core/pam/records/readSession.ts';
import type { Session } from '../../../../../src/core/sessions/session.ts';
import { english, read, shown } from './records.ts';

const expected: Session = {
  id: '540',
  sessionId: '421c83a3b10be439d4da33b6c140f53eaf448207',
  user: 'Admin',
  originIp: '172.16.20.50',
  credential: 'win7',
  device: '127.0.0.1:27500',
  protocol: 'rdp',
  proxy: 'RDP Proxy',
  start: '2020-11-17 15:29:21',
  end: '2020-11-17 15:29:41',
  live: false,
  durationSeconds: 20,
  preventPurge: false,
  request: null,
  itsm: 'governance code',
  extra: {},
};

describe('core: a record of the server becomes a session', () => {
  it('reads the English keys of v4', () => assert.deepEqual(readSession(english), expected));

  it('reads the Portuguese keys and words of v3', () => {
    const { credential: credencial, device: dispositivo, ...rest } = english;
    assert.deepEqual(readSession({ ...rest, credencial, dispositivo, prevent_purge: 'Não' }), expected);
  });

  it('keeps an id as its digits, whether the server sends text or a number', () => {
    assert.equal(read({ id: 540 }).id, '540');
    assert.equal(read({ id: '9007199254740993' }).id, '9007199254740993');
  });

  for (const id of [undefined, null, '', 'abc', '5 4', '-1', '5.5', 5.5, -1, 1e21, true, ['540'], { id: 540 }]) {
    it(`has no session when its id is ${shown(id)}`, () => assert.equal(readSession({ ...english, id }), undefined));
  }

  it('takes missing and null text for empty text', () => {
    const keys = ['user', 'origin_ip', 'credential', 'device', 'protocol', 'proxy', 'session_id'];
    for (const nothing of [null, undefined]) {
      const session = read(Object.fromEntries(keys.map((key) => [key, nothing])));
      const { sessionId, user, originIp, credential, device, protocol, proxy, extra } = session;
      assert.deepEqual([sessionId, user, originIp, credential, device, protocol, proxy], Array(7).fill(''));
      assert.deepEqual(extra, {});
    }
  });

  it('does not let an empty name in the other language erase a value', () => {
    assert.equal(read({ credencial: '' }).credential, 'win7');
    assert.equal(read({ dispositivo: null }).device, '127.0.0.1:27500');
  });

  it('tells a request and an ITSM code from none', () => {
    const { request, itsm } = read({ request: 'Patch window #4711', ITSM: 42 });
    assert.deepEqual([request, itsm], ['Patch window #4711', '42']);
    assert.deepEqual([read({ request: null }).request, read({ ITSM: undefined }).itsm], [null, null]);
  });

  it('keeps fields it does not know as they came', () => {
    const unknown = { risk_level: 'high', recording: { frames: 1200, tags: ['ocr'] }, reviewed: false, nothing: null };
    assert.deepEqual(read(unknown).extra, unknown);
  });

  it('keeps values of a kind that their field cannot hold', () => {
    const odd = { user: ['Admin'], device: { host: 'a' }, start: { at: 1 }, time: 'a while', prevent_purge: 'perhaps' };
    const session = read(odd);
    assert.deepEqual(session.extra, odd);
    assert.deepEqual([session.user, session.device, session.start, session.preventPurge], ['', '', null, null]);
  });

  it('keeps a field named __proto__ a field', () => {
    const record = JSON.parse('{"id":"1","__proto__":{"user":"ghost","live":true}}') as Readonly<
      Record<string, unknown>
    >;
    const session = readSession(record);
    assert.deepEqual(Object.keys(session?.extra ?? {}), ['__proto__']);
    assert.equal(Object.getPrototypeOf(session?.extra), Object.prototype);
    assert.equal(session?.user, '');
  });
});

import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { createTransport } from '../../../../../src/core/pam/http/transport.ts';
import { createCertificate } from '../../../../pam-server/certificates.ts';
import { startPamServer } from '../../../../pam-server/server.ts';

const timeouts = { connect: 20_000, firstByte: 20_000, idle: 20_000 };

describe('core: whom the wire trusts', () => {
  const variable = 'NODE_TLS_REJECT_UNAUTHORIZED';
  const before = process.env[variable];
  afterEach(() => {
    if (before === undefined) {
      Reflect.deleteProperty(process.env, variable);
    } else {
      process.env[variable] = before;
    }
  });

  it('is no server with a certificate of its own, whatever the environment allows', async () => {
    await using pam = await startPamServer({ tls: await createCertificate(['127.0.0.1']) });
    process.env[variable] = '0';
    const transport = createTransport({ timeouts: () => timeouts });
    const asked = transport({ method: 'GET', url: pam.url, headers: {}, maxBytes: 1, signal: undefined });
    await assert.rejects(asked, { code: 'tls', facts: { reason: 'selfSigned', host: new URL(pam.url).host } });
  });
});

describe('core: an answer that breaks off', () => {
  for (const [status, code] of [
    [401, 'truncated'],
    [502, 'gateway'],
    [504, 'gateway'],
  ] as const) {
    it(`is ${code} after ${status}, and knows its status`, async () => {
      await using pam = await startPamServer();
      const headers = { 'Content-Length': '100', Connection: 'close' };
      pam.fault = { kind: { status, headers, body: '{"mess' }, only: 'list' };
      const transport = createTransport({ timeouts: () => timeouts });
      const url = `${pam.url}/api/pam/session/remotesessions`;
      const { body } = await transport({ method: 'GET', url, headers: {}, maxBytes: 100, signal: undefined });
      await assert.rejects(Readable.from(body).toArray(), {
        code,
        facts: { status, received: { sessions: 0, bytes: 6 } },
      });
    });
  }
});

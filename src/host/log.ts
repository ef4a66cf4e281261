import type { LogOutputChannel } from 'vscode';
import { PamFailure } from '../core/pam/failure.ts';
import type { Transport } from '../core/pam/transport.ts';

/** Logs what goes over the wire: method, path without numbers, status and duration; never headers, bodies, secrets. */
export function logged(transport: Transport, log: LogOutputChannel): Transport {
  return async (request) => {
    const { host, pathname } = new URL(request.url);
    const route = `${request.method} ${host}${pathname.replace(/\/\d+$/, '/{id}')}`;
    const began = performance.now();
    const took = () => `${Math.round(performance.now() - began)} ms`;
    try {
      const answer = await transport(request);
      log.info(`${route} → ${answer.status} after ${took()}`);
      return answer;
    } catch (error) {
      log.warn(`${route} → ${error instanceof PamFailure ? error.message : 'failed'} after ${took()}`);
      throw error;
    }
  };
}

import type { ConnectionSettings } from '../../core/connections/settings.ts';
import type { RecentRequest } from '../../core/output/diagnostics.ts';
import { routeOf } from '../../core/pam/endpoints.ts';
import type { Exchange } from '../../core/pam/exchange.ts';
import { asFailure } from '../../core/failure.ts';

const most = 20;

/** How the last requests ended, for a report: neither hosts nor ids, nor anything that was sent or received. */
export class RecentRequests {
  #all: readonly RecentRequest[] = [];

  /** The oldest first. */
  get all(): readonly RecentRequest[] {
    return this.#all;
  }

  /** Keeps how each question of an exchange ends. */
  follow(exchange: Exchange, { id: connection, baseUrl }: ConnectionSettings): Exchange {
    return async (question, readerOf) => {
      const began = performance.now();
      const keep = (outcome: RecentRequest['outcome']) => {
        const milliseconds = Math.round(performance.now() - began);
        const route = routeOf(question.url.slice(new URL(baseUrl).href.replace(/\/$/, '').length));
        this.#all = [...this.#all, { at: new Date(), connection, route, outcome, milliseconds }].slice(-most);
      };
      try {
        const document = await exchange(question, readerOf);
        keep({ records: document.records, bytes: document.bytes });
        return document;
      } catch (error) {
        keep({ failure: asFailure(error) });
        throw error;
      }
    };
  }
}

import type { Session } from '../sessions/session.ts';
import type { DocumentReader } from './answer/document.ts';
import { endpoints, sessionsUrl, type Flavour } from './endpoints.ts';
import type { Exchange } from './exchange.ts';
import { Failure, type FailureCode } from '../failure.ts';
import { ListReader, type SessionList } from './listReader.ts';
import { readSession } from './records/readSession.ts';
import { SharedWork } from '../async/sharedWork.ts';

export interface ClientOptions {
  readonly baseUrl: string;
  readonly flavour: Flavour | 'detect';
}

export interface Progress {
  readonly sessions: number;
  readonly bytes: number;
  /** The rows that have arrived so far. Rows that arrive later do not change it. It costs next to nothing. */
  snapshot(): SessionList;
}

/** A session, and the JSON of its record as the server sent it. */
export interface SessionWithJson {
  readonly session: Session;
  readonly json: string;
}

const maxBytes = { list: 2 ** 33, one: 1 << 24 };
/**
 * The number that a probe asks for. It can be any but 0, which a server may take for "no id" and answer with the whole
 * list.
 */
const probeId = '1';

/** Reads the sessions of one server. Every method rejects with a `Failure`. */
export class Client {
  readonly #options: ClientOptions;
  readonly #exchange: Exchange;
  readonly #detecting = new SharedWork((signal) => this.#detect(signal));
  #flavour: Flavour | undefined;

  constructor(options: ClientOptions, exchange: Exchange) {
    this.#options = options;
    this.#exchange = exchange;
    this.#flavour = options.flavour === 'detect' ? undefined : options.flavour;
  }

  /** The whole list. The server has no paging, and may take minutes before it sends the first byte. */
  async list(options: {
    signal?: AbortSignal | undefined;
    onProgress?: (progress: Progress) => void;
  }): Promise<SessionList> {
    const { signal, onProgress } = options;
    const flavour = await this.flavour(signal);
    const url = sessionsUrl(this.#options.baseUrl, flavour);
    const onBytes = (bytes: number) =>
      onProgress?.({ sessions: list.builder.size, bytes, snapshot: () => list.snapshot() });
    let list = new ListReader();
    const readerOf = () => (list = new ListReader({ onProgress: onBytes }));
    const { unreadable, replaced } = await this.#exchange({ url, maxBytes: maxBytes.list, signal }, readerOf);
    const read = list.snapshot();
    return { ...read, skipped: read.skipped + unreadable, replaced };
  }

  /** One session by its number. Anything but digits is refused without a request. */
  async session(id: string, signal?: AbortSignal): Promise<Session> {
    return (await this.sessionWithJson(id, signal)).session;
  }

  /** As `session`, with what the server sent of it. */
  async sessionWithJson(id: string, signal?: AbortSignal): Promise<SessionWithJson> {
    // Not all callers of the public API are checked by a compiler.
    if (typeof id !== 'string' || !/^\d+$/.test(id)) {
      throw new Failure('unexpectedIdentifier');
    }
    const flavour = await this.flavour(signal);
    return this.#one(flavour, id, signal);
  }

  /** The flavour of the server: the one that is configured, or the first one whose path answers a probe. */
  async flavour(signal?: AbortSignal): Promise<Flavour> {
    this.#flavour ??= await this.#detecting.result(signal);
    return this.#flavour;
  }

  /**
   * Asks for one session, which costs the server little, to see whether it accepts this connection. Resolves to its
   * flavour.
   */
  async verify(signal?: AbortSignal): Promise<Flavour> {
    const flavour = await this.flavour(signal);
    await this.#probe(flavour, signal);
    return flavour;
  }

  async #detect(signal: AbortSignal): Promise<Flavour> {
    let first: Failure | undefined;
    for (const { flavour } of endpoints) {
      try {
        await this.#probe(flavour, signal);
        return flavour;
      } catch (error) {
        if (!(error instanceof Failure && maySayWrongPath(error))) {
          throw error;
        }
        first ??= error;
      }
    }
    throw first ?? new Failure('resourceNotFound');
  }

  /**
   * Path and authorization are right if any session comes back (seed page 000 shows others than the one asked for), and
   * also if the answer is "1002: Session not found".
   */
  async #probe(flavour: Flavour, signal?: AbortSignal): Promise<void> {
    try {
      const url = sessionsUrl(this.#options.baseUrl, flavour, probeId);
      await this.#exchange({ url, maxBytes: maxBytes.one, signal }, () => ({ onRecord: () => undefined }));
    } catch (error) {
      if (!(error instanceof Failure && error.code === 'sessionNotFound')) {
        throw error;
      }
    }
  }

  async #one(flavour: Flavour, id: string, signal?: AbortSignal): Promise<SessionWithJson> {
    let found: SessionWithJson[] = [];
    const readerOf = (): DocumentReader => {
      found = [];
      return {
        onRecord: (record, json) => {
          const session = readSession(record);
          if (session !== undefined) {
            found.push({ session, json: json.toString() });
          }
        },
      };
    };
    const url = sessionsUrl(this.#options.baseUrl, flavour, id);
    const { records, unreadable } = await this.#exchange({ url, maxBytes: maxBytes.one, signal }, readerOf);
    // The documentation's example of one session answers with two records, so the right one is picked by its id.
    const one = found.find(({ session }) => BigInt(session.id) === BigInt(id));
    if (one === undefined) {
      throw new Failure(records + unreadable === 0 ? 'sessionNotFound' : 'unexpectedJson');
    }
    return one;
  }
}

const wrongPath: readonly FailureCode[] = ['resourceNotFound', 'redirected', 'notJson'];

/**
 * A gateway or web server in front of the API answers in its own way for a path that does not exist: with a page of its
 * own, or with a redirect.
 */
function maySayWrongPath({ code, facts: { status } }: Failure): boolean {
  const isRefused = code === 'requestRefused' && status === 401;
  return wrongPath.includes(code) || isRefused || status === 404 || status === 405;
}

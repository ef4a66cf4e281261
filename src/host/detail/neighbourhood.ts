import { inSlices, type Work } from '../../core/async/work.ts';
import type { Connection } from '../../core/connections/connection.ts';
import type { SessionIndex } from '../../core/sessions/index/sessionIndex.ts';
import { neighboursOf, type Neighbours } from '../../core/sessions/neighbours.ts';
import type { ServerClock } from '../../core/sessions/query/serverClock.ts';
import type { Session } from '../../core/sessions/session.ts';
import { unusual, type Unusual } from '../../core/sessions/unusual.ts';

/** What was found around a session in the loaded list. */
export interface Found extends Neighbours {
  /** Undefined where nothing can be told, or nobody wants to know. */
  readonly unusual: Unusual | undefined;
}

/** What the answer depends on. */
interface Question {
  readonly session: Session;
  readonly connection: Connection;
  readonly index: SessionIndex;
  readonly zone: string;
  readonly showsUnusual: boolean;
}

/** What the loaded list knows around the session of one panel. It is found anew, in slices, when any of it changes. */
export class Neighbourhood {
  readonly #onChange: () => void;
  #question: Question | undefined;
  #found: Found | undefined;
  #finding = new AbortController();
  #settled: Promise<void> = Promise.resolve();

  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  /** Undefined until it was found, or where there is no list. */
  get found(): Found | undefined {
    return this.#found;
  }

  /** Resolves once all that was asked for is found. */
  get settled(): Promise<void> {
    return this.#settled;
  }

  /** Turns to a session as it is shown, and to the list that is loaded now. */
  follow(session: Session | undefined, connection: Connection | undefined, showsUnusual: boolean): void {
    const index = connection?.store.list?.index;
    const question =
      session === undefined || connection === undefined || index === undefined
        ? undefined
        : { session, connection, index, zone: connection.clock().zone, showsUnusual };
    if (isSame(question, this.#question)) {
      return;
    }
    const isOther =
      question?.session.id !== this.#question?.session.id || question?.connection !== this.#question?.connection;
    this.forget();
    this.#question = question;
    this.#found = isOther ? undefined : this.#found;
    if (question !== undefined) {
      this.#settled = this.#find(question, this.#finding.signal);
    }
  }

  /** Ends what runs. */
  forget(): void {
    this.#finding.abort();
    this.#finding = new AbortController();
    this.#question = undefined;
  }

  async #find(question: Question, signal: AbortSignal): Promise<void> {
    try {
      const found = await inSlices(finding(question, question.connection.clock()), signal);
      if (!signal.aborted) {
        this.#found = found;
        this.#onChange();
      }
    } catch (error) {
      if (!signal.aborted) {
        throw error;
      }
    }
  }
}

function* finding({ session, index, showsUnusual }: Question, clock: ServerClock): Work<Found> {
  const neighbours = yield* neighboursOf(index, session, clock);
  return { ...neighbours, unusual: showsUnusual ? yield* unusual(index, session, clock) : undefined };
}

function isSame(one: Question | undefined, other: Question | undefined): boolean {
  if (one === undefined || other === undefined) {
    return one === other;
  }
  const keys = ['session', 'connection', 'index', 'zone', 'showsUnusual'] as const;
  return keys.every((key) => one[key] === other[key]);
}

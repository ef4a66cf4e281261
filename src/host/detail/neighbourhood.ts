import { inSlices, type Work } from '../../core/async/work.ts';
import type { Connection } from '../../core/connections/connection.ts';
import type { SessionIndex } from '../../core/sessions/index/sessionIndex.ts';
import { neighboursOf, type Neighbours } from '../../core/sessions/neighbours.ts';
import type { ServerClock } from '../../core/sessions/query/serverClock.ts';
import type { Session } from '../../core/sessions/session.ts';
import { fittingSpan, stripOf, stripSpans, type Strip, type StripSpan } from '../../core/sessions/strip.ts';
import { unusual, type Unusual } from '../../core/sessions/unusual.ts';

/** What was found around a session in the loaded list. */
export interface Found extends Neighbours {
  /** Undefined where nothing can be told, or nobody wants to know. */
  readonly unusual: Unusual | undefined;
  readonly strip: Strip | undefined;
}

/** What the answer depends on. */
interface Question {
  readonly session: Session;
  readonly connection: Connection;
  readonly index: SessionIndex;
  readonly zone: string;
  readonly showsUnusual: boolean;
  readonly span: StripSpan;
}

/** What the loaded list knows around the session of one panel. It is found anew, in slices, when any of it changes. */
export class Neighbourhood {
  readonly #onChange: () => void;
  #question: Question | undefined;
  #found: Found | undefined;
  /** How much time a person wants to see on the strip; undefined until they have said so. */
  #span: StripSpan | undefined;
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
        : { session, connection, index, showsUnusual, ...this.#ofClock(session, connection.clock()) };
    if (isSame(question, this.#question)) {
      return;
    }
    const isZoomed = isSame(question && { ...question, span: this.#question?.span ?? question.span }, this.#question);
    const isOther =
      question?.session.id !== this.#question?.session.id || question?.connection !== this.#question?.connection;
    this.forget();
    this.#question = question;
    this.#found = isOther ? undefined : this.#found;
    if (question !== undefined) {
      this.#settled = this.#find(question, isZoomed ? this.#found : undefined, this.#finding.signal);
    }
  }

  /** Shows less or more time on the strip; `follow` then finds what is in it. */
  zoom(direction: 'in' | 'out'): void {
    const spans = Object.keys(stripSpans) as StripSpan[];
    const shown = this.#question?.span;
    const next = shown === undefined ? undefined : spans[spans.indexOf(shown) + (direction === 'in' ? -1 : 1)];
    this.#span = next ?? this.#span;
  }

  #ofClock(session: Session, clock: ServerClock): Pick<Question, 'zone' | 'span'> {
    return { zone: clock.zone, span: this.#span ?? fittingSpan(session, clock) };
  }

  /** Ends what runs. */
  forget(): void {
    this.#finding.abort();
    this.#finding = new AbortController();
    this.#question = undefined;
  }

  async #find(question: Question, known: Found | undefined, signal: AbortSignal): Promise<void> {
    try {
      const found = await inSlices(finding(question, known, question.connection.clock()), signal);
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

/** Where only the strip is to show another time, the rest is `known`. */
function* finding(question: Question, known: Found | undefined, clock: ServerClock): Work<Found> {
  const { session, index, showsUnusual, span } = question;
  const strip = yield* stripOf(index, session, span, clock);
  if (known !== undefined) {
    return { ...known, strip };
  }
  const neighbours = yield* neighboursOf(index, session, clock);
  return { ...neighbours, strip, unusual: showsUnusual ? yield* unusual(index, session, clock) : undefined };
}

function isSame(one: Question | undefined, other: Question | undefined): boolean {
  if (one === undefined || other === undefined) {
    return one === other;
  }
  const keys = ['session', 'connection', 'index', 'zone', 'showsUnusual', 'span'] as const;
  return keys.every((key) => one[key] === other[key]);
}

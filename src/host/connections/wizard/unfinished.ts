import { isSameDraft, withoutSecrets, type Draft } from './draft.ts';
import type { Question } from './question.ts';

/** The answers that a person left behind in a wizard, without secrets, and the question they were at. */
export interface Left {
  readonly draft: Draft;
  /** Undefined once all were answered. */
  readonly field: Question['field'] | undefined;
}

/** What was left in each wizard last: another quick input closes one as well as a person does. In memory only. */
export class Unfinished {
  readonly #left = new Map<string, Left & { readonly start: Draft }>();

  /** What was left in a wizard that begins with `start`; what began with other answers is of no use any more. */
  of(wizard: string, start: Draft): Left | undefined {
    const left = this.#left.get(wizard);
    return left !== undefined && isSameDraft(left.start, start) ? left : undefined;
  }

  /** Answers that are those which the wizard began with are not worth a question. */
  keep(wizard: string, start: Draft, { draft, field }: Left): void {
    const kept = withoutSecrets(draft);
    if (isSameDraft(kept, start)) {
      this.forget(wizard);
    } else {
      this.#left.set(wizard, { start, draft: kept, field });
    }
  }

  forget(wizard: string): void {
    this.#left.delete(wizard);
  }
}

import { l10n } from 'vscode';
import { Dismissed } from '../../prompts/pick.ts';
import { askForOne } from './askForOne.ts';
import { askForSome } from './askForSome.ts';
import { askForText } from './askForText.ts';
import type { Answered, Frame } from './attend.ts';
import type { Draft } from './draft.ts';
import type { Question } from './question.ts';
import type { Left } from './unfinished.ts';

/** A wizard: what it is for, and its questions, which may depend on the answers before them. */
export interface Flow {
  readonly title: string;
  readonly questions: (draft: Draft) => readonly Question[];
  /** Told what was answered, and at which question, when the person leaves. */
  readonly onLeave?: (left: Left) => void;
}

/**
 * Asks one question after the other, from that for the first of the fields `from`, with Back between them. Answers
 * stay when a person goes back, also to questions that have fallen away meanwhile. Rejects with `Dismissed`.
 */
export async function runFlow(
  { title, questions, onLeave }: Flow,
  start: Draft,
  from: readonly Question['field'][] = [],
): Promise<Draft> {
  let draft = start;
  let position = Math.max(
    0,
    questions(draft).findIndex(({ field }) => from.includes(field)),
  );
  for (;;) {
    const all = questions(draft);
    const question = all[position];
    if (question === undefined) {
      return draft;
    }
    const answered = await ask(question, draft, {
      title: l10n.t('{0}: {1}', title, question.label),
      step: position + 1,
      totalSteps: all.length,
    });
    draft = { ...draft, ...answered.answer };
    if (answered.then === 'leave') {
      onLeave?.({ draft, field: question.field });
      throw new Dismissed();
    }
    position += answered.then === 'back' ? -1 : 1;
  }
}

/** The answer as a change of the draft. */
async function ask(question: Question, draft: Draft, frame: Frame): Promise<Answered<Draft>> {
  switch (question.kind) {
    case 'text': {
      // A proposal that the person accepted is not stored, so it follows when the earlier answers change.
      const { proposal = '' } = question;
      const { answer, then } = await askForText(question, frame, draft[question.field] ?? proposal);
      return { answer: { [question.field]: answer === proposal ? undefined : answer }, then };
    }
    case 'one': {
      const { answer, then } = await askForOne(question, frame, draft[question.field]);
      return { answer: { [question.field]: answer }, then };
    }
    case 'some': {
      const { answer, then } = await askForSome(question, frame, draft.extras ?? []);
      return { answer: { extras: answer }, then };
    }
  }
}

import { Disposable, InputBoxValidationSeverity, l10n, QuickInputButtons, ThemeIcon, window } from 'vscode';
import type { InputBox, QuickInput } from 'vscode';
import type { Extra } from './draft.ts';
import { Dismissed } from '../../prompts/pick.ts';
import { answerOf, type OneQuestion, type Remark, type SomeQuestion, type TextQuestion } from './question.ts';
import { remarkOn } from './validation.ts';

/** What the title bar of a box says. */
export interface Frame {
  readonly title: string;
  readonly step: number;
  readonly totalSteps: number;
}

/** What stood in a box when the person went on, or back. */
export interface Answered<Answer> {
  readonly answer: Answer;
  readonly isBack: boolean;
}

/** Asks for a text, judged while it is typed. Rejects with `Dismissed`. */
export async function askForText(question: TextQuestion, frame: Frame, value: string): Promise<Answered<string>> {
  const { label, prompt, placeholder, isSecret = false, mayBeEmpty = false, browse } = question;
  const box = window.createInputBox();
  const remark = (typed: string): Remark | undefined => remarkOn(question, typed);
  const become = (text: string) => {
    box.value = text;
    box.validationMessage = remark(text);
  };
  box.prompt = prompt;
  box.placeholder = placeholder;
  box.password = isSecret;
  box.onDidChangeValue((typed) => (box.validationMessage = remark(typed)));
  become(value);
  return attend(box, frame, {
    answer: () => answerOf(question, box.value),
    mayAccept: () => {
      const isEmpty = answerOf(question, box.value) === '';
      const last = isEmpty && !mayBeEmpty ? missing(label) : remark(box.value);
      box.validationMessage = last;
      return last?.severity !== InputBoxValidationSeverity.Error;
    },
    browse: browse === undefined ? undefined : async () => become((await browse()) ?? box.value),
  });
}

/** Asks for one of several. Rejects with `Dismissed`. */
export async function askForOne(
  { choices, placeholder }: OneQuestion,
  frame: Frame,
  value: string | undefined,
): Promise<Answered<string | undefined>> {
  const list = window.createQuickPick<(typeof choices)[number]>();
  list.items = choices;
  list.placeholder = placeholder;
  list.matchOnDescription = true;
  // An empty array would leave no choice active, and Enter without effect.
  list.activeItems = [choices.find((choice) => choice.value === value) ?? choices[0]].filter(
    (choice) => choice !== undefined,
  );
  const chosen = () => list.selectedItems[0]?.value;
  return attend(list, frame, { answer: () => chosen() ?? value, mayAccept: () => chosen() !== undefined });
}

/** Asks for any number of several. Rejects with `Dismissed`. */
export async function askForSome(
  { choices, placeholder }: SomeQuestion,
  frame: Frame,
  values: readonly Extra[],
): Promise<Answered<readonly Extra[]>> {
  const list = window.createQuickPick<(typeof choices)[number]>();
  list.canSelectMany = true;
  list.items = choices;
  list.placeholder = placeholder;
  list.selectedItems = choices.filter((choice) => values.includes(choice.value));
  return attend(list, frame, { answer: () => list.selectedItems.map(({ value }) => value), mayAccept: () => true });
}

type Box = QuickInput & Pick<InputBox, 'buttons' | 'onDidAccept' | 'onDidTriggerButton'>;

interface Manners<Answer> {
  readonly answer: () => Answer;
  readonly mayAccept: () => boolean;
  readonly browse?: (() => Promise<void>) | undefined;
}

/** Shows a box until the person goes on, goes back, or leaves. */
async function attend<Answer>(
  box: Box,
  frame: Frame,
  { answer, mayAccept, browse }: Manners<Answer>,
): Promise<Answered<Answer>> {
  const done = Promise.withResolvers<Answered<Answer>>();
  const browseButton = { iconPath: new ThemeIcon('folder-opened'), tooltip: l10n.t('Browse…') };
  let isBrowsing = false;
  const show = async () => {
    // A dialog may take the place of the box; that is no leaving.
    isBrowsing = true;
    await browse?.().finally(() => (isBrowsing = false));
    box.show();
  };
  box.title = frame.title;
  box.step = frame.step;
  box.totalSteps = frame.totalSteps;
  box.ignoreFocusOut = true;
  box.buttons = [...(frame.step > 1 ? [QuickInputButtons.Back] : []), ...(browse === undefined ? [] : [browseButton])];
  const listening = Disposable.from(
    box.onDidAccept(() => {
      if (mayAccept()) {
        done.resolve({ answer: answer(), isBack: false });
      }
    }),
    box.onDidTriggerButton((button) => {
      if (button === QuickInputButtons.Back) {
        done.resolve({ answer: answer(), isBack: true });
      } else {
        void show();
      }
    }),
    box.onDidHide(() => {
      if (!isBrowsing) {
        done.reject(new Dismissed());
      }
    }),
  );
  box.show();
  try {
    return await done.promise;
  } finally {
    listening.dispose();
    box.dispose();
  }
}

function missing(label: string): Remark {
  return { message: l10n.t('{0} is needed.', label), severity: InputBoxValidationSeverity.Error };
}

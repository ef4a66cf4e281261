import { InputBoxValidationSeverity, l10n, window } from 'vscode';
import { attend, type Answered, type Frame } from './attend.ts';
import { answerOf, type TextQuestion } from './question.ts';
import { errorRemark } from './remark.ts';
import { remarkOn } from './remarkOn.ts';

/** Asks for a text, judged while it is typed. */
export async function askForText(question: TextQuestion, frame: Frame, value: string): Promise<Answered<string>> {
  const { label, prompt, placeholder, isSecret = false, mayBeEmpty = false, browse } = question;
  const box = window.createInputBox();
  const remark = (typed: string) => remarkOn(question, typed);
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
      const last = isEmpty && !mayBeEmpty ? errorRemark(l10n.t('{0} is needed.', label)) : remark(box.value);
      box.validationMessage = last;
      return last?.severity !== InputBoxValidationSeverity.Error;
    },
    browse: browse === undefined ? undefined : async () => become((await browse()) ?? box.value),
  });
}

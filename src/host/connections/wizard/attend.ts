import { Disposable, l10n, QuickInputButtons, ThemeIcon } from 'vscode';
import type { InputBox, QuickInput } from 'vscode';

/** What the title bar of a box says. */
export interface Frame {
  readonly title: string;
  readonly step: number;
  readonly totalSteps: number;
}

/** What the box contained when the person went on, or back, or when it was closed. */
export interface Answered<Answer> {
  readonly answer: Answer;
  readonly then: 'next' | 'back' | 'leave';
}

type Box = QuickInput & Pick<InputBox, 'buttons' | 'onDidAccept' | 'onDidTriggerButton'>;

interface Manners<Answer> {
  readonly answer: () => Answer;
  readonly mayAccept: () => boolean;
  readonly browse?: (() => Promise<void>) | undefined;
}

/** Shows a box until the person goes on, goes back, or leaves, as they also do when another box takes its place. */
export async function attend<Answer>(
  box: Box,
  frame: Frame,
  { answer, mayAccept, browse }: Manners<Answer>,
): Promise<Answered<Answer>> {
  const done = Promise.withResolvers<Answered<Answer>>();
  const browseButton = { iconPath: new ThemeIcon('folder-opened'), tooltip: l10n.t('Browse…') };
  let isBrowsing = false;
  const show = async () => {
    // The box may be hidden because a dialog opened; that does not mean that the person left.
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
        done.resolve({ answer: answer(), then: 'next' });
      }
    }),
    box.onDidTriggerButton((button) => {
      if (button === QuickInputButtons.Back) {
        done.resolve({ answer: answer(), then: 'back' });
      } else {
        void show();
      }
    }),
    box.onDidHide(() => {
      if (!isBrowsing) {
        done.resolve({ answer: answer(), then: 'leave' });
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

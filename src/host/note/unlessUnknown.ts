import { commands, l10n, window } from 'vscode';
import { UnknownPlaceholders } from '../../core/output/ticketNote.ts';
import { unknownPlaceholdersText } from './noteOf.ts';

/** Runs `work`; a template that cannot be filled in is told to the person, with the way to its setting. */
export async function unlessUnknown<Result>(work: () => Promise<Result>): Promise<Result | undefined> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof UnknownPlaceholders)) {
      throw error;
    }
    const open = l10n.t('Open Settings');
    void window.showErrorMessage(unknownPlaceholdersText(error), open).then((pressed) => {
      if (pressed === open) {
        void commands.executeCommand('workbench.action.openSettings', 'pamSessions.ticketNote');
      }
    });
    return undefined;
  }
}

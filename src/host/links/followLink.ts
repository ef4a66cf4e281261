import { window, type Uri } from 'vscode';
import { Failure } from '../../core/failure.ts';
import type { CommandContext } from '../commands/commandContext.ts';
import { Dismissed } from '../prompts/pick.ts';
import { LinkRefused } from './linkRefused.ts';
import { openLink } from './openLink.ts';

/** Opens a link that Copy Link made, wherever it comes from, or says why not. */
export async function followLink(context: CommandContext, uri: Uri): Promise<void> {
  try {
    await openLink(context, uri);
  } catch (error) {
    if (error instanceof LinkRefused) {
      void window.showErrorMessage(error.message);
    } else if (error instanceof Failure) {
      context.report(error, undefined);
    } else if (!(error instanceof Dismissed)) {
      throw error;
    }
  }
}

import { window, type Disposable } from 'vscode';
import { Failure } from '../../core/failure.ts';
import type { CommandContext } from '../commands/commandContext.ts';
import { Dismissed } from '../prompts/pick.ts';
import { LinkRefused } from './linkRefused.ts';
import { openLink } from './openLink.ts';

/** Opens the links that Copy Link makes, wherever they come from. */
export function registerLinks(context: CommandContext): Disposable {
  return window.registerUriHandler({
    handleUri: async (uri) => {
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
    },
  });
}

import { l10n, window } from 'vscode';
import type { CommandContext } from '../commandContext.ts';
import { invalidTarget } from '../connections/connectionOfTarget.ts';
import { givenSessions, sessionInFront } from './sessionsInFront.ts';

/** Shows the session given, or the one in front, in a panel that no other session takes over. */
export async function keepSession(context: CommandContext, target: unknown): Promise<void> {
  const { connections, detail } = context;
  const given = givenSessions(connections, target, undefined);
  const [meant] = given ?? [await sessionInFront(context, l10n.t('Keep Session Open: which one?'))];
  if (meant === undefined) {
    if (given !== undefined) {
      throw invalidTarget();
    }
    void window.showInformationMessage(l10n.t('Select or open a session first.'));
    return;
  }
  const { reference, session } = meant;
  if (given === undefined && detail.keep(reference)) {
    return;
  }
  const opening = detail.open(reference, { known: session, preserveFocus: false, toSide: false });
  detail.keep(reference);
  await opening;
}

import { env, l10n, window, type Uri } from 'vscode';
import { filledUrl } from '../../../core/connections/urlTemplate.ts';
import { plainText } from '../../../core/text/visibleText.ts';
import type { SessionPlace } from '../../../shared/sessionPlace.ts';
import { sessionName } from '../../sessionName.ts';
import { placeTemplate } from '../../sessionPlaces.ts';
import type { CommandContext } from '../commandContext.ts';
import { invalidTarget } from '../connections/connectionOfTarget.ts';
import { givenSessions, sessionInFront } from './sessionsInFront.ts';
import { knownOf } from './sessionsToCopy.ts';

/** Opens the ticket of the session given, or of the one in front, or the session itself in the server's own pages. */
export async function openPlace(context: CommandContext, place: SessionPlace, target: unknown): Promise<void> {
  const { connections } = context;
  const given = givenSessions(connections, target, undefined);
  const [meant] = given ?? [await sessionInFront(context, titleOf(place))];
  if (meant === undefined) {
    if (given !== undefined) {
      throw invalidTarget();
    }
    void window.showInformationMessage(l10n.t('Select or open a session first.'));
    return;
  }
  const { settings } = connections.get(meant.reference.connection);
  const template = placeTemplate(settings, place);
  const name = plainText(sessionName(connections, meant.reference));
  if (template === undefined) {
    const key = { ticket: 'ticketUrl', pam: 'pamUrl' }[place];
    void window.showInformationMessage(
      l10n.t('{0} has no {1}: set it in pamSessions.connections.', plainText(settings.name), key),
    );
    return;
  }
  const { session } = await knownOf(context, meant);
  const filled = filledUrl(template, session);
  if (typeof filled === 'object') {
    await openExactly(filled.url);
    return;
  }
  void window.showInformationMessage(
    filled === 'empty'
      ? l10n.t('Session {0} has nothing for a placeholder of {1}.', name, plainText(template))
      : l10n.t('A value of session {0} would lead to another path than {1} says.', name, plainText(template)),
  );
}

/**
 * Opens an address as it is written. VS Code would decode a `Uri` and encode it in another way, so that `%26` in a value
 * became `&`; a text it hands on untouched, though its types do not say so.
 */
async function openExactly(url: string): Promise<void> {
  await env.openExternal(url as unknown as Uri);
}

function titleOf(place: SessionPlace): string {
  return { ticket: l10n.t('Open Ticket: of which session?'), pam: l10n.t('Open in PAM: which session?') }[place];
}

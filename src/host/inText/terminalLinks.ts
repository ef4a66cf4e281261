import { commands, l10n, type TerminalLink, type TerminalLinkContext, type TerminalLinkProvider } from 'vscode';
import { inSlices } from '../../core/async/work.ts';
import type { Connections } from '../../core/connections/connections.ts';
import { sessionsInLine, type KnownByWord } from '../../core/connections/sessionsInText.ts';
import { labelText } from '../../core/text/visibleText.ts';
import { Dismissed, pick } from '../prompts/pick.ts';
import { sessionName } from '../sessionName.ts';
import { findsSessionIds } from '../settings.ts';
import { linkText } from './hoverText.ts';

type SessionTerminalLink = Pick<TerminalLink, 'startIndex' | 'length' | 'tooltip'> & {
  readonly found: readonly KnownByWord[];
};

/** Makes links of the session_ids in a terminal that a loaded list has; a click offers what can be done. */
export class TerminalLinks implements TerminalLinkProvider<SessionTerminalLink> {
  readonly #connections: Connections;

  constructor(connections: Connections) {
    this.#connections = connections;
  }

  async provideTerminalLinks({ line }: Pick<TerminalLinkContext, 'line'>): Promise<SessionTerminalLink[]> {
    const named = findsSessionIds(undefined) ? await inSlices(sessionsInLine(this.#connections.all, line)) : [];
    return named.map(({ word: { from, to }, sessions }) => {
      const tooltips = sessions.map((each) => linkText(this.#connections, each));
      return { startIndex: from, length: to - from, tooltip: tooltips[0] ?? '', found: sessions };
    });
  }

  async handleTerminalLink({ found }: SessionTerminalLink): Promise<void> {
    try {
      const title = l10n.t('A Session ID in the terminal: what about it?');
      const { command, reference } = await pick(
        title,
        found.flatMap((each) => this.#choicesOf(each)),
      );
      await commands.executeCommand(command, reference);
    } catch (error) {
      if (!(error instanceof Dismissed)) {
        throw error;
      }
    }
  }

  #choicesOf(known: KnownByWord) {
    const reference = { connection: known.connection.settings.id, id: known.session.id };
    const name = labelText(sessionName(this.#connections, reference));
    const detail = labelText(linkText(this.#connections, known));
    return [
      { command: 'pamSessions.openSession', label: l10n.t('Open session {0}', name) },
      { command: 'pamSessions.copySessionId', label: l10n.t('Copy the Session ID of session {0}', name) },
      { command: 'pamSessions.copyTicketNote', label: l10n.t('Copy the ticket note of session {0}', name) },
      { command: 'pamSessions.revealInTree', label: l10n.t('Reveal session {0} in the tree', name) },
    ].map(({ command, label }, at) => ({ value: { command, reference }, label, ...(at === 0 ? { detail } : {}) }));
  }
}

import { Disposable, languages, window } from 'vscode';
import type { Connections } from '../../core/connections/connections.ts';
import { SessionHovers } from './sessionHovers.ts';
import { TerminalLinks } from './terminalLinks.ts';

/** Recognises the session_ids of the loaded lists in documents of any language, and in terminals. */
export function registerInText(connections: Connections): Disposable {
  return Disposable.from(
    languages.registerHoverProvider('*', new SessionHovers(connections)),
    window.registerTerminalLinkProvider(new TerminalLinks(connections)),
  );
}

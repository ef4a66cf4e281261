import { Hover, Range, type HoverProvider, type Position, type TextDocument } from 'vscode';
import { inSlices } from '../../core/async/work.ts';
import type { Connections } from '../../core/connections/connections.ts';
import { sessionsAt } from '../../core/connections/sessionsInText.ts';
import { findsSessionIds } from '../settings.ts';
import { hoverText } from './hoverText.ts';

/** Says of a session_id in any document whose session it is, if a loaded list has it. */
export class SessionHovers implements HoverProvider {
  readonly #connections: Connections;

  constructor(connections: Connections) {
    this.#connections = connections;
  }

  async provideHover(document: TextDocument, { line, character }: Position): Promise<Hover | undefined> {
    if (!findsSessionIds(document)) {
      return undefined;
    }
    const named = await inSlices(sessionsAt(this.#connections.all, document.lineAt(line).text, character));
    return (
      named &&
      new Hover(
        named.sessions.map((each) => hoverText(this.#connections, each)),
        new Range(line, named.word.from, line, named.word.to),
      )
    );
  }
}

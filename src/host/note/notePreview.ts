import { EventEmitter, l10n, languages, Uri, window, workspace } from 'vscode';
import type { Connections } from '../../core/connections/connections.ts';
import { changesNote, noteFormat } from '../settings.ts';
import type { KnownSession } from './noteEntryOf.ts';

const scheme = 'pam-sessions-note';

/** The document that shows a ticket note as it would be copied; it follows the settings while they are written. */
export class NotePreview {
  readonly #connections: Connections;
  readonly #changed = new EventEmitter<Uri>();
  readonly #subscriptions: readonly { dispose(): void }[];
  #sessions: readonly KnownSession[] = [];

  constructor(connections: Connections) {
    this.#connections = connections;
    const provider = { onDidChange: this.#changed.event, provideTextDocumentContent: () => this.#text() };
    this.#subscriptions = [
      this.#changed,
      workspace.registerTextDocumentContentProvider(scheme, provider),
      workspace.onDidChangeConfiguration((event) => {
        if (changesNote(event)) {
          this.#changed.fire(this.#uri);
        }
      }),
    ];
  }

  async show(sessions: readonly KnownSession[]): Promise<void> {
    this.#sessions = sessions;
    this.#changed.fire(this.#uri);
    const document = await workspace.openTextDocument(this.#uri);
    await languages.setTextDocumentLanguage(document, noteFormat() === 'markdown' ? 'markdown' : 'plaintext');
    await window.showTextDocument(document);
  }

  dispose(): void {
    this.#subscriptions.forEach((subscription) => subscription.dispose());
  }

  get #uri(): Uri {
    const title = l10n.t('Ticket Note');
    return Uri.from({ scheme, path: `/${title}` });
  }

  async #text(): Promise<string> {
    // After a reload VS Code asks again, and nothing is known of the sessions any more.
    if (this.#sessions.length === 0) {
      return l10n.t('Run Preview Ticket Note again to see the note of a session.');
    }
    const { noteOrProblem } = await import('./noteOrProblem.ts');
    return noteOrProblem(this.#connections, this.#sessions);
  }
}

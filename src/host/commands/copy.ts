import { env, l10n, window } from 'vscode';
import type { Connections } from '../../core/connections/connections.ts';
import { labelText, plainText, visibleText } from '../../core/text/visibleText.ts';
import type { SessionReference } from '../../shared/detail.ts';
import { countText } from '../format.ts';
import type { CommandContext } from './commandContext.ts';
import type { Candidate } from './inFront.ts';
import { givenSessions, sessionName, sessionNames, sessionsInFront } from './sessionsInFront.ts';

/** How long a person has to read that something was copied. */
const copiedMilliseconds = 4000;

/** Puts the report for a bug ticket on the clipboard. */
export async function copyDiagnostics(context: CommandContext): Promise<void> {
  await copy(context.diagnostics(), l10n.t('$(check) Copied: Diagnostics'));
}

/** Puts one field of a session on the clipboard, under the label it is shown with. */
export async function copyField(
  connections: Connections,
  reference: SessionReference,
  text: string,
  label: string,
): Promise<void> {
  const name = labelText(sessionName(connections, reference));
  await copy(text, l10n.t('$(check) Copied: {0} of session {1}', labelText(label), name));
}

/** Copies the IDs of the rows given, or of the sessions in front, one a line. */
export async function copyId(context: CommandContext, target: unknown, selection: unknown): Promise<void> {
  const candidates = await meantBy(context, target, selection, l10n.t('Copy ID: of which session?'));
  const ids = candidates.map(({ reference }) => visibleText(reference.id));
  const names = labelText(sessionNames(context.connections, candidates));
  if (ids.length > 0) {
    const one = l10n.t('$(check) Copied: ID {0}', names);
    await copy(
      ids.join('\n'),
      ids.length === 1 ? one : l10n.t('$(check) Copied: {0} IDs: {1}', countText(ids.length), names),
    );
  }
}

/** Copies the Session IDs of the rows given, or of the sessions in front, one a line. */
export async function copySessionId(context: CommandContext, target: unknown, selection: unknown): Promise<void> {
  const { connections } = context;
  const candidates = await meantBy(context, target, selection, l10n.t('Copy Session ID: of which session?'));
  const [having, lacking] = [
    candidates.filter((each) => sessionIdOf(each) !== ''),
    candidates.filter((each) => sessionIdOf(each) === ''),
  ];
  if (lacking.length > 0) {
    const names = plainText(sessionNames(connections, lacking));
    void window.showWarningMessage(
      l10n.t(
        'No Session ID is known of: {0}. Open the session, or refresh the list, to see whether it has one.',
        names,
      ),
    );
  }
  const [first] = having;
  if (first === undefined) {
    return;
  }
  const ids = having.map(sessionIdOf);
  const names = labelText(sessionNames(connections, having));
  const one = l10n.t('$(check) Copied: Session ID {0} of session {1}', labelText(sessionIdOf(first)), names);
  const text =
    having.length === 1
      ? one
      : l10n.t('$(check) Copied: {0} Session IDs, of sessions {1}', countText(ids.length), names);
  await copy(ids.join('\n'), text);
}

/** What was given, or else what is in front; says so where that is no session. */
async function meantBy(
  context: CommandContext,
  target: unknown,
  selection: unknown,
  title: string,
): Promise<readonly Candidate[]> {
  // The key binding of the tree says "tree"; the palette means what is in front of the person.
  const given =
    target === 'tree'
      ? givenSessions(context.connections, target, await context.view.focusedNodes())
      : givenSessions(context.connections, target, selection);
  const candidates = given ?? (await sessionsInFront(context, title));
  if (candidates.length === 0) {
    void window.showInformationMessage(l10n.t('Select or open a session first.'));
  }
  return candidates;
}

function sessionIdOf({ session }: Candidate): string {
  return visibleText(session?.sessionId ?? '');
}

/** Puts text on the clipboard and says so in the status bar. */
async function copy(text: string, message: string): Promise<void> {
  await env.clipboard.writeText(text);
  window.setStatusBarMessage(message, copiedMilliseconds);
}

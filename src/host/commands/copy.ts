import { env, l10n, window } from 'vscode';
import { labelText, visibleText } from '../../core/output/visibleText.ts';
import type { Session } from '../../core/sessions/session.ts';
import { readReference } from '../../shared/detail.ts';
import { isNode } from '../tree/nodes.ts';
import type { CommandContext } from './context.ts';
import { knownSession } from './target.ts';

/** How long a person has to read that something was copied. */
const copiedMilliseconds = 4000;

/** Puts text on the clipboard and says so in the status bar. */
export async function copy(text: string, what: string): Promise<void> {
  await env.clipboard.writeText(text);
  window.setStatusBarMessage(l10n.t('$(check) Copied: {0}', labelText(what)), copiedMilliseconds);
}

/** Copies the number of the session that a page passes, `{ connection, id }`. */
export async function copyId(target: unknown): Promise<void> {
  const { id } = readReference(target) ?? {};
  if (id !== undefined) {
    await copy(visibleText(id), l10n.t('ID {0}', id));
  }
}

/** Copies the Session IDs of the rows given, of the session in front, or of what is selected in the tree. */
export async function copySessionId(context: CommandContext, target: unknown, selection: unknown): Promise<void> {
  await copySessionIds(await sessionsToCopy(context, target, selection));
}

async function sessionsToCopy(
  { servers, view, detail }: CommandContext,
  target: unknown,
  selection: unknown,
): Promise<readonly Session[]> {
  const nodes: readonly unknown[] = Array.isArray(selection) ? selection : [target];
  const given = nodes.flatMap((node) => (isNode(node) && node.kind === 'session' ? [node.session] : []));
  if (given.length > 0) {
    return given;
  }
  const reference = readReference(target);
  if (reference !== undefined) {
    const known = knownSession(servers, reference);
    return known === undefined ? [] : [known];
  }
  // The key binding of the tree says "tree"; the palette means what is in front of the person.
  if (target === 'tree') {
    return view.focusedSessions();
  }
  if (detail.activeReference !== undefined) {
    return detail.activeSession === undefined ? [] : [detail.activeSession];
  }
  return view.selectedSessions;
}

async function copySessionIds(sessions: readonly Session[]): Promise<void> {
  const ids = sessions.map(({ sessionId }) => visibleText(sessionId)).filter((sessionId) => sessionId !== '');
  if (ids.length === 0) {
    void window.showInformationMessage(l10n.t('Select a session that has a Session ID first.'));
    return;
  }
  const one = ids.length === 1 ? l10n.t('Session ID {0}', ids[0] ?? '') : l10n.t('{0} Session IDs', ids.length);
  await copy(ids.join('\n'), one);
}

import { l10n, MarkdownString } from 'vscode';
import type { Connections } from '../../core/connections/connections.ts';
import type { KnownByWord } from '../../core/connections/sessionsInText.ts';
import { visibleText } from '../../core/text/visibleText.ts';
import { appendFields } from '../appendFields.ts';
import { appendPlainText } from '../appendPlainText.ts';
import { sessionName } from '../sessionName.ts';
import { shownFields } from '../shownFields.ts';

/** What a person wants to know of a session that a text names; the rest is a click away. */
const shown: readonly string[] = [
  'user',
  'credential',
  'device',
  'protocol',
  'originIp',
  'start',
  'end',
  'durationSeconds',
];

/** What the hover over a session_id shows: who, where and when, and what can be done about it. */
export function hoverText(connections: Connections, { connection, session }: KnownByWord): MarkdownString {
  const reference = { connection: connection.settings.id, id: session.id };
  const text = new MarkdownString();
  const name = sessionName(connections, reference);
  const heading = session.live ? l10n.t('Session {0}, live', name) : l10n.t('Session {0}, ended', name);
  appendPlainText(text, heading).appendMarkdown('\n\n');
  appendFields(
    text,
    shownFields(session).filter(({ key }) => shown.includes(key)),
  );
  const actions = [
    { command: 'pamSessions.openSession', label: l10n.t('Open') },
    { command: 'pamSessions.copySessionId', label: l10n.t('Copy Session ID') },
    { command: 'pamSessions.copyTicketNote', label: l10n.t('Copy Ticket Note') },
    { command: 'pamSessions.revealInTree', label: l10n.t('Reveal in Tree') },
  ];
  text.appendMarkdown('\n');
  for (const [at, { command, label }] of actions.entries()) {
    text.appendMarkdown(at === 0 ? '[' : ' · [').appendText(label);
    text.appendMarkdown(`](command:${command}?${encoded([reference])})`);
  }
  text.isTrusted = { enabledCommands: actions.map(({ command }) => command) };
  return text;
}

/** The same in one line, for a link in the terminal. */
export function linkText(connections: Connections, { connection, session }: KnownByWord): string {
  const name = sessionName(connections, { connection: connection.settings.id, id: session.id });
  const { user, device, start, end } = session;
  return session.live
    ? l10n.t('Session {0}: {1} on {2}, live since {3}', name, ...[user, device, start ?? ''].map(visibleText))
    : l10n.t('Session {0}: {1} on {2}, {3} to {4}', name, ...[user, device, start ?? '', end ?? ''].map(visibleText));
}

/** What a link of Markdown holds: brackets would end it. */
function encoded(value: unknown): string {
  return encodeURIComponent(JSON.stringify(value)).replaceAll(/[()]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
}

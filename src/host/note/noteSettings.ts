import { l10n } from 'vscode';
import type { NoteFormat, NoteLanguage, NoteSettings } from '../../core/output/ticketNote.ts';
import { noteTemplate, noteFormat } from '../settings.ts';
import { fieldLabels } from '../shownFields.ts';

/** How the ticket note is written, by the person's settings. */
export function noteSettings(): NoteSettings {
  const format = noteFormat();
  const own = noteTemplate();
  return { format, template: own.trim() === '' ? defaultTemplate(format) : own };
}

/** The words of a note. */
export function noteLanguage(): NoteLanguage {
  const labels = { ...fieldLabels(), duration: l10n.t('Duration'), connection: l10n.t('Connection') };
  return {
    words: { live: l10n.t('Live'), ended: l10n.t('Ended'), yes: l10n.t('Yes'), no: l10n.t('No') },
    labels: { ...labels, server: l10n.t('Server'), link: l10n.t('Link') },
    ownTimeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  };
}

/** One line for each thing that a ticket needs; those of which a session has nothing are left out of a note. */
function defaultTemplate(format: NoteFormat): string {
  const fields = fieldLabels();
  const values: readonly (readonly [string, string])[] = [
    [fields.sessionId, '{sessionId}'],
    [fields.user, '{user}'],
    [fields.credential, '{credential}'],
    [fields.device, '{device}'],
    [fields.protocol, '{protocol}'],
    [fields.originIp, '{originIp}'],
    [l10n.t("Start (server's time)"), '{start}'],
    [l10n.t('Start (my time)'), '{start.local}'],
    [l10n.t("End (server's time)"), '{end}'],
    [l10n.t('End (my time)'), '{end.local}'],
    [fields.durationSeconds, '{duration}'],
    [fields.request, '{request}'],
    [fields.itsm, '{itsm}'],
    [l10n.t('Server'), '{server}'],
    [l10n.t('Link'), '{link}'],
  ];
  const bullet = format === 'markdown' ? '- ' : '';
  const heading = l10n.t('PAM session {0} ({1})', '{id}', '{status}');
  const lines = values.map(([label, value]) => l10n.t('{0}: {1}', label, value));
  return [heading, '', ...lines.map((line) => `${bullet}${line}`)].join('\n');
}

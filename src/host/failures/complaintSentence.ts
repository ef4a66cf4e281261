import { l10n } from 'vscode';
import type { BrokenConnection } from '../../core/connections/brokenConnection.ts';
import type { Complaint } from '../../core/connections/complaint.ts';
import { sentences } from './failureWords.ts';
import { listText } from '../listText.ts';

/** What is wrong with a broken connection, one sentence after the other. */
export function complaintSentences({ complaints }: BrokenConnection): string {
  return sentences(...complaints.map(complaintSentence));
}

/** Which value is wrong and what it has to be; the value itself may hold anything and is left out. */
export function complaintSentence({ key, problem, allowed }: Complaint): string {
  const words = listText(allowed);
  switch (problem) {
    case 'missing':
      return words === '' ? l10n.t('{0} is missing.', key) : l10n.t('{0} is missing: it is one of {1}.', key, words);
    case 'empty':
      return l10n.t('{0} must not be empty.', key);
    case 'notText':
      return l10n.t('{0} must be a text, in quotes.', key);
    case 'notTrueOrFalse':
      return l10n.t('{0} must be true or false.', key);
    case 'notObject':
      return l10n.t('{0} must be an object, in braces.', key);
    case 'notOneOf':
      return l10n.t('{0} must be one of {1}.', key, words);
    case 'notUrl':
      return l10n.t('{0} must be a whole address, such as {1}.', key, 'https://pam.example.com');
    case 'otherScheme':
      return l10n.t('{0} must begin with https:// or http://.', key);
    case 'holdsUser':
      return l10n.t('{0} must hold no user or password.', key);
    case 'holdsQuery':
      return l10n.t('{0} must have no query and no fragment, which begin with ? and #.', key);
    case 'notAscii':
      return l10n.t('{0} must hold plain ASCII characters only.', key);
    case 'notTimeZone':
      return l10n.t('{0} must be an IANA time zone, such as {1}.', key, 'America/Sao_Paulo');
    case 'notDays':
      return l10n.t('{0} must be a whole number of days from 1 to 36500, such as {1}.', key, '90');
    case 'notHttps':
      return l10n.t('{0} must begin with https://.', key);
    case 'hostPlaceholder':
      return l10n.t('{0} can have placeholders after the host and the port only.', key);
    case 'unknownPlaceholder':
      return l10n.t('{0} must have names of fields of a session in its braces, such as {1}.', key, '{itsm}');
    case 'dotSegment':
      return l10n.t('{0} must have no . and no .. between the slashes of its path.', key);
    case 'taken':
      return l10n.t('{0} is the same as that of an entry before it: each entry needs its own.', key);
    case 'notList':
      return l10n.t('{0} must be a list, in square brackets.', key);
  }
}

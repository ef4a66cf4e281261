import { l10n } from 'vscode';
import { originsOf, type ConnectionSettings } from '../../../core/connections/settings.ts';
import { isFor, type Binding } from '../../../core/connections/vault.ts';
import { secretFields, type SecretField } from './draft.ts';
import type { OtherConnections } from './otherConnections.ts';
import type { TextQuestion } from './question.ts';

/** The secrets of one kind of authorization; they may stay empty where the stored ones can be kept. */
export function secretQuestions(
  connection: Pick<ConnectionSettings, 'baseUrl' | 'auth'>,
  stored?: Binding,
  others?: OtherConnections,
): readonly TextQuestion[] {
  const canKeep = stored !== undefined && connection.baseUrl !== '' && isFor(stored, connection);
  const prompt = promptOf(connection, stored, canKeep);
  return secretFields[connection.auth.kind].map((field) => {
    const asked = question(field, prompt, canKeep);
    return asked.isSecret === true
      ? asked
      : { ...asked, judge: (client: string) => others?.as(client, connection.baseUrl) };
  });
}

function promptOf(
  { baseUrl, auth }: Pick<ConnectionSettings, 'baseUrl' | 'auth'>,
  stored: Binding | undefined,
  canKeep: boolean,
) {
  // While there is no address, this is called only to count the questions, and nobody sees the prompt.
  const origins = (baseUrl === '' ? [] : originsOf({ baseUrl, auth })).join(', ');
  if (canKeep) {
    return l10n.t('Leave this empty to keep the stored value; it is sent to {0} only', origins);
  }
  return stored?.kind === auth.kind
    ? l10n.t(
        'The address has changed, and stored secrets are sent to the old address only: enter this again for {0}',
        origins,
      )
    : l10n.t('Copy this from the authorization in A2A; it is sent to {0} only', origins);
}

function question(field: SecretField, prompt: string, mayBeEmpty: boolean): TextQuestion {
  const label = labelOf(field);
  // Client ID and consumer key only name the client, and a person who sees what they type makes fewer mistakes.
  const isSecret = field !== 'clientId' && field !== 'consumerKey';
  const placeholder = mayBeEmpty ? l10n.t('unchanged') : label;
  return { kind: 'text', field, label, prompt, placeholder, isSecret, mayBeEmpty };
}

function labelOf(field: SecretField): string {
  const labels: Readonly<Record<SecretField, string>> = {
    clientId: l10n.t('Client ID'),
    clientSecret: l10n.t('Client secret'),
    consumerKey: l10n.t('Consumer key'),
    consumerSecret: l10n.t('Consumer secret'),
    token: l10n.t('Token'),
    tokenSecret: l10n.t('Token secret'),
  };
  return labels[field];
}

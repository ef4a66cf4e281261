import { l10n } from 'vscode';
import type { Binding } from '../../../core/connections/vault.ts';
import { endpoints } from '../../../core/pam/endpoints.ts';
import { validateServerAddress } from './validateServerAddress.ts';
import { proposedName, settingsOf, type Draft } from './draft.ts';
import { extraQuestion, extraQuestions } from './extraQuestions.ts';
import type { OtherConnections } from './otherConnections.ts';
import type { Question } from './question.ts';
import { secretQuestions } from './secretQuestions.ts';

/** Everything a connection needs, in order. `stored` says which address its stored secrets belong to. */
export function connectionQuestions(draft: Draft, others: OtherConnections, stored?: Binding): readonly Question[] {
  return [
    {
      kind: 'text',
      field: 'address',
      label: l10n.t('Address'),
      prompt: l10n.t('The address of the PAM Core server, or any of its URLs from the browser'),
      placeholder: 'https://pam.example.com',
      judge: validateServerAddress,
    },
    {
      kind: 'text',
      field: 'name',
      label: l10n.t('Name'),
      prompt: l10n.t('The name that this connection has in VS Code'),
      placeholder: l10n.t('Name of the connection'),
      proposal: proposedName(draft),
      judge: (name) => others.named(name),
    },
    {
      kind: 'one',
      field: 'flavour',
      label: l10n.t('API'),
      placeholder: l10n.t('Which API does the server have?'),
      choices: [
        {
          value: 'detect',
          label: l10n.t('Detect'),
          detail: l10n.t('Asks for one session on each path, then keeps the path that answers'),
        },
        ...endpoints.map(({ flavour, sessions }) => ({
          value: flavour,
          label: flavour === 'legacy' ? l10n.t('Legacy') : flavour,
          detail: sessions,
        })),
      ],
    },
    {
      kind: 'one',
      field: 'kind',
      label: l10n.t('Authorization'),
      placeholder: l10n.t('How was the authorization made in A2A?'),
      choices: [
        { value: 'oauth2', label: 'OAuth 2.0', detail: l10n.t('Client ID and client secret') },
        {
          value: 'oauth1',
          label: 'OAuth 1.0',
          detail: l10n.t('Consumer key, consumer secret, token and token secret'),
        },
      ],
    },
    extraQuestion(draft),
    ...extraQuestions(draft),
    ...secretQuestions(settingsOf(draft), stored, others),
  ];
}

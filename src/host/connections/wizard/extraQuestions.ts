import { l10n, window } from 'vscode';
import { alternativeTokenUrl, defaultTokenUrl } from '../../../core/pam/endpoints.ts';
import { baseUrlOf, has, kindOf, type Draft, type Extra } from './draft.ts';
import type { Choice, Question, SomeQuestion } from './question.ts';
import { validateDays } from './validateDays.ts';
import { validateFile } from './validateFile.ts';
import { validateReferer } from './validateReferer.ts';
import { validateTokenAddress } from './validateServerAddress.ts';

/** Asks which of the rarely needed settings this connection needs, so that nobody else is asked about them. */
export function extraQuestion(draft: Draft): SomeQuestion {
  const forOAuth2: readonly Choice<Extra>[] = [
    { value: 'tokenUrl', label: l10n.t('Token URL'), description: l10n.t('if it is not the default') },
    {
      value: 'basic',
      label: l10n.t('Basic header'),
      description: l10n.t('client ID and secret in a header, not in the form'),
    },
    {
      value: 'tenant',
      label: l10n.t('Tenant'),
      description: l10n.t('for a server with several tenants that is reached by IP address'),
    },
  ];
  const forAll: readonly Choice<Extra>[] = [
    {
      value: 'referer',
      label: l10n.t('Referer'),
      description: l10n.t('if the authorization allows certain referers only'),
    },
    {
      value: 'caFile',
      label: l10n.t('CA file'),
      description: l10n.t('for a certificate that this machine does not trust'),
    },
    {
      value: 'timeZone',
      label: l10n.t('Time zone'),
      description: l10n.t('of the server, to show times in your own time zone too'),
    },
    {
      value: 'retentionDays',
      label: l10n.t('Retention'),
      description: l10n.t('for how many days the server keeps recordings, to show when one may go'),
    },
  ];
  return {
    kind: 'some',
    field: 'extras',
    label: l10n.t('Options'),
    placeholder: l10n.t('What else this server needs; most servers need none of these'),
    choices: kindOf(draft) === 'oauth2' ? [...forOAuth2, ...forAll] : forAll,
  };
}

/** One step for each chosen extra that needs a value. */
export function extraQuestions(draft: Draft): readonly Question[] {
  const extras = ['tokenUrl', 'tenant', 'referer', 'caFile', 'timeZone', 'retentionDays'] as const;
  const chosen = extras.filter((extra) => has(draft, extra));
  return chosen.flatMap((extra) => makers[extra](draft));
}

const makers: Readonly<Record<Exclude<Extra, 'basic'>, (draft: Draft) => readonly Question[]>> = {
  tokenUrl: (draft) => tokenUrlQuestions(draft),
  tenant: () => [
    {
      kind: 'text',
      field: 'tenant',
      label: l10n.t('Tenant'),
      prompt: l10n.t("The tenant's subdomain; may stay empty"),
      placeholder: l10n.t('Tenant'),
      mayBeEmpty: true,
    },
  ],
  referer: () => [
    {
      kind: 'text',
      field: 'referer',
      label: l10n.t('Referer'),
      prompt: l10n.t('A referer that the authorization allows; may stay empty'),
      placeholder: 'https://tools.example.com/',
      mayBeEmpty: true,
      judge: validateReferer,
    },
  ],
  caFile: () => [
    {
      kind: 'text',
      field: 'caFile',
      label: l10n.t('CA file'),
      prompt: l10n.t('A file of PEM certificates, trusted in addition to the built-in ones; may stay empty'),
      placeholder: l10n.t('Path of the CA file'),
      mayBeEmpty: true,
      judge: validateFile,
      browse: chooseFile,
    },
  ],
  timeZone: (draft) => [timeZoneQuestion(draft)],
  retentionDays: () => [
    {
      kind: 'text',
      field: 'retentionDays',
      label: l10n.t('Retention'),
      prompt: l10n.t('For how many days after its end the server keeps the recording of a session; may stay empty'),
      placeholder: l10n.t('Number of days, such as 90'),
      mayBeEmpty: true,
      judge: validateDays,
    },
  ],
};

function tokenUrlQuestions(draft: Draft): readonly Question[] {
  const baseUrl = baseUrlOf(draft);
  const urls =
    baseUrl === '' ? undefined : { usual: defaultTokenUrl(baseUrl), alternative: alternativeTokenUrl(baseUrl) };
  const choose: Question = {
    kind: 'one',
    field: 'tokenUrl',
    label: l10n.t('Token URL'),
    placeholder: l10n.t('Where does the server give out tokens?'),
    choices: [
      { value: 'default', label: urls?.usual ?? '', description: l10n.t('default') },
      { value: 'alternative', label: urls?.alternative ?? '', description: l10n.t('on some v4 servers') },
      { value: 'other', label: l10n.t('Another URL…') },
    ],
  };
  const other: Question = {
    kind: 'text',
    field: 'otherTokenUrl',
    label: l10n.t('Token URL'),
    prompt: l10n.t('The whole token URL, called “Access Token URL” on the server'),
    placeholder: 'https://login.example.com/oauth2/token',
    judge: validateTokenAddress,
  };
  return draft.tokenUrl === 'other' ? [choose, other] : [choose];
}

function timeZoneQuestion({ timeZone }: Draft): Question {
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const likely = [...new Set(timeZone === undefined ? [here] : [timeZone, here])];
  const others = Intl.supportedValuesOf('timeZone').filter((zone) => !likely.includes(zone));
  return {
    kind: 'one',
    field: 'timeZone',
    label: l10n.t('Time zone'),
    placeholder: l10n.t("Time zone of the server's clock"),
    choices: [...likely, ...others].map((zone) => ({
      value: zone,
      label: zone,
      ...(zone === here ? { description: l10n.t('of this machine') } : {}),
    })),
  };
}

/** Asks for a CA file in a dialog; undefined when the person cancels it. */
export async function chooseFile(): Promise<string | undefined> {
  const filters = { [l10n.t('Certificates')]: ['pem', 'crt', 'cer'], [l10n.t('All files')]: ['*'] };
  const [file] = (await window.showOpenDialog({ title: l10n.t('CA file'), filters })) ?? [];
  return file?.fsPath;
}

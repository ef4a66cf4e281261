import { existsSync } from 'node:fs';
import path from 'node:path';
import { InputBoxValidationSeverity, l10n } from 'vscode';
import { holdsUnseen } from '../../../core/text/unwrapped.ts';
import { readServerAddress, readTokenAddress, type Address } from '../../../core/connections/address.ts';
import { answerOf, type Remark, type TextQuestion } from './question.ts';

/** What there is to say about a text while it is typed: what is wrong with it, what is made of it, what is left out. */
export function remarkOn(question: TextQuestion, typed: string): Remark | undefined {
  const text = answerOf(question, typed);
  if (text === '') {
    return undefined;
  }
  const isSecret = question.isSecret === true;
  const hidden =
    isSecret && holdsUnseen(text) ? warning(l10n.t('There is a blank or an invisible character in it.')) : undefined;
  const cut =
    text === typed
      ? undefined
      : isSecret
        ? info(
            l10n.t('Blanks, quotes and invisible characters around it are left out. Double the quotes to keep them.'),
          )
        : info(l10n.t('Will use {0}', text));
  return question.judge?.(text) ?? hidden ?? cut;
}

/** Says what is kept of an address, or why it is not taken. */
export function validateServerAddress(text: string): Remark {
  const address = readServerAddress(text);
  const prefix = address.url === undefined ? '' : new URL(address.url).pathname.replace(/^\/$/, '');
  return prefix === ''
    ? judge(address)
    : info(l10n.t('Will use {0}. Drop {1} unless a proxy needs it.', address.url ?? '', prefix));
}

export function validateTokenAddress(text: string): Remark {
  return judge(readTokenAddress(text));
}

export function validateReferer(text: string): Remark | undefined {
  return /^[\x20-\x7e]+$/.test(text) ? undefined : error(l10n.t('A referer holds plain ASCII characters only.'));
}

export function validateFile(text: string): Remark | undefined {
  if (!path.isAbsolute(text)) {
    return error(l10n.t('The whole path is needed, such as {0}.', '/etc/ssl/certs/pam.pem'));
  }
  return existsSync(text) ? undefined : warning(l10n.t('There is no such file on this machine now.'));
}

function judge({ url, refused }: Address): Remark {
  switch (refused) {
    case undefined:
      return info(l10n.t('Will use {0}', url));
    case 'unreadable':
      return error(l10n.t('This is no address. Example: {0}', 'https://pam.example.com'));
    case 'otherScheme':
      return error(l10n.t('The address must begin with https://.'));
    case 'insecure':
      return error(l10n.t('Secrets would travel readable over http: use https.'));
  }
}

function info(message: string): Remark {
  return { message, severity: InputBoxValidationSeverity.Info };
}

function warning(message: string): Remark {
  return { message, severity: InputBoxValidationSeverity.Warning };
}

function error(message: string): Remark {
  return { message, severity: InputBoxValidationSeverity.Error };
}

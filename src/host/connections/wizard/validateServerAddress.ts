import { l10n } from 'vscode';
import { readServerAddress, readTokenAddress, type Address } from '../../../core/connections/address.ts';
import { errorRemark, infoRemark, type Remark } from './remark.ts';

/** Says what is kept of an address, or why it is not taken. */
export function validateServerAddress(text: string): Remark {
  const address = readServerAddress(text);
  const prefix = address.url === undefined ? '' : new URL(address.url).pathname.replace(/^\/$/, '');
  return prefix === ''
    ? judge(address)
    : infoRemark(l10n.t('Will use {0}. Remove {1} unless a proxy needs it.', address.url ?? '', prefix));
}

/** The same for the address that gives out tokens. */
export function validateTokenAddress(text: string): Remark {
  return judge(readTokenAddress(text));
}

function judge({ url, refused }: Address): Remark {
  switch (refused) {
    case undefined:
      return infoRemark(l10n.t('Will use {0}', url));
    case 'unreadable':
      return errorRemark(l10n.t('This is not an address. Example: {0}', 'https://pam.example.com'));
    case 'otherScheme':
      return errorRemark(l10n.t('The address must begin with https://.'));
    case 'insecure':
      return errorRemark(l10n.t('Anyone on the way could read the secrets over http: use https.'));
  }
}

import { existsSync } from 'node:fs';
import path from 'node:path';
import { l10n } from 'vscode';
import { errorRemark, warningRemark, type Remark } from './remark.ts';

/** Refuses a relative path, and warns of a file that is not there. */
export function validateFile(text: string): Remark | undefined {
  if (!path.isAbsolute(text)) {
    return errorRemark(l10n.t('The whole path is needed, such as {0}.', '/etc/ssl/certs/pam.pem'));
  }
  return existsSync(text) ? undefined : warningRemark(l10n.t('There is no such file on this machine now.'));
}

import { l10n } from 'vscode';
import { InvalidArgument } from '../invalidArgument.ts';

/** The ID of a session that a caller gave as a text or a number; undefined for anything else. Throws `InvalidArgument`. */
export function idGiven(target: unknown): string | undefined {
  if (typeof target === 'number') {
    if (!Number.isSafeInteger(target) || target < 0) {
      throw new InvalidArgument(
        l10n.t('The number given is no ID of a session: it must be whole and not negative, such as 540.'),
      );
    }
    return String(target);
  }
  if (typeof target === 'string' && !/^\d+$/.test(target)) {
    throw new InvalidArgument(l10n.t('The text given is no ID of a session: it must be digits alone, such as "540".'));
  }
  return typeof target === 'string' ? target : undefined;
}

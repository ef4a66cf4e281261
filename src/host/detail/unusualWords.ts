import { l10n } from 'vscode';
import { momentText, dayMoment } from '../../core/sessions/query/momentOf.ts';
import type { Unusual } from '../../core/sessions/unusual.ts';
import { countText } from '../countText.ts';

/** What is new about a session, a sentence each. Each says what it was compared with, as the server may know more. */
export function unusualWords({ firsts, longerAmong, since }: Unusual): readonly string[] {
  const day = momentText(dayMoment(since));
  const sentences = {
    device: l10n.t('First session of this user on this device in the loaded list, which goes back to {0}.', day),
    credential: l10n.t(
      'First session of this user with this credential in the loaded list, which goes back to {0}.',
      day,
    ),
    originIp: l10n.t('First session of this user from this address in the loaded list, which goes back to {0}.', day),
  };
  const longer =
    longerAmong === undefined
      ? []
      : [
          l10n.t(
            'Longer than 99 in 100 of the other {0} sessions on this device in the loaded list, which goes back to {1}.',
            countText(longerAmong),
            day,
          ),
        ];
  return [...firsts.map((field) => sentences[field]), ...longer];
}

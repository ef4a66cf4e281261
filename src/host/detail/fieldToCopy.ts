import { l10n } from 'vscode';
import { visibleJson } from '../../core/text/visibleText.ts';
import { jsonKey } from '../../shared/detail.ts';
import { fieldOf, type SessionField } from '../shownFields.ts';
import type { DetailState } from './viewOf.ts';

/** What a panel copies under a key, and what it is called; undefined where there is no such thing. */
export function fieldToCopy(
  { session, json }: DetailState,
  key: string,
): Pick<SessionField, 'label' | 'value'> | undefined {
  if (key !== jsonKey) {
    return fieldOf(session, key);
  }
  return json === undefined ? undefined : { value: visibleJson(json), label: l10n.t('JSON') };
}

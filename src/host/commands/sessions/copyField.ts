import { l10n } from 'vscode';
import type { Connections } from '../../../core/connections/connections.ts';
import { labelText } from '../../../core/text/visibleText.ts';
import type { SessionReference } from '../../../shared/detail.ts';
import { copyText } from '../copyText.ts';
import { sessionName } from '../../sessionName.ts';

/** Puts one field of a session on the clipboard, under the label it is shown with. */
export async function copyField(
  connections: Connections,
  reference: SessionReference,
  text: string,
  label: string,
): Promise<void> {
  const name = labelText(sessionName(connections, reference));
  await copyText(text, l10n.t('$(check) Copied: {0} of session {1}', labelText(label), name));
}

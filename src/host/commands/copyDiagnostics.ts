import { l10n } from 'vscode';
import type { CommandContext } from './commandContext.ts';
import { copyText } from './copyText.ts';

/** Puts the report for a bug ticket on the clipboard. */
export async function copyDiagnostics(context: CommandContext): Promise<void> {
  await copyText(context.diagnostics(), l10n.t('$(check) Copied: Diagnostics'));
}

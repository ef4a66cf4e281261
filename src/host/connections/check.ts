import { l10n, window } from 'vscode';
import { PamFailure, type FailureCode } from '../../core/pam/failure.ts';
import { wordsOf } from '../messages.ts';
import type { Question } from './question.ts';

export type Checked = { readonly id: string; readonly failure?: undefined } | { readonly failure: PamFailure };

/**
 * Runs `work` behind a box that says so, and that cancels it when it is closed; resolves to the id it came to, or to
 * its failure.
 */
export async function check(
  title: string,
  host: string,
  work: (signal: AbortSignal) => Promise<string>,
): Promise<Checked> {
  const box = window.createQuickPick();
  const abort = new AbortController();
  box.title = title;
  box.placeholder = l10n.t('Checking the connection to {0}…', host);
  box.busy = true;
  box.ignoreFocusOut = true;
  box.items = [{ label: l10n.t('Cancel'), alwaysShow: true }];
  box.onDidAccept(() => abort.abort());
  box.onDidHide(() => abort.abort());
  box.show();
  try {
    return { id: await work(abort.signal) };
  } catch (failure) {
    if (failure instanceof PamFailure) {
      return { failure };
    }
    throw failure;
  } finally {
    box.dispose();
  }
}

/** Says why a check failed and what helps, and asks how to go on; undefined leaves everything as it was. */
export async function askHowToGoOn(failure: PamFailure): Promise<'edit' | 'save' | undefined> {
  const { what, advice } =
    failure.code === 'cancelled' ? { what: l10n.t('The check was cancelled.'), advice: '' } : wordsOf(failure);
  const [edit, save] = [l10n.t('Edit…'), l10n.t('Save Anyway')];
  const detail = `${advice}\n\n${l10n.t('Nothing has been saved.')}`.trim();
  const chosen = await window.showWarningMessage(what, { modal: true, detail }, edit, save);
  return chosen === edit ? 'edit' : chosen === save ? 'save' : undefined;
}

/** The questions whose answers are the likely cause of a failure. */
export function suspectsOf({ code }: PamFailure): readonly Question['field'][] {
  return suspects[code] ?? [];
}

const firstSecrets = ['clientId', 'consumerKey'] as const;

const suspects: Partial<Readonly<Record<FailureCode, readonly Question['field'][]>>> = {
  clientAuthenticationFailed: firstSecrets,
  inactiveAuthorization: firstSecrets,
  invalidSignature: firstSecrets,
  resourceNotFound: ['flavour'],
  refererNotAllowed: ['extras'],
  tls: ['extras'],
};

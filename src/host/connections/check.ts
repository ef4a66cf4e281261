import { l10n, window, type QuickPickItem } from 'vscode';
import type { Probe, ProbeOptions } from '../../core/connections/probe.ts';
import { PamFailure, type FailureCode } from '../../core/pam/failure.ts';
import { wordsOf } from '../messages.ts';
import type { Question } from './question.ts';
import { stepLines, stepSummary } from './stepLines.ts';
import type { Tested } from './stepWords.ts';

export type Checked =
  | { readonly id: string; readonly failure?: undefined }
  /** `steps` tells in one line how far it came. */
  | { readonly failure: PamFailure; readonly steps: string };

/**
 * Runs `work`, which tests a connection, behind a list of the steps, and cancels it when that is closed; resolves to
 * the id it came to, or to its failure.
 */
export async function check(
  title: string,
  connection: Tested,
  work: (options: ProbeOptions) => Promise<string>,
): Promise<Checked> {
  const box = window.createQuickPick();
  const abort = new AbortController();
  const cancel: QuickPickItem = { label: l10n.t('Cancel'), alwaysShow: true };
  let steps = '';
  const onProgress = (probe: Probe) => {
    box.items = [...stepLines(connection, probe), cancel];
    box.activeItems = [cancel];
    steps = stepSummary(connection, probe);
  };
  box.title = title;
  box.placeholder = l10n.t('Checking the connection to {0}…', new URL(connection.baseUrl).host);
  box.busy = true;
  box.ignoreFocusOut = true;
  box.items = [cancel];
  box.onDidAccept(() => {
    if (box.selectedItems.includes(cancel)) {
      abort.abort();
    }
  });
  box.onDidHide(() => abort.abort());
  box.show();
  try {
    return { id: await work({ signal: abort.signal, onProgress }) };
  } catch (failure) {
    if (failure instanceof PamFailure) {
      return { failure, steps };
    }
    throw failure;
  } finally {
    box.dispose();
  }
}

/** Says why a check failed and what helps, and asks how to go on; undefined leaves everything as it was. */
export async function askHowToGoOn(failure: PamFailure, steps: string): Promise<'edit' | 'save' | undefined> {
  const isCancelled = failure.code === 'cancelled';
  const { what, advice } = isCancelled ? { what: l10n.t('The check was cancelled.'), advice: '' } : wordsOf(failure);
  const [edit, save] = [l10n.t('Edit…'), l10n.t('Save Anyway')];
  const parts = [advice, isCancelled ? '' : steps, l10n.t('Nothing has been saved.')];
  const detail = parts.filter((part) => part !== '').join('\n\n');
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

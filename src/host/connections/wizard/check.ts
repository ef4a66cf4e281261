import { l10n, window, type QuickPickItem } from 'vscode';
import type { Probe, ProbeOptions } from '../../../core/connections/test/probe.ts';
import { SecretsNotStored } from '../../../core/connections/vault.ts';
import { Failure, type FailureCode } from '../../../core/failure.ts';
import type { Question } from './question.ts';
import { stepLines, stepSummary } from '../test/stepLines.ts';
import type { Tested } from '../test/stepLine.ts';

/** How storing the answers ended. */
export type Outcome = { readonly id: string; readonly trouble?: undefined } | { readonly trouble: Trouble };

export type Trouble =
  /** The server was asked and refused; `steps` tells in one line which steps passed before that. */
  | { readonly kind: 'refused'; readonly failure: Failure; readonly steps: string }
  | { readonly kind: 'secretsNotStored' }
  /** The settings could not be written. */
  | { readonly kind: 'notSaved'; readonly message: string };

/**
 * Runs `work`, which tests a connection, behind a list of the steps, and cancels it when that is closed; resolves to
 * what came of it.
 */
export async function check(
  title: string,
  connection: Tested,
  work: (options: ProbeOptions) => Promise<string>,
): Promise<Outcome> {
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
    return await outcomeOf(
      () => work({ signal: abort.signal, onProgress }),
      () => steps,
    );
  } finally {
    box.dispose();
  }
}

/** Runs `work`, which stores the answers, and tells how that ended. */
export async function outcomeOf(work: () => Promise<string>, steps: () => string = () => ''): Promise<Outcome> {
  try {
    return { id: await work() };
  } catch (error) {
    if (error instanceof Failure) {
      return { trouble: { kind: 'refused', failure: error, steps: steps() } };
    }
    return error instanceof SecretsNotStored
      ? { trouble: { kind: 'secretsNotStored' } }
      : { trouble: { kind: 'notSaved', message: error instanceof Error ? error.message : String(error) } };
  }
}

/** The questions whose answers are the likely cause of what went wrong. */
export function suspectsOf(trouble: Trouble): readonly Question['field'][] {
  return trouble.kind === 'refused' ? (suspects[trouble.failure.code] ?? []) : [];
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

import { commands, l10n, window } from 'vscode';
import type { Connection } from '../../../core/connections/connection.ts';
import type { Connections } from '../../../core/connections/connections.ts';
import type { EditOptions } from '../../../core/connections/connectionsOptions.ts';
import type { ProbeOptions } from '../../../core/connections/test/probe.ts';
import { plainText } from '../../../core/text/visibleText.ts';
import { Dismissed } from '../../prompts/pick.ts';
import type { Tested } from '../test/stepLine.ts';
import { askHowToGoOn } from './askHowToGoOn.ts';
import { askToContinue } from './askToContinue.ts';
import { check, outcomeOf, suspectsOf } from './check.ts';
import { isSecretField, secretFields, type Draft } from './draft.ts';
import { runFlow, type Flow } from './flow.ts';
import type { Question } from './question.ts';
import type { Left, Unfinished } from './unfinished.ts';

/** A wizard, what it begins with, and what becomes of its answers. */
export interface Wizard extends Omit<Flow, 'onLeave'> {
  readonly start: Draft;
  /** Where its answers stay when it is left, and under which name. */
  readonly unfinished?: { readonly all: Unfinished; readonly name: string };
  /** The connection that the answers make, as far as a test needs it. */
  readonly tested: (draft: Draft) => Tested;
  /** Stores what was answered, after the check if one is wanted; resolves to the id of the connection. */
  readonly store: (draft: Draft, options: EditOptions) => Promise<string>;
}

/**
 * Asks, checks, and stores what passed or what the person wants to store anyway. No answer is lost on the way; what was
 * left before is offered first. Rejects with `Dismissed`.
 */
export async function runWizard(connections: Connections, wizard: Wizard): Promise<string> {
  const { title, questions, start, tested, store, unfinished } = wizard;
  const onLeave = (left: Left) => unfinished?.all.keep(unfinished.name, start, left);
  const flow: Flow = { title, questions, onLeave };
  const left = await leftToContinue(wizard);
  let draft = await runFlow(flow, left?.draft ?? start, left === undefined ? [] : placeOf(left));
  let [verify, isForSession] = [true, false];
  for (;;) {
    const answered = draft;
    const work = (options: ProbeOptions) => store(answered, { ...options, verify, isForSession });
    const outcome = await (verify ? check(flow.title, tested(answered), work) : outcomeOf(() => work({})));
    if (outcome.trouble === undefined) {
      if (verify) {
        void tellSignedIn(connections.get(outcome.id));
      }
      unfinished?.all.forget(unfinished.name);
      return outcome.id;
    }
    const next = await askHowToGoOn(outcome.trouble);
    if (next === undefined) {
      onLeave({ draft, field: undefined });
      throw new Dismissed();
    }
    if (next === 'edit') {
      draft = await runFlow(flow, answered, suspectsOf(outcome.trouble));
    }
    verify = next === 'save' ? false : next === 'edit' || verify;
    isForSession ||= next === 'forSession';
  }
}

/** What was left in this wizard, if the person wants to continue; otherwise it is forgotten. */
async function leftToContinue({ title, start, unfinished }: Wizard): Promise<Left | undefined> {
  const left = unfinished?.all.of(unfinished.name, start);
  if (left !== undefined && !(await askToContinue(title, left))) {
    unfinished?.all.forget(unfinished.name);
    return undefined;
  }
  return left;
}

/** The question to go on with. Secrets are asked for from the first one: none of them was kept. */
function placeOf({ field }: Left): readonly Question['field'][] {
  return field === undefined || isSecretField(field) ? Object.values(secretFields).flat() : [field];
}

async function tellSignedIn({ settings: { name, flavour } }: Connection): Promise<void> {
  const show = l10n.t('Show Sessions');
  const found = l10n.t(
    'Signed in to {0}: the server answered a test request on its {1} API.',
    plainText(name),
    flavour,
  );
  if ((await window.showInformationMessage(found, show)) === show) {
    await commands.executeCommand('pamSessions.sessions.focus');
  }
}

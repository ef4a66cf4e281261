import { commands, l10n, window } from 'vscode';
import type { Connection } from '../../../core/connections/connection.ts';
import type { Connections } from '../../../core/connections/connections.ts';
import type { EditOptions } from '../../../core/connections/connectionsOptions.ts';
import type { ProbeOptions } from '../../../core/connections/test/probe.ts';
import { plainText } from '../../../core/text/visibleText.ts';
import { Dismissed } from '../../prompts/pick.ts';
import type { Tested } from '../test/stepLine.ts';
import { askHowToGoOn } from './askHowToGoOn.ts';
import { check, outcomeOf, suspectsOf } from './check.ts';
import type { Draft } from './draft.ts';
import { runFlow, type Flow } from './flow.ts';

/** A wizard, what it begins with, and what becomes of its answers. */
export interface Wizard extends Flow {
  readonly start: Draft;
  /** The connection that the answers make, as far as a test needs it. */
  readonly tested: (draft: Draft) => Tested;
  /** Stores what was answered, after the check if one is wanted; resolves to the id of the connection. */
  readonly store: (draft: Draft, options: EditOptions) => Promise<string>;
}

/** Asks, checks, and stores what passed or what the person wants to store anyway. No answer is lost on the way. */
export async function runWizard(connections: Connections, { start, tested, store, ...flow }: Wizard): Promise<string> {
  let draft = await runFlow(flow, start);
  let [verify, isForSession] = [true, false];
  for (;;) {
    const answered = draft;
    const work = (options: ProbeOptions) => store(answered, { ...options, verify, isForSession });
    const outcome = await (verify ? check(flow.title, tested(answered), work) : outcomeOf(() => work({})));
    if (outcome.trouble === undefined) {
      if (verify) {
        void tellSignedIn(connections.get(outcome.id));
      }
      return outcome.id;
    }
    const next = await askHowToGoOn(outcome.trouble);
    if (next === undefined) {
      throw new Dismissed();
    }
    if (next === 'edit') {
      draft = await runFlow(flow, answered, suspectsOf(outcome.trouble));
    }
    verify = next === 'save' ? false : next === 'edit' || verify;
    isForSession ||= next === 'forSession';
  }
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

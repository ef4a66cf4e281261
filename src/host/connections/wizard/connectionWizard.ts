import { commands, l10n, window } from 'vscode';
import { readConnection, readNewConnection } from '../../../core/connections/settings.ts';
import type { ProbeOptions } from '../../../core/connections/test/probe.ts';
import type { Connection } from '../../../core/connections/connection.ts';
import type { Connections } from '../../../core/connections/connections.ts';
import type { EditOptions } from '../../../core/connections/connectionsOptions.ts';
import { plainText } from '../../../core/text/visibleText.ts';
import { check, outcomeOf, suspectsOf } from './check.ts';
import { draftOf, secretsOf, settingsOf, type Draft } from './draft.ts';
import { runFlow, type Flow } from './flow.ts';
import { askHowToGoOn } from './askHowToGoOn.ts';
import { Dismissed } from '../../prompts/pick.ts';
import { connectionQuestions } from './connectionQuestions.ts';
import { secretQuestions } from './secretQuestions.ts';
import type { Tested } from '../test/stepLine.ts';

/** Asks a person for a connection and adds it; resolves to its id. Rejects with `Dismissed`. */
export function addAskedConnection(connections: Connections): Promise<string> {
  return run(connections, {
    title: l10n.t('Add Connection'),
    questions: (draft) => connectionQuestions(draft),
    start: {},
    tested: testedBy,
    store: (draft, { verify, ...options }) => {
      const { auth, ...settings } = settingsOf(draft);
      return connections.add(
        readNewConnection({ ...settings, auth: { ...auth, ...secretsOf(draft) }, verify }),
        options,
      );
    },
  });
}

/** The same steps for a connection that exists, with its answers. Rejects with `Dismissed`. */
export async function editConnection(connections: Connections, connection: Connection): Promise<string> {
  const { settings } = connection;
  const stored = await connection.binding();
  return run(connections, {
    title: l10n.t('Edit {0}', settings.name),
    questions: (draft) => connectionQuestions(draft, stored),
    start: draftOf(settings),
    tested: testedBy,
    store: (draft, options) => {
      const edited = readConnection({ id: settings.id, ...settingsOf(draft) });
      return connections.edit(edited, secretsOf(draft), options);
    },
  });
}

/** Asks for the secrets of a connection again. Rejects with `Dismissed`. */
export function signIn(connections: Connections, { settings: connection }: Connection): Promise<string> {
  return run(connections, {
    title: l10n.t('Sign In to {0}', connection.name),
    questions: () => secretQuestions(connection),
    start: { kind: connection.auth.kind },
    tested: () => connection,
    store: (draft, options) => connections.edit(connection, secretsOf(draft), options),
  });
}

interface Wizard extends Flow {
  readonly start: Draft;
  /** The connection that the answers make, as far as a test needs it. */
  readonly tested: (draft: Draft) => Tested;
  /** Stores what was answered, after the check if one is wanted; resolves to the id of the connection. */
  readonly store: (draft: Draft, options: EditOptions) => Promise<string>;
}

/** Asks, checks, and stores what passed or what the person wants stored all the same; no answer is lost on the way. */
async function run(connections: Connections, { start, tested, store, ...flow }: Wizard): Promise<string> {
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

function testedBy(draft: Draft): Tested {
  return readConnection({ id: 'draft', ...settingsOf(draft) });
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

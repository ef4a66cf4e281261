import { l10n } from 'vscode';
import type { Connections } from '../../../core/connections/connections.ts';
import { labelText } from '../../../core/text/visibleText.ts';
import { readReference, type SessionReference } from '../../../shared/detail.ts';
import { pick } from '../../prompts/pick.ts';
import { countText } from '../../countText.ts';
import { listText } from '../../listText.ts';
import { sessionName } from '../../sessionName.ts';
import { isNode } from '../../tree/treeNode.ts';
import type { CommandContext } from '../commandContext.ts';
import { choicesOf, clearlyMeant, type Candidate, type Choice, type InFront } from './inFront.ts';
import { knownSession } from './knownSession.ts';

/** Nobody reads a longer list of choices, or of names. */
const mostChoices = 200;
const mostNames = 5;

/** What a command was given: rows of the tree, or what a page says. Undefined when it was given nothing. */
export function givenSessions(
  connections: Connections,
  target: unknown,
  selection: unknown,
): readonly Candidate[] | undefined {
  if (target === undefined || target === null) {
    return undefined;
  }
  const reference = readReference(target);
  if (reference !== undefined) {
    return [{ reference, session: knownSession(connections, reference) }];
  }
  const nodes: readonly unknown[] = Array.isArray(selection) ? selection : [target];
  return nodes.flatMap(candidatesOf);
}

/**
 * The sessions in front of a person; where that is unclear they are asked, with `title`. Empty where there are none.
 * Rejects with `Dismissed` when they do not answer.
 */
export async function sessionsInFront(context: CommandContext, title: string): Promise<readonly Candidate[]> {
  const front = inFront(context);
  const meant = clearlyMeant(front);
  if (meant !== undefined) {
    return meant;
  }
  return asked(context.connections, title, choicesOf(front));
}

/** The same for commands that act on one session: the active editor counts, whatever is selected in the tree. */
export async function sessionInFront(context: CommandContext, title: string): Promise<Candidate | undefined> {
  const front = inFront(context);
  const { editor } = front;
  if (editor !== undefined && editor !== 'arriving') {
    return editor;
  }
  const meant = clearlyMeant(front) ?? [];
  const choices = choicesOf(front).filter(({ candidates }) => candidates.length === 1);
  const [one] = meant.length === 1 ? meant : await asked(context.connections, title, choices);
  return one;
}

/** The names of some sessions; of many, the first ones and how many more there are. */
export function sessionNames(connections: Connections, candidates: readonly Candidate[]): string {
  const names = candidates.slice(0, mostNames).map(({ reference }) => sessionName(connections, reference));
  const rest = candidates.length - names.length;
  return rest === 0 ? listText(names) : l10n.t('{0} and {1} more', names.join(', '), countText(rest));
}

function inFront({ connections, view, detail, tables }: CommandContext): InFront {
  const withSession = (candidate: Candidate) => ({
    ...candidate,
    session: candidate.session ?? sessionOf(connections, candidate.reference),
  });
  const editor = detail.active ?? tables.active;
  return {
    editor: editor === undefined || editor === 'arriving' ? editor : { ...editor, ...withSession(editor) },
    tree: { ...view.selected, selected: view.selected.nodes.flatMap(candidatesOf) },
    others: [...detail.others, ...tables.others].map(withSession),
  };
}

/** What the list says of a session, whose connection may have been removed while a panel still shows it. */
function sessionOf(connections: Connections, reference: SessionReference): Candidate['session'] {
  return connections.known(reference.connection) === undefined ? undefined : knownSession(connections, reference);
}

function candidatesOf(node: unknown): readonly Candidate[] {
  return isNode(node) && node.kind === 'session'
    ? [{ reference: { connection: node.connection.settings.id, id: node.session.id }, session: node.session }]
    : [];
}

async function asked(
  connections: Connections,
  title: string,
  choices: readonly Choice[],
): Promise<readonly Candidate[]> {
  if (choices.length === 0) {
    return [];
  }
  return pick(
    title,
    choices.slice(0, mostChoices).map((choice) => ({ value: choice.candidates, ...wordsOf(connections, choice) })),
  );
}

function wordsOf(
  connections: Connections,
  { where, candidates }: Choice,
): { readonly label: string; readonly detail: string } {
  const [only] = candidates.length === 1 ? candidates : [];
  if (only === undefined) {
    return {
      label: l10n.t('All {0} sessions selected in the tree', countText(candidates.length)),
      detail: labelText(sessionNames(connections, candidates)),
    };
  }
  const about = only.session === undefined ? [] : [only.session.start ?? '', only.session.protocol.toUpperCase()];
  const more = only.session === undefined ? [] : [only.session.device, only.session.user];
  const parts = [wordsOfPlace(where), ...about, ...more].filter((part) => part !== '');
  return {
    label: labelText(l10n.t('Session {0}', sessionName(connections, only.reference))),
    detail: labelText(parts.join(' · ')),
  };
}

function wordsOfPlace(where: Choice['where']): string {
  const words = {
    editor: l10n.t('In the active editor'),
    tree: l10n.t('Selected in the tree'),
    other: l10n.t('In another editor'),
  };
  return words[where];
}

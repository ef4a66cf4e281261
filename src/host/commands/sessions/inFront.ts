import type { Session } from '../../../core/sessions/session.ts';
import type { SessionReference } from '../../../shared/detail.ts';
import type { ShownSession } from '../../shownSession.ts';

/** A session that a command may be about, and what is known of it. */
export interface Candidate {
  readonly reference: SessionReference;
  readonly session: Session | undefined;
}

/** What stands before a person when a command comes without a target, as from the palette. */
export interface InFront {
  /** Of the active editor: a panel's session, or the row with a table's cursor, which may not have arrived yet. */
  readonly editor: ShownSession | 'arriving' | undefined;
  /** What is selected in the tree, and when that changed, on the clock of `ShownSession`. */
  readonly tree: { readonly selected: readonly Candidate[]; readonly visible: boolean; readonly since: number };
  /** Of the editors that are not active. */
  readonly others: readonly Candidate[];
}

/**
 * The sessions that a command is about: what the active editor shows, else what is selected in the tree. Undefined where
 * only the person can tell: several rows or one chosen later are selected beside an editor with another session, or
 * nothing is in front.
 */
export function clearlyMeant({ editor, tree }: InFront): readonly Candidate[] | undefined {
  const selected = tree.visible ? tree.selected : [];
  if (editor === 'arriving') {
    return undefined;
  }
  if (editor === undefined) {
    return selected.length === 0 ? undefined : selected;
  }
  const isBoth = selected.every((candidate) => isSame(candidate, editor));
  const isUnclear = !isBoth && (selected.length > 1 || tree.since > editor.since);
  return isUnclear ? undefined : [editor];
}

/** A choice of the pick that asks which session is meant. */
export interface Choice {
  readonly where: 'editor' | 'tree' | 'other';
  /** More than one only for all that are selected in the tree. */
  readonly candidates: readonly Candidate[];
}

/** What a person may mean, the likeliest first, each session once. */
export function choicesOf({ editor, tree, others }: InFront): readonly Choice[] {
  const first = editor === undefined || editor === 'arriving' ? [] : [editor];
  const all = tree.selected.length > 1 ? [{ where: 'tree' as const, candidates: tree.selected }] : [];
  const single = (where: Choice['where']) => (candidate: Candidate) => ({ where, candidates: [candidate] });
  const known = [...first, ...tree.selected];
  return [
    ...first.map(single('editor')),
    ...all,
    ...tree.selected.filter((candidate) => !isAmong(first, candidate)).map(single('tree')),
    ...others.filter((candidate, at) => !isAmong([...known, ...others.slice(0, at)], candidate)).map(single('other')),
  ];
}

function isAmong(candidates: readonly Candidate[], candidate: Candidate): boolean {
  return candidates.some((other) => isSame(other, candidate));
}

function isSame({ reference: one }: Candidate, { reference: other }: Candidate): boolean {
  return one.connection === other.connection && one.id === other.id;
}

import { l10n, window } from 'vscode';
import { inSlices } from '../../core/async/work.ts';
import type { Connection } from '../../core/connections/connection.ts';
import { sessionFields } from '../../core/sessions/fields.ts';
import type { SessionIndex } from '../../core/sessions/index/sessionIndex.ts';
import type { TableField } from '../../core/sessions/index/tableField.ts';
import { findingRows, summarizingRows } from '../../core/sessions/listQuestions.ts';
import { withDays } from '../../core/sessions/query/withDays.ts';
import { withOnly } from '../../core/sessions/query/withOnly.ts';
import { withState } from '../../core/sessions/query/withState.ts';
import type { FieldReference, Query, State } from '../../core/sessions/query/query.ts';
import { labelText, oneLine } from '../../core/text/visibleText.ts';
import { countText } from '../countText.ts';
import { Dismissed, pick } from '../prompts/pick.ts';
import { fieldReferenceOf } from '../table/fieldReferenceOf.ts';

/** Narrows a query. */
type Narrowing = (query: Query) => Query;

/** What can be picked of a list, and how many of its sessions are so. */
interface Counted {
  readonly value: string;
  readonly count: number;
}

/** A longer list of values makes VS Code slow. */
const mostValues = 2000;

/** Asks for some of the values that a field has in a list. Rejects with `Dismissed`. */
export async function narrowingOf(connection: Connection, index: SessionIndex, field: TableField): Promise<Narrowing> {
  const reference = fieldReferenceOf(field);
  if (reference !== undefined) {
    const texts = await pickSome(await textsOf(index, reference));
    return (query) => withOnly(query, reference, texts);
  }
  switch (sessionFields.rows.find(({ name }) => name === field)?.kind) {
    case 'start': {
      const days = await pickSome(await daysOf(connection, index));
      return (query) => withDays(query, days);
    }
    case 'end':
      return pickState(
        connection,
        index,
        'live',
        l10n.t({ message: 'Live', args: [], comment: 'The sessions that are, not the field of one.' }),
        l10n.t({ message: 'Ended', args: [], comment: 'The sessions that are, not the field of one.' }),
      );
    case 'flag':
      return pickState(
        connection,
        index,
        'protected',
        l10n.t({
          message: 'Protected from purge',
          args: [],
          comment: 'The sessions that are, not the field of one.',
        }),
        l10n.t('Not protected from purge'),
      );
    default:
      return refuse();
  }
}

async function textsOf(index: SessionIndex, field: FieldReference): Promise<readonly Counted[]> {
  const known = await inSlices(index.valuesOf(field));
  return known === undefined ? [] : await inSlices(known.holding('', mostValues));
}

/** The days on which sessions started, the latest first. */
async function daysOf(connection: Connection, index: SessionIndex): Promise<readonly Counted[]> {
  const { groups } = await inSlices(summarizingRows(index, 'day', '', connection.clock()));
  const days = groups.filter(({ value }) => value !== '');
  return days.sort((a, b) => (a.value < b.value ? 1 : -1)).slice(0, mostValues);
}

async function pickSome(values: readonly Counted[]): Promise<readonly string[]> {
  if (values.length === 0) {
    refuse();
  }
  const chosen = await window.showQuickPick(
    values.map(({ value, count }) => ({
      value,
      label: labelText(oneLine(value)) || l10n.t('(empty)'),
      description: countText(count),
    })),
    {
      title:
        values.length < mostValues
          ? l10n.t('Add Filter: which values?')
          : l10n.t('Add Filter: which of the {0} most frequent values?', countText(mostValues)),
      canPickMany: true,
      ignoreFocusOut: true,
    },
  );
  if (chosen === undefined || chosen.length === 0) {
    throw new Dismissed();
  }
  return chosen.map(({ value }) => value);
}

/** Says that there is nothing to pick from. */
function refuse(): never {
  const text = l10n.t('The values of this field cannot be listed. Filter… takes a query with one of them.');
  void window.showInformationMessage(text);
  throw new Dismissed();
}

async function pickState(
  connection: Connection,
  index: SessionIndex,
  state: Exclude<State, 'ended'>,
  label: string,
  otherLabel: string,
): Promise<Narrowing> {
  const { length } = await inSlices(findingRows(index, `is:${state}`, connection.clock()));
  const isSo = await pick(l10n.t('Add Filter: which sessions?'), [
    { value: true, label, description: countText(length) },
    { value: false, label: otherLabel, description: countText(index.size - length) },
  ]);
  return (query) => withState(query, state, isSo);
}

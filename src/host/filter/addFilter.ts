import { l10n, window } from 'vscode';
import { inSlices } from '../../core/async/work.ts';
import type { Connection } from '../../core/connections/connection.ts';
import type { Filters } from '../../core/connections/filters.ts';
import type { SessionIndex } from '../../core/sessions/index/sessionIndex.ts';
import { withOnly } from '../../core/sessions/query/narrowed.ts';
import type { FieldReference } from '../../core/sessions/query/query.ts';
import { textNames } from '../../core/sessions/query/queryNames.ts';
import { isBareName } from '../../core/sessions/query/subjectOf.ts';
import { labelText, oneLine } from '../../core/text/visibleText.ts';
import { countText } from '../countText.ts';
import { Dismissed, pick, type Choice } from '../prompts/pick.ts';
import { fieldLabels } from '../shownFields.ts';

/** A longer list of values makes VS Code slow. */
const mostValues = 2000;

/** Asks for a field and for some of the values that it has, and adds that to the filter. Rejects with `Dismissed`. */
export async function addFilter(filters: Filters, connection: Connection): Promise<void> {
  const { index } = await connection.store.load();
  const field = await pick(l10n.t('Add Filter: by which field?'), await fieldsOf(index));
  await narrowTo(filters, connection, index, field);
}

/** Asks for some of the values that a field has, and adds that to the filter. Rejects with `Dismissed`. */
export async function filterByValues(filters: Filters, connection: Connection, field: FieldReference): Promise<void> {
  const { index } = await connection.store.load();
  await narrowTo(filters, connection, index, field);
}

async function narrowTo(
  filters: Filters,
  connection: Connection,
  index: SessionIndex,
  field: FieldReference,
): Promise<void> {
  const values = await askForValues(index, field);
  await filters.applyQuery(connection, withOnly(filters.queryOf(connection), field, values));
}

async function fieldsOf(index: SessionIndex): Promise<readonly Choice<FieldReference>[]> {
  const labels = fieldLabels();
  const known = Object.values(textNames).map((name): Choice<FieldReference> => ({
    value: { kind: 'known', name },
    label: labels[name],
  }));
  const { unknownNames } = await inSlices(index.queryRows());
  const unknown = unknownNames.map((name): Choice<FieldReference> => ({
    value: { kind: 'unknown', name, isQuoted: !isBareName(name) },
    label: labelText(oneLine(name)),
    description: l10n.t('a field of this server'),
  }));
  return [...known, ...unknown];
}

async function askForValues(index: SessionIndex, field: FieldReference): Promise<readonly string[]> {
  const known = await inSlices(index.valuesOf(field));
  const values = known === undefined ? [] : await inSlices(known.holding('', mostValues));
  if (values.length === 0) {
    const text = l10n.t('The values of this field cannot be listed. Filter… takes a query with one of them.');
    void window.showInformationMessage(text);
    throw new Dismissed();
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

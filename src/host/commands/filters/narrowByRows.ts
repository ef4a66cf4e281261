import { l10n, window } from 'vscode';
import { without, withOnly } from '../../../core/sessions/query/withOnly.ts';
import { extraField, type ExtraField } from '../../../core/sessions/index/groupField.ts';
import type { FieldReference, KnownField } from '../../../core/sessions/query/query.ts';
import { readReference } from '../../../shared/detail.ts';
import { countText } from '../../countText.ts';
import { fieldReferenceOf } from '../../table/fieldReferenceOf.ts';
import { columnText } from '../../table/tableColumns.ts';
import type { CommandContext } from '../commandContext.ts';
import { isOfTable } from '../sessions/isOfTable.ts';
import { knownSession } from '../sessions/knownSession.ts';

/** A column of texts. */
type TextColumn = KnownField | ExtraField;

/** Nobody reads a filter with more values than this, and each of them is compared with every row. */
const mostValues = 200;

/** Shows only, or all but, the sessions with the values that rows of a table have in a column: `target` says which. */
export async function narrowByRows(
  context: CommandContext,
  target: unknown,
  column: string,
  isOnly: boolean,
): Promise<void> {
  const { filters, tables } = context;
  const connection = tables.activeConnection;
  const field = fieldReferenceOf(column);
  if (connection === undefined || field === undefined) {
    return;
  }
  const values = isOfTable(context, target)
    ? await tables.selectedValues(groupFieldOf(field), mostValues)
    : valuesOfRow(context, target, groupFieldOf(field));
  if (values === undefined) {
    void window.showInformationMessage(l10n.t('The rows have changed since they were selected: select them again.'));
  } else if (values.length > mostValues) {
    const text = l10n.t(
      'The selected rows have more than {0} different values there: select fewer rows.',
      countText(mostValues),
    );
    void window.showWarningMessage(text);
  } else if (values.length > 0) {
    const change = isOnly ? withOnly : without;
    await filters.applyQuery(connection, change(filters.queryOf(connection), field, values));
  }
}

function valuesOfRow({ connections }: CommandContext, target: unknown, field: TextColumn): readonly string[] {
  const reference = readReference(target);
  const session = reference && knownSession(connections, reference);
  return session === undefined ? [] : [columnText(session, field)];
}

function groupFieldOf(field: FieldReference): TextColumn {
  return field.kind === 'known' ? field.name : extraField(field.name);
}

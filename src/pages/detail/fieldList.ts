import type { DetailField, FromDetailPage } from '../../shared/detail.ts';
import { makeIconButton } from '../button.ts';
import { make } from '../make.ts';
import { setText } from '../setText.ts';
import { partsIn } from '../part.ts';
import type { Part } from '../part.ts';

type Post = (message: FromDetailPage) => void;

/** A field with its time as the person's own clock shows it, or `''`. */
export interface FieldRow extends DetailField {
  readonly localTime: string;
}

/** A definition list with one row a field: its label, its value as plain text, a button that asks the host to copy it. */
export type FieldList = Part<readonly FieldRow[]>;

export function makeFieldList(post: Post): FieldList {
  const element = make('dl', 'fields');
  const show = partsIn<FieldRow>(
    element,
    (field) => field.key,
    (field) => makeRow(field.key, post),
  );
  return { element, show };
}

function makeRow(key: string, post: Post): Part<FieldRow> {
  const label = make('dt');
  const value = make('span', 'value');
  const localTime = make('time');
  const note = make('span', 'note');
  const data = make('dd', '', make('div', 'values', value, localTime, note));
  const copy = makeIconButton('copy', () => post({ type: 'copy', key }));
  label.dir = 'auto';
  value.dir = 'auto';

  const element = make('div', 'field', label, data);
  element.dataset['key'] = key;
  return {
    element,
    show(field) {
      const empty = field.value === '';
      setText(label, field.label);
      setText(value, empty ? '—' : field.value);
      value.classList.toggle('empty', empty);
      setText(localTime, field.localTime);
      localTime.hidden = field.instant === null;
      localTime.dateTime = field.instant === null ? '' : new Date(field.instant).toISOString();
      setText(note, field.note);
      note.hidden = field.note === '';
      copy.setLabel(field.copyLabel);
      element.dataset['vscodeContext'] = JSON.stringify(empty ? {} : { webviewField: key });
      if (empty) copy.element.remove();
      else if (copy.element.parentElement === null) data.append(copy.element);
    },
  };
}

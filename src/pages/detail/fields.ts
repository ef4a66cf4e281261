import type { DetailField, FromDetailPage } from '../../shared/detail.ts';
import { makeIconButton } from '../button.ts';
import { make, setText } from '../dom.ts';
import { partsIn } from '../parts.ts';
import type { Part } from '../parts.ts';

type Post = (message: FromDetailPage) => void;

/** A definition list with one row a field: its label, its value as plain text, a button that asks the host to copy it. */
export function makeFieldList(post: Post): Part<readonly DetailField[]> {
  const element = make('dl', 'fields');
  const show = partsIn<DetailField>(
    element,
    (field) => field.key,
    (field) => makeRow(field.key, post),
  );
  return { element, show };
}

function makeRow(key: string, post: Post): Part<DetailField> {
  const label = make('dt');
  const value = make('span', 'value');
  const data = make('dd', '', value);
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
      copy.setLabel(field.copyLabel);
      if (empty) copy.element.remove();
      else if (copy.element.parentElement === null) data.append(copy.element);
    },
  };
}

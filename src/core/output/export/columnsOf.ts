import type { WrittenField } from '../../sessions/columns/writing.ts';
import { extraField } from '../../sessions/index/groupField.ts';
import { sessionKeys } from '../../sessions/session.ts';
import type { Format } from './format.ts';

/**
 * All columns of an export, in their order: the keys of the API's `Session`. The unknown fields come last, in CSV a
 * column each, which is called `extra.NAME`; in JSON they are the members of `extra`.
 */
export function columnsOf(format: Format, unknownNames: readonly string[]): readonly WrittenField[] {
  return format === 'csv'
    ? [...sessionKeys.filter((key) => key !== 'extra'), ...unknownNames.map(extraField)]
    : sessionKeys;
}

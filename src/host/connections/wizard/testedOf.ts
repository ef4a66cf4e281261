import { readConnection } from '../../../core/connections/settings.ts';
import type { Tested } from '../test/stepLine.ts';
import { settingsOf, type Draft } from './draft.ts';

/** The connection that answers make, as far as a test needs it. */
export function testedOf(draft: Draft): Tested {
  return readConnection({ id: 'draft', ...settingsOf(draft) });
}

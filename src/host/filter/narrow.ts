import type { Connections } from '../../core/connections/connections.ts';
import type { Filters } from '../../core/connections/filters.ts';
import { withOnly, without } from '../../core/sessions/query/withOnly.ts';
import type { KnownField } from '../../core/sessions/query/query.ts';
import type { Candidate } from '../commands/sessions/inFront.ts';

/** The fields by whose value a row narrows the filter. */
export type NarrowingField = Extract<KnownField, 'user' | 'device' | 'credential' | 'originIp'>;

/** Shows only, or all but, the sessions that have the same value in a field as these, in the lists these are of. */
export async function narrow(
  connections: Connections,
  filters: Filters,
  candidates: readonly Candidate[],
  field: NarrowingField,
  isOnly: boolean,
): Promise<void> {
  const change = isOnly ? withOnly : without;
  for (const [id, sessions] of Map.groupBy(candidates, ({ reference }) => reference.connection)) {
    const connection = connections.get(id);
    const values = [...new Set(sessions.flatMap(({ session }) => session?.[field] ?? []))];
    if (values.length > 0) {
      const query = change(filters.queryOf(connection), { kind: 'known', name: field }, values);
      await filters.applyQuery(connection, query);
    }
  }
}

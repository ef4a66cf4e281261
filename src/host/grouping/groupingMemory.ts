import type { GroupingMemory } from '../../core/connections/groupings.ts';
import type { Memory } from '../filter/recentFilters.ts';

const key = 'pamSessions.groupings';

/** Groupings may name fields of a server, so they are kept for the workspace, which nothing synchronises. */
export function groupingMemory(memory: Memory): GroupingMemory {
  return { read: () => memory.get(key), write: (groupings) => memory.update(key, groupings) };
}

import type { FilterMemory } from '../../core/connections/filters.ts';
import type { Memory } from './recentFilters.ts';

const key = 'pamSessions.filters';

/** Filters name people and hosts, so they are kept for the workspace, which nothing synchronises. */
export function filterMemory(memory: Memory): FilterMemory {
  return { read: () => memory.get(key), write: (texts) => memory.update(key, texts) };
}

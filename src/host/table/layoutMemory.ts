import type { LayoutMemory } from '../../core/connections/tableLayouts.ts';
import type { Memory } from '../filter/recentFilters.ts';

const key = 'pamSessions.tableLayouts';

/** Layouts may name fields of a server, so they are kept for the workspace, which nothing synchronises. */
export function layoutMemory(memory: Memory): LayoutMemory {
  return { read: () => memory.get(key), write: (layouts) => memory.update(key, layouts) };
}

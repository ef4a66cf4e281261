import { BrokenConnection, BrokenSettings } from '../../../core/connections/brokenConnection.ts';
import type { Connections } from '../../../core/connections/connections.ts';

/** Throws `unknownConnection` where no connection can be added, as the setting is no list. */
export function requireList({ entries: [first] }: Connections): void {
  if (first instanceof BrokenConnection && first.position === undefined) {
    throw new BrokenSettings(first);
  }
}

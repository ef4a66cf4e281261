import { BrokenConnection, BrokenSettings } from '../../../core/connections/brokenConnection.ts';
import type { Connections } from '../../../core/connections/connections.ts';

/** Throws `unknownConnection` if the setting is not a list, since no connection can be added to it then. */
export function requireListSetting({ entries: [first] }: Connections): void {
  if (first instanceof BrokenConnection && first.position === undefined) {
    throw new BrokenSettings(first);
  }
}

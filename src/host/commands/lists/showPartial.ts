import type { CommandContext } from '../commandContext.ts';
import { connectionOfTarget } from '../connections/connectionOfTarget.ts';

/** Shows the part of a list that arrived before its load ended, for one connection or for all that have one. */
export async function showPartial({ connections }: CommandContext, target: unknown): Promise<void> {
  const one = connectionOfTarget(target);
  await Promise.all((one === undefined ? connections.all : [one]).map(({ store }) => store.keepPartial()));
}

import type { CommandContext } from '../commandContext.ts';
import { connectionIn } from '../connections/connectionIn.ts';

/** Lets what had arrived of a list stand for it, for one connection or all whose load ended early. */
export async function showPartial({ connections }: CommandContext, target: unknown): Promise<void> {
  const one = connectionIn(target);
  await Promise.all((one === undefined ? connections.all : [one]).map(({ store }) => store.keepPartial()));
}

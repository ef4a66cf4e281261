import { readReference } from '../../../shared/detail.ts';
import type { CommandContext } from '../commandContext.ts';
import { invalidTarget } from '../connections/connectionOfTarget.ts';

/** Copies the field that the menu of a detail was opened on: the page says of which session it is, and its key. */
export function copyMenuField({ detail }: CommandContext, target: unknown): void {
  const reference = readReference(target);
  const isField = typeof target === 'object' && target !== null && 'webviewField' in target;
  if (reference === undefined || !isField || typeof target.webviewField !== 'string') {
    throw invalidTarget();
  }
  detail.copyField(reference, target.webviewField);
}

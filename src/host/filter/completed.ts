import type { Completion, Completions } from '../../core/sessions/query/completions.ts';

/** The text of a query once a completion was accepted; a blank behind it where the next term can begin. */
export function completed(text: string, { start }: Completions, { kind, insert }: Completion): string {
  return `${text.slice(0, start)}${insert}${kind === 'value' || kind === 'word' ? ' ' : ''}`;
}

import { env } from 'vscode';

/** A count as people read it in the language VS Code speaks. */
export function countText(count: number): string {
  return count.toLocaleString(env.language);
}

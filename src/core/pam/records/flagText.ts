import { flagOf } from './readSession.ts';

/**
 * The text `true` or `false` for a `prevent_purge` in either language; null if it is empty, undefined if it means
 * neither yes nor no.
 */
export function flagText(spelling: string): string | null | undefined {
  const flag = flagOf(spelling);
  return flag === null ? (spelling === '' ? null : undefined) : String(flag);
}

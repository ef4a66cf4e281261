import { flagOf } from './readSession.ts';

/** `true` or `false` for a `prevent_purge` in either language; null for an empty one; undefined for what is neither yes nor no. */
export function flagText(spelling: string): string | null | undefined {
  const flag = flagOf(spelling);
  return flag === null ? (spelling === '' ? null : undefined) : String(flag);
}

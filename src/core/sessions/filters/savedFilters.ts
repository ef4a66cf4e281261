/** A query that a person gave a name. */
export interface SavedFilter {
  readonly name: string;
  readonly query: string;
}

type Filters = Readonly<Record<string, unknown>>;

/** Why the setting cannot be changed. The words for people are the host's. */
export class NotFilters extends Error {
  override readonly name = 'NotFilters';
}

/** The filters in the setting, in its order. What is no text is no filter; people see that where they wrote it. */
export function savedFilters(setting: unknown): readonly SavedFilter[] {
  return Object.entries(isFilters(setting) ? setting : {}).flatMap(([name, query]) =>
    typeof query === 'string' ? [{ name, query }] : [],
  );
}

/**
 * The setting with a filter added, in the place of the one with its name if there is one. Throws `NotFilters` where
 * something else stands there, which writing would destroy.
 */
export function withSavedFilter(setting: unknown, { name, query }: SavedFilter): Filters {
  return { ...writable(setting), [name]: query };
}

/** The setting without the filter of this name. Throws as `withSavedFilter` does. */
export function withoutSavedFilter(setting: unknown, name: string): Filters {
  return Object.fromEntries(Object.entries(writable(setting)).filter(([each]) => each !== name));
}

function writable(setting: unknown): Filters {
  if (setting !== undefined && setting !== null && !isFilters(setting)) {
    throw new NotFilters();
  }
  return isFilters(setting) ? setting : {};
}

function isFilters(setting: unknown): setting is Filters {
  return typeof setting === 'object' && setting !== null && !Array.isArray(setting);
}

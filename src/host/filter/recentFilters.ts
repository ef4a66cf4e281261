import * as v from 'valibot';
import { latestFirst } from '../latestFirst.ts';

/** What VS Code keeps for this workspace alone, on this machine alone. */
export interface Memory {
  get(key: string): unknown;
  update(key: string, value: unknown): PromiseLike<void>;
}

const key = 'pamSessions.recentFilters';
const mostRecent = 10;
const texts = v.array(v.string());

/** The filters that were applied last in this workspace. */
export class RecentFilters {
  readonly #memory: Memory;

  constructor(memory: Memory) {
    this.#memory = memory;
  }

  /** The last one first. */
  get all(): readonly string[] {
    const kept = v.safeParse(texts, this.#memory.get(key));
    return kept.success ? kept.output : [];
  }

  async remember(text: string): Promise<void> {
    if (text.trim() !== '') {
      await this.#memory.update(key, latestFirst(this.all, text.trim(), mostRecent));
    }
  }
}

import type { Sink, Written } from '../../core/output/export/writeOut.ts';

/** What is to be written at a place. */
export interface Job {
  /** Writes the file. */
  readonly write: (sink: Sink) => Promise<Written>;
  /** Makes the text of the manifest that is to stand beside the file; undefined for none. */
  readonly manifestOf: ((written: Written) => string) | undefined;
  /** Whether a file that is there may be replaced. */
  readonly overwrite: boolean;
}

/** Where an export can be written, with or without its manifest. All of it rejects with `notWritten`. */
export interface Place {
  /** Rejects where `run` would at once, because of what is there. */
  check(job: Pick<Job, 'overwrite'>): Promise<void>;
  /**
   * Writes the file and then its manifest. The manifest of a file before goes before that is replaced, so that a
   * manifest beside a file always speaks of that file. If it rejects, a file that was there is as it was.
   */
  run(job: Job): Promise<Written>;
}

import { inSlices, type Work } from '../../core/async/work.ts';

/** The result of the work, or undefined if a newer question ended it. */
export async function unlessStopped<Result>(work: Work<Result>, signal: AbortSignal): Promise<Result | undefined> {
  try {
    return await inSlices(work, signal);
  } catch (error) {
    if (signal.aborted) {
      return undefined;
    }
    throw error;
  }
}

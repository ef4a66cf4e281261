import { Failure } from '../failure.ts';

/**
 * Resolves to what `work` gives, or rejects with `cancelled` as soon as the caller gives up. The work itself goes on,
 * since others may wait for it.
 */
export async function unlessAborted<Result>(work: Promise<Result>, signal: AbortSignal | undefined): Promise<Result> {
  if (signal === undefined) {
    return work;
  }
  const { promise, reject } = Promise.withResolvers<never>();
  const giveUp = () => reject(new Failure('cancelled'));
  signal.addEventListener('abort', giveUp);
  if (signal.aborted) {
    giveUp();
  }
  try {
    return await Promise.race([work, promise]);
  } finally {
    signal.removeEventListener('abort', giveUp);
  }
}

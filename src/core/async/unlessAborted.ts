import { Failure } from '../failure.ts';

/** What `work` gives, or a `cancelled` failure as soon as the caller gives up; `work` itself goes on for others. */
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

import { failureReasons, Failure, type FailureCode } from '../../../src/core/failure.ts';
import { wordsOfType } from '../repository/sources.ts';

const host = 'pam.example.com';

/** Every failure there is: each code, and each code with each of its reasons. */
export const everyFailure: readonly Failure[] = (
  wordsOfType('src/core/failure.ts', 'FailureCode') as readonly FailureCode[]
).flatMap((code) => [new Failure(code, { host }), ...withReasons(code)]);

function withReasons(code: FailureCode): readonly Failure[] {
  const reasons = code in failureReasons ? failureReasons[code as keyof typeof failureReasons] : [];
  return reasons.map((reason) => new Failure(code, { reason, host }));
}

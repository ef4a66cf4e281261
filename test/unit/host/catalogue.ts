import { failureReasons, PamFailure, type FailureCode } from '../../../src/core/pam/failure.ts';
import { wordsOfType } from './sources.ts';

const host = 'pam.example.com';

/** Every failure there is: each code, and each code with each of its reasons. */
export const everyFailure: readonly PamFailure[] = (
  wordsOfType('src/core/pam/failure.ts', 'FailureCode') as readonly FailureCode[]
).flatMap((code) => [new PamFailure(code, { host }), ...withReasons(code)]);

function withReasons(code: FailureCode): readonly PamFailure[] {
  const reasons = code in failureReasons ? failureReasons[code as keyof typeof failureReasons] : [];
  return reasons.map((reason) => new PamFailure(code, { reason, host }));
}

import type { Connection } from '../../core/connections/connection.ts';
import type { Failure } from '../../core/failure.ts';
import { wordsOf } from '../failures/wordsOf.ts';
import type { DetailState } from './viewOf.ts';

/** What a panel does once the connections have changed. */
export type Step =
  /** Fetches its session again beside what it shows. */
  | 'fetch'
  /** Fetches it anew, with what is known of it at hand. */
  | 'reopen'
  /** Fetches it anew, and shows nothing of what was known before. */
  | 'openAnew'
  | 'close'
  /** Shows what it has, with the settings as they are now. */
  | 'show';

export interface Change {
  readonly failure: DetailState['failure'];
  /** Whose session was shown, while signed in. */
  readonly before: Connection | undefined;
  /** The connection as it is now, signed in or not. */
  readonly found: Connection | undefined;
  readonly isBroken: boolean;
}

/** A sign-out clears the panel; a sign-in or a change of the connection fetches the session again. */
export function afterChange({ failure, before, found, isBroken }: Change): Step {
  if (isBroken && before?.signedIn !== false) {
    // What is shown stays, beside the reason why it cannot be fetched again.
    return 'fetch';
  }
  const connection = found?.signedIn === true ? found : undefined;
  if (connection === undefined && before !== undefined) {
    return 'close';
  }
  if (connection === before && failure?.facts.reason === 'broken') {
    return 'reopen';
  }
  if (connection !== before || connection === undefined || waitsForSignIn(failure)) {
    return 'openAnew';
  }
  // At most its name or its time zone has changed, or another connection has: what was fetched is still right.
  return 'show';
}

/** Whether a failure may be over once the connections have changed, as by signing in. */
function waitsForSignIn(failure: Failure | undefined): boolean {
  return failure !== undefined && wordsOf(failure).actions.includes('signIn');
}

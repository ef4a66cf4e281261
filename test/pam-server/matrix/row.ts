import type { FailureCode, FailureFacts, FailureReason } from '../../../src/core/failure.ts';
import type { Fault, FaultName } from '../faults.ts';
import type { Reply } from '../replies.ts';
import type { TlsFaultName } from '../tlsFaults.ts';
import type { WireFault } from '../wire.ts';

/** What goes wrong: in the server's answer, on the wire, in TLS, or that nobody listens. */
export type Trouble =
  | { readonly server: FaultName | Reply; readonly only?: Fault['only'] }
  | { readonly wire: WireFault; readonly tls?: true }
  | { readonly tls: TlsFaultName }
  | { readonly refused: true };

/** One fault and what must come of it. */
export interface FaultRow {
  readonly fault: string;
  readonly trouble: Trouble;
  /** Whether the list is asked for, one session, or one after the other. */
  readonly ask?: 'list' | 'one';
  /** The person gives up once the request is on its way. */
  readonly cancels?: true;
  /** The failure that core must report, or how many sessions, and live ones, a list must have in spite of it. */
  readonly outcome:
    | { readonly code: FailureCode; readonly reason?: FailureReason }
    | { readonly sessions: number; readonly live?: number };
  /** Facts that the failure must know. */
  readonly facts?: Partial<FailureFacts>;
}

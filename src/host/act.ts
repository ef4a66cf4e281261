import type { Connection } from '../core/connections/connection.ts';
import type { FailureAction } from '../shared/failureAction.ts';

/** Does what a button beside a failure or an empty list offers, for a connection or, without one, for all. */
export type Act = (
  action: Exclude<FailureAction, 'retry'> | 'showPartial' | 'clearFilter',
  connection?: Connection,
) => void;

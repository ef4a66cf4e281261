/** What a person can do about a failure, besides reading about it. */
export const failureActions = [
  'retry',
  'signIn',
  'editConnection',
  'chooseCaFile',
  'addConnection',
  'openSession',
  'openSettings',
  'export',
  'showLog',
] as const;

export type FailureAction = (typeof failureActions)[number];

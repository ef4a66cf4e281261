import type { DetailWords } from '../../../../src/shared/detail.ts';

/** Some words of a page in another language. */
export const words: DetailWords = {
  copySessionId: '',
  refresh: '',
  reveal: '',
  keep: '',
  autoRefresh: '',
  fields: '',
  extraFields: '',
  json: '',
  copyJson: '',
  localTime: 'bei Ihnen {0}',
  liveFor: 'seit {0}',
  units: ['{0} T', '{0} Std.', '{0} Min.', '{0} Sek.'],
};

import { CodeList } from '../../../../../src/core/sessions/columns/codeList.ts';
import { assertSetAtOnce } from './setAtOnce.ts';

describe('core: a list of codes', () => {
  it('holds what was set all at once as if it had been set one by one', () => assertSetAtOnce(() => new CodeList()));
});

import { Int32List } from '../../../../../src/core/sessions/columns/int32List.ts';
import { assertSetAtOnce } from './setAtOnce.ts';

describe('core: a list of numbers', () => {
  it('holds what was set all at once as if it had been set one by one', () => assertSetAtOnce(() => new Int32List()));
});

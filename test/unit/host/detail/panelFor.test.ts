import assert from 'node:assert/strict';
import { panelFor } from '../../../../src/host/detail/panelFor.ts';

describe('host: the panel that shows a session next', () => {
  const panel = (id: string, kept: boolean) => ({
    id,
    kept,
    shows: (target: { readonly id: string }) => target.id === id,
  });
  const idFor = (id: string, ...panels: readonly ReturnType<typeof panel>[]) =>
    panelFor(panels, { connection: 'lab', id })?.id;

  it('is the last one that is not kept', () => {
    assert.equal(idFor('9', panel('1', false), panel('2', false)), '2');
    assert.equal(idFor('9', panel('1', false), panel('2', true)), '1');
  });

  it('is a new one where all are kept, or there is none', () => {
    assert.equal(idFor('9', panel('1', true), panel('2', true)), undefined);
    assert.equal(idFor('9'), undefined);
  });

  it('is the kept one that shows this very session', () => {
    assert.equal(idFor('1', panel('1', true), panel('2', false)), '1');
  });
});

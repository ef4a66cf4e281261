import assert from 'node:assert/strict';
import { Unfinished } from '../../../../../src/host/connections/wizard/unfinished.ts';

describe('host: what a person left in a wizard', () => {
  const start = { address: 'https://pam.example.com', name: 'Lab' };

  it('stays with the question they were at, without a secret or what names the client', () => {
    const unfinished = new Unfinished();
    const secrets = { clientId: 'client', clientSecret: 's', consumerKey: 'k', consumerSecret: 's', token: 't' };
    const draft = { address: 'https://pam.example.com', extras: ['tenant'] as const, tenant: 'acme' };
    unfinished.keep('add', {}, { draft: { ...draft, ...secrets, tokenSecret: 's' }, field: 'clientSecret' });
    const left = unfinished.of('add', {});
    assert.deepEqual([left?.draft, left?.field], [draft, 'clientSecret']);
  });

  it('belongs to one wizard, and is gone once that is through', () => {
    const unfinished = new Unfinished();
    unfinished.keep('edit lab', start, { draft: { ...start, name: 'Other' }, field: 'flavour' });
    assert.equal(unfinished.of('add', {}), undefined);
    assert.equal(unfinished.of('edit lab', start)?.draft.name, 'Other');
    unfinished.forget('edit lab');
    assert.equal(unfinished.of('edit lab', start), undefined);
  });

  it('is nothing where nothing was answered, or it was taken back', () => {
    const unfinished = new Unfinished();
    unfinished.keep('add', {}, { draft: { address: '', extras: [], name: undefined }, field: 'address' });
    assert.equal(unfinished.of('add', {}), undefined);
    unfinished.keep('edit lab', start, { draft: { ...start, name: 'Other' }, field: 'name' });
    unfinished.keep('edit lab', start, { draft: { name: 'Lab', address: start.address }, field: 'name' });
    assert.equal(unfinished.of('edit lab', start), undefined);
  });

  it('is of no use once the connection was changed otherwise', () => {
    const unfinished = new Unfinished();
    unfinished.keep('edit lab', start, { draft: { ...start, name: 'Other' }, field: 'name' });
    assert.equal(unfinished.of('edit lab', { ...start, address: 'https://elsewhere.example.com' }), undefined);
  });
});

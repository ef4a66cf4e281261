import assert from 'node:assert/strict';
import { readConnection } from '../../../src/core/connections/settings.ts';
import { placesOf } from '../../../src/host/sessionPlaces.ts';
import { makeSession } from '../core/makeSession.ts';

const settings = (changes: object) =>
  readConnection({
    ...{ id: 'a', name: 'A', baseUrl: 'https://pam.example.com', flavour: 'v4', auth: { kind: 'oauth1' } },
    ...changes,
  });
const [ticketUrl, pamUrl] = ['https://tickets.example.com/{itsm}', 'https://pam.example.com/#/{id}'];

describe('the places that a session can be opened at', () => {
  it('are those that its connection has, where the session has what they take', () => {
    const [full, bare] = [makeSession({ itsm: 'INC1' }), makeSession({ itsm: null })];
    assert.deepEqual(placesOf(settings({ ticketUrl, pamUrl }), full), ['ticket', 'pam']);
    assert.deepEqual(placesOf(settings({ ticketUrl, pamUrl }), bare), ['pam']);
    assert.deepEqual(placesOf(settings({ ticketUrl }), makeSession({ itsm: '..' })), []);
    assert.deepEqual(placesOf(settings({}), full), []);
    assert.deepEqual(placesOf(undefined, full), []);
    assert.deepEqual(placesOf(settings({ pamUrl }), undefined), []);
  });
});

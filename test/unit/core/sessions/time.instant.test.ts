import assert from 'node:assert/strict';
import fc from 'fast-check';
import { instantOf, isTimeZone } from '../../../../src/core/sessions/time.ts';

const zones = Intl.supportedValuesOf('timeZone');
const someZone = fc.constantFrom(...zones);
const someInstant = fc
  .date({ min: new Date('1990-01-01T00:00:00Z'), max: new Date('2037-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => Math.floor(date.getTime() / 1000) * 1000);

/** What the clocks of a zone show at an instant, as the server writes it. */
function wallTime(instant: number, timeZone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' }).format(instant);
}

function isoOf(text: string, timeZone: string | undefined): string | undefined {
  const instant = instantOf(text, timeZone);
  return instant === undefined ? undefined : new Date(instant).toISOString();
}

describe('core: the instant of a server time', () => {
  const instants: readonly (readonly [text: string, zone: string | undefined, instant: string | undefined])[] = [
    ['2026-01-05 10:00:00', 'America/Sao_Paulo', '2026-01-05T13:00:00.000Z'],
    ['2026-01-05 10:00:00', 'Asia/Kolkata', '2026-01-05T04:30:00.000Z'],
    ['2026-01-05 10:00:00', 'Pacific/Kiritimati', '2026-01-04T20:00:00.000Z'],
    ['2026-01-05 10:00:00', 'utc', '2026-01-05T10:00:00.000Z'],
    // The text's own offset is nearer to the truth than a setting.
    ['2026-01-05T10:00:00-03:00', undefined, '2026-01-05T13:00:00.000Z'],
    ['2026-01-05T10:00:00Z', 'America/Sao_Paulo', '2026-01-05T10:00:00.000Z'],
    ['2026-01-05T10:00:00-03', 'Asia/Kolkata', '2026-01-05T13:00:00.000Z'],
    ['2026-01-05T10:00:00,5+0530', undefined, '2026-01-05T04:30:00.000Z'],
    ['2026-01-05t10:00:00z', 'America/Sao_Paulo', '2026-01-05T10:00:00.000Z'],
    ['2026-01-05T10:00', 'America/Sao_Paulo', '2026-01-05T13:00:00.000Z'],
    ['2026-01-05T10:00+00', 'America/Sao_Paulo', '2026-01-05T10:00:00.000Z'],
    // Around the hour that Berlin's clocks skip, and the one that they show twice.
    ['2025-03-30 01:59:59', 'Europe/Berlin', '2025-03-30T00:59:59.000Z'],
    ['2025-03-30 02:30:00', 'Europe/Berlin', undefined],
    ['2025-03-30 03:00:00', 'Europe/Berlin', '2025-03-30T01:00:00.000Z'],
    ['2025-10-26 01:59:59', 'Europe/Berlin', '2025-10-25T23:59:59.000Z'],
    ['2025-10-26 02:30:00', 'Europe/Berlin', undefined],
    ['2025-10-26 03:00:00', 'Europe/Berlin', '2025-10-26T02:00:00.000Z'],
    // Apia had no 30 December 2011.
    ['2011-12-30 10:00:00', 'Pacific/Apia', undefined],
    ['2011-12-31 10:00:00', 'Pacific/Apia', '2011-12-30T20:00:00.000Z'],
    ['2026-01-05 10:00:00', undefined, undefined],
    ['2026-01-05 10:00:00', 'Mars/Base', undefined],
    ['1900-01-05 10:00:00', 'America/Sao_Paulo', undefined],
    ['yesterday', 'America/Sao_Paulo', undefined],
  ];
  for (const [text, zone, instant] of instants) {
    it(`of ${text} in ${zone ?? 'no zone'} is ${instant ?? 'unknown'}`, () => assert.equal(isoOf(text, zone), instant));
  }

  it('is one at which the clocks of the zone show that time', () => {
    fc.assert(
      fc.property(someZone, someInstant, (zone, anyInstant) => {
        const text = wallTime(anyInstant, zone);
        const instant = instantOf(text, zone);
        assert.ok(instant === undefined || wallTime(instant, zone) === text);
      }),
    );
  });

  it('is known unless the clocks of the zone show the time again within a day', () => {
    fc.assert(
      fc.property(someZone, someInstant, (zone, instant) => {
        const text = wallTime(instant, zone);
        const hours = Array.from({ length: 97 }, (_, quarter) => (quarter - 48) * 900_000);
        const twice = hours.some((away) => away !== 0 && wallTime(instant + away, zone) === text);
        assert.equal(instantOf(text, zone), twice ? undefined : instant);
      }),
    );
  });
});

describe('core: time zones', () => {
  it('are those that can be converted from', () => {
    assert.deepEqual(
      zones.filter((zone) => !isTimeZone(zone)),
      [],
    );
    assert.deepEqual(['Mars/Base', 'Brasilia', ''].filter(isTimeZone), []);
  });
});

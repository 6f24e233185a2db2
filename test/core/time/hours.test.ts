import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { emptyCustomer } from '../../../core/customer/model/empty-customer.ts';
import { gate } from '../../../core/gate/gate.ts';
import { lengthOf, quietUntil, windowOpens } from '../../../core/time/hours.ts';
import { instantsOf, isZone, offsetAt } from '../../../core/time/zone.ts';
import { DAY, HOUR } from '../../../language/catalogue/milliseconds.ts';
import { catalogue, moment } from '../../support/catalogue.ts';
import { runs } from '../../support/depth.ts';

const ZONES = [
  'Europe/London',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Pacific/Apia',
  'Africa/Casablanca',
  'America/Sao_Paulo',
  'UTC',
];
const zone = fc.constantFrom(...ZONES);
const instant = fc.integer({ min: Date.parse('2010-01-01'), max: Date.parse('2036-01-01') });
const at = (text: string) => Date.parse(text);

describe('the clock of a zone', () => {
  it('is what Temporal says', () => {
    fc.assert(
      fc.property(zone, instant, (name, now) => {
        const zoned = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(name);
        expect(offsetAt(name, now)).toBe(zoned.offsetNanoseconds / 1e6);
        const local = Math.floor(now / 60_000) * 60_000;
        const plain = new Date(local).toISOString().slice(0, 19);
        const [first] = instantsOf(name, local);
        expect(first).toBe(Temporal.PlainDateTime.from(plain).toZonedDateTime(name).epochMilliseconds);
      }),
      { numRuns: runs(500) },
    );
  });

  it('is known for zones only', () => {
    expect(['Europe/Berlin', 'Mars/Olympus', '', '__proto__', 3, undefined].map(isZone)).toEqual([
      true,
      false,
      false,
      false,
      false,
      false,
    ]);
  });
});

describe('quiet hours', () => {
  it('end when the clock shows their end, within a day, and are over then', () => {
    fc.assert(
      fc.property(zone, instant, (name, now) => {
        const hours = { from: '21:00', to: '08:00' };
        const ends = quietUntil(now, name, hours);
        const { hour } = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(name);
        expect(ends !== undefined).toBe(hour >= 21 || hour < 8);
        if (ends === undefined) return;
        expect(ends - now).toBeGreaterThan(0);
        expect(ends - now).toBeLessThanOrEqual(12 * HOUR);
        expect(quietUntil(ends, name, hours)).toBeUndefined();
      }),
    );
  });

  it('that end in an hour that comes twice end twice', () => {
    const hours = { from: '21:00', to: '01:30' };
    const first = at('2026-10-25T00:30:00Z');
    expect(quietUntil(first - 1, 'Europe/London', hours)).toBe(first);
    expect(quietUntil(first, 'Europe/London', hours)).toBeUndefined();
    expect(quietUntil(first + HOUR / 2, 'Europe/London', hours)).toBe(first + HOUR);
  });
});

describe('a send window', () => {
  it('opens within its days, and past midnight is still that of the evening before', () => {
    const window = { from: '22:00', to: '02:00', days: ['fri' as const] };
    expect(windowOpens(at('2026-03-06T23:00Z'), 'UTC', window)).toBeUndefined();
    expect(windowOpens(at('2026-03-07T01:00Z'), 'UTC', window)).toBeUndefined();
    expect(windowOpens(at('2026-03-06T01:00Z'), 'UTC', window)).toBe(at('2026-03-06T22:00Z'));
    expect(windowOpens(at('2026-03-07T02:00Z'), 'UTC', window)).toBe(at('2026-03-13T22:00Z'));
  });

  it('lasts as long as the clock says', () => {
    expect(
      ['09:00-18:00', '22:00-02:00', '08:00-08:00'].map(
        (text) => lengthOf({ from: text.slice(0, 5), to: text.slice(6) }) / HOUR,
      ),
    ).toEqual([9, 4, 24]);
  });

  it('that is shorter than the spread lets everybody in', () => {
    const moments = { welcome: moment('welcome', { channels: ['inbox'], window: { from: '09:00', to: '09:10' } }) };
    const now = at('2026-03-02T12:00Z');
    for (let one = 0; one < 50; one++) {
      const ask = {
        journey: 'hello',
        enrolment: 'n',
        step: 's',
        visit: 1,
        moment: 'welcome',
        purpose: 'relationship' as const,
        control: false,
        since: now,
        held: undefined,
        overtaken: false,
        busyUntil: 0,
      };
      const state = emptyCustomer(`c${one}`, now);
      const deps = { catalogue: catalogue({ moments }), paused: new Set<string>() };
      const verdict = gate(state, ask, now, deps);
      const until = verdict.outcome === 'held' ? verdict.until : now;
      expect(until - now).toBeLessThan(DAY);
      expect(gate(state, ask, until, deps)).toMatchObject({ outcome: 'clear' });
    }
  });

  it('is kept in the zone of the policy for someone whose zone nobody knows', () => {
    const now = at('2026-03-02T23:00Z');
    const attribute = { value: 'Mars/Olympus', provenance: 'observed' as const, event: 'e', at: now };
    const state = { ...emptyCustomer('ada', now), attributes: { zone: attribute } };
    const ask = {
      journey: 'hello',
      enrolment: 'n',
      step: 's',
      visit: 1,
      moment: 'welcome',
      purpose: 'relationship' as const,
      control: false,
      since: now,
      held: undefined,
      overtaken: false,
      busyUntil: 0,
    };
    expect(gate(state, ask, now, { catalogue: catalogue(), paused: new Set() })).toMatchObject({
      reason: 'quiet-hours',
    });
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import { emptyCustomer } from '../../../core/customer/model/empty-customer.ts';
import { fromItem, toItem } from '../../../core/customer/model/item.ts';
import { LIMITS } from '../../../core/customer/model/limits.ts';
import { atMost } from '../../../core/customer/model/measure-item.ts';
import type { CustomerState } from '../../../core/customer/model/state.ts';
import { digest } from '../../../core/hash.ts';
import { busy } from '../../support/busy-customer.ts';
import { catalogue, eventType, journey } from '../../support/catalogue.ts';
import { oneCustomer, T0 } from '../../support/customer.ts';
import { runs } from '../../support/depth.ts';

describe('the item of a customer', () => {
  let full: { state: CustomerState; largest: string };
  beforeAll(async () => {
    full = await busy(runs(10), 6);
  });

  it('stays below 16 KiB with every list at its cap', () => {
    const { state, largest } = full;
    expect(Object.keys(state.enrolments)).toHaveLength(LIMITS.enrolments);
    expect(Object.keys(state.seen).length).toBeGreaterThanOrEqual(LIMITS.seen / 2);
    expect(Object.keys(state.incidents)).toHaveLength(LIMITS.incidents);
    // With all of it at once there is no room for every list: what explains makes room first.
    expect(state.evidence.length).toBeGreaterThanOrEqual(LIMITS.evidence / 4);
    expect(state.occurrences['service.restored']!.length).toBeGreaterThanOrEqual(LIMITS.occurrences / 2);
    expect(largest.length).toBeLessThan(16_384);
  });

  it('is measured as long where parts of it were measured before as by itself, and no shorter than it is', async () => {
    let changes = 0;
    await busy(2, 2, undefined, (after) => {
      const most = atMost(after);
      expect(most).toBe(atMost(structuredClone(after)));
      expect(most).toBeGreaterThanOrEqual(Buffer.byteLength(JSON.stringify(after)));
      changes++;
    });
    expect(changes).toBeGreaterThan(100);
  });

  it('is read as it was written, long or short', () => {
    for (const state of [full.state, emptyCustomer('ada', T0)]) expect(fromItem(toItem(state))).toEqual(state);
  });

  it('does not grow with age: more of the same makes it no larger', async () => {
    const older = await busy(runs(2), 6, full.state);
    expect(older.largest.length).toBeLessThan(full.largest.length * 1.05);
  });

  it('is written in less than half of its JSON for someone to whom everything has happened once', async () => {
    const { state } = await busy(1, 1);
    expect(toItem(state).length).toBeLessThan(JSON.stringify(state).length / 2);
  });

  it('is never written longer than its JSON', () => {
    const of = (email: string): CustomerState => ({
      ...emptyCustomer('ada', T0),
      attributes: { email: { value: email, provenance: 'stated', event: 'start', at: T0 } },
    });
    for (const length of [0, 400, 4000]) {
      const state = of(Array.from({ length }, (_, at) => digest([String(at)], 1)).join(''));
      expect(fromItem(toItem(state))).toEqual(state);
      expect(Buffer.byteLength(toItem(state))).toBeLessThanOrEqual(Buffer.byteLength(JSON.stringify(state)));
    }
  });

  it.each([
    ['a range', '= [1..9000]'],
    ['a list of things', "= [1..400].{ 'name': 'something ordered' & $ }"],
    ['things in things', "= { 'all': [1..3000].$string() }"],
    ['a text', '= $join([1..3000].$string())'],
  ])('stays below 16 KiB where an event of ours is given %s', async (_, value) => {
    const events = { given: eventType({ ours: true }) };
    const steps = { give: { kind: 'emit' as const, event: 'given', with: { days: 14, value } } };
    const ada = oneCustomer(catalogue({ events, journeys: { hello: journey('hello', 'start', { steps }) } }));
    await ada.event('start');
    expect(await ada.advance(ada.at('hello', 'give'))).toBe('sent');
    expect(toItem(await ada.state()).length).toBeLessThan(LIMITS.item);
    expect(ada.journal.at(-1)).toMatchObject({ kind: 'decision', outcome: 'sent', with: { days: 14 } });
  });

  it('keeps no text longer than it has room for, whatever a customer writes', async () => {
    const text = { type: 'text' as const, optional: true, provenance: 'stated' as const };
    const events = {
      start: eventType({ sets: { name: 'name' }, fields: { name: text } }),
      topic: eventType({ consent: { topic: 'name', choice: '"withdrawn"' }, fields: { name: text } }),
    };
    const hello = journey('hello', 'start', {
      fields: ['name'],
      enter: { on: ['start'], again: 'always', per: 'event.name' },
    });
    const ada = oneCustomer(catalogue({ events, journeys: { hello } }));
    for (let count = 0; count < runs(40); count++) {
      ada.clock.now += 1000;
      const name = `${count}${'long '.repeat(20_000)}`;
      const id = `${count}${'id'.repeat(1000)}`;
      const signals = [{ value: 0, weight: 1, because: name }];
      for (const type of ['start', 'topic']) await ada.event(type, { name }, { id: `${type}${id}`, signals });
      await ada.event('fail', { ref: name }, { id: `fail${id}` });
    }
    const state = await ada.state();
    expect(Object.keys(state.enrolments)).toHaveLength(LIMITS.enrolments);
    expect(Object.keys(state.consent)).toHaveLength(LIMITS.consents);
    expect(JSON.stringify(state).length).toBeLessThan(65_536);
    expect(ada.journal).toContainEqual(expect.objectContaining({ kind: 'not-entered', reason: 'too-many' }));
  });
});

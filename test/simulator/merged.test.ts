import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { DAY, HOUR } from '../../language/catalogue/milliseconds.ts';
import { inMemory } from '../../simulator/world/storage.memory.ts';
import { inSqlite } from '../../simulator/world/storage.sqlite.ts';
import { guests } from '../support/guests.ts';

const JOINED = { plan: 'solo' };
const USED = { feature: 'solo', body: '' };

const storages = { memory: () => inMemory(), SQLite: () => inSqlite(new DatabaseSync(':memory:')) };

describe('two ids of one person', () => {
  it('carries on a journey under the new id, to the same messages at the same times', async () => {
    const alone = guests();
    await alone.tell('guest', 'customer.signed_up', JOINED);
    await alone.pass(60 * DAY);
    const both = guests();
    await both.tell('guest', 'customer.signed_up', JOINED);
    await both.pass(HOUR);
    expect(await both.merge('guest', 'ada')).toMatchObject({ status: 'applied', customer: 'guest' });
    await both.pass(60 * DAY - HOUR);
    const decisionsOf = ({ entries }: typeof both) =>
      entries.flatMap((entry) => (entry.kind === 'decision' ? [`${entry.at} ${entry.step} ${entry.outcome}`] : []));
    expect(decisionsOf(both)).toEqual(decisionsOf(alone));
    expect(both.world.outbox.of('ada').length + both.world.outbox.of('guest').length).toBe(
      alone.world.outbox.of('guest').length,
    );
    expect(both.world.outbox.of('ada').length).toBeGreaterThan(0);
    expect(both.world.running()).toBe(0);
  });

  it('answers the old id afterwards', async () => {
    const { tell, merge, world } = guests();
    await tell('guest', 'customer.signed_up', JOINED);
    await merge('guest', 'ada');
    expect(await tell('guest', 'customer.consent_changed', { topic: 'offers', choice: 'withdrawn' })).toMatchObject({
      status: 'applied',
    });
    const state = await world.customer('guest');
    expect(state).toMatchObject({ id: 'ada', consent: { 'topic:offers': { choice: 'withdrawn' } } });
    expect(await world.idsOf('guest')).toEqual(['ada', 'guest']);
    expect(await world.customer('ada')).toEqual(state);
  });

  it.each([
    ['told twice', 'guest', 'ada'],
    ['told back to front afterwards', 'ada', 'guest'],
  ] as const)('changes nothing more when it is %s', async (_, from, into) => {
    const { tell, merge, world } = guests();
    await tell('guest', 'customer.signed_up', JOINED);
    await merge('guest', 'ada');
    const before = await world.customer('ada');
    expect(await merge(from, into)).toMatchObject({ status: 'duplicate' });
    expect(await world.customer('guest')).toEqual(before);
  });

  it.each([
    ['a', 'b', 'b', 'c'],
    ['b', 'c', 'a', 'b'],
    ['a', 'b', 'a', 'c'],
  ])('follows %s to %s, then %s to %s, to one person', async (from, into, nextFrom, nextInto) => {
    const { tell, merge, world } = guests();
    for (const id of ['a', 'b', 'c']) await tell(id, 'product.used', USED);
    await merge(from, into);
    await merge(nextFrom, nextInto);
    expect(new Set(await world.idsOf('a'))).toEqual(new Set(['a', 'b', 'c']));
    for (const id of ['a', 'b']) expect(await world.customer(id)).toMatchObject({ id: 'c' });
  });

  it('knows an alias also of somebody who was unknown', async () => {
    const { tell, merge, world } = guests();
    await merge('nobody', 'ada');
    await tell('nobody', 'customer.signed_up', JOINED);
    expect(await world.customer('ada')).toMatchObject({ attributes: { plan: { value: 'solo' } } });
  });

  it('is refused for one id', async () => {
    const { merge } = guests();
    expect(await merge('ada', 'ada')).toMatchObject({
      status: 'rejected',
      message: expect.stringContaining('two ids of one person'),
    });
  });

  it.each([
    ['from', { into: 'ada' }],
    ['into', { from: 'ada' }],
  ])('is refused without %s', async (_, detail) => {
    const { tell } = guests();
    expect(await tell('x', 'customer.merged', detail)).toMatchObject({ status: 'rejected' });
  });

  it('is refused where more ids would lead to one than can be followed', async () => {
    const { merge, world } = guests();
    for (let n = 0; n < 16; n++) expect(await merge(`guest-${n}`, 'till')).toMatchObject({ status: 'applied' });
    expect(await merge('guest-16', 'till')).toMatchObject({
      status: 'rejected',
      message: expect.stringContaining('16'),
    });
    expect(await world.customer('guest-16')).toBeUndefined();
    expect(await merge('till', 'other')).toMatchObject({ status: 'rejected' });
  });

  it('ends a journey that both are in, once, and the one that entered first goes on', async () => {
    const { tell, merge, of, pass } = guests();
    await tell('guest', 'customer.signed_up', JOINED);
    await pass(HOUR);
    await tell('ada', 'customer.signed_up', JOINED);
    const [first, second] = of('entered').map(({ enrolment }) => enrolment);
    await merge('guest', 'ada');
    expect(of('ended')).toMatchObject([{ enrolment: second, reason: 'merged', customer: 'ada' }]);
    await pass(60 * DAY);
    expect(of('ended').at(-1)).toMatchObject({ enrolment: first, customer: 'ada' });
  });

  it('is the same in memory and in SQLite', async () => {
    const results: unknown[] = [];
    for (const open of Object.values(storages)) {
      const { tell, merge, pass, entries, world } = guests(open());
      await tell('guest', 'customer.signed_up', JOINED);
      await tell('ada', 'customer.signed_up', JOINED);
      await pass(HOUR);
      await merge('guest', 'ada');
      await pass(60 * DAY);
      results.push({ entries, item: await world.customer('guest'), sent: world.outbox.of('ada') });
    }
    expect(results[1]).toEqual(results[0]);
  });
});

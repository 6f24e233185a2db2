import { describe, expect, it } from 'vitest';
import { PREFERENCES } from '../../../functions/shared/source.ts';
import { HOUR } from '../../../language/catalogue/milliseconds.ts';
import { openWorld } from '../../../simulator/open-world.ts';
import { loadProject } from '../../../simulator/project.ts';

const T0 = Date.parse('2026-03-02T10:00:00Z');
const project = await loadProject('workflows');

const known = async () => {
  const erased: string[][] = [];
  const world = openWorld(project, { now: T0, onErased: (ids) => erased.push(ids) });
  let ids = 0;
  const arrive = (type: string, detail: Record<string, unknown>, more = {}) =>
    world.arrive({
      id: `e${++ids}`,
      source: PREFERENCES,
      'detail-type': type,
      time: new Date(world.now).toISOString(),
      detail,
      ...more,
    });
  const signUp = () => arrive('customer.signed_up', { customerId: 'ada', email: 'ada@example.com', plan: 'solo' });
  const ask = (time = new Date(world.now).toISOString()) =>
    arrive('customer.erasure_requested', world.sign('customer.erasure_requested', { customerId: 'ada' }), { time });
  await signUp();
  await world.passUntil(T0 + HOUR);
  return { world, arrive, signUp, ask, erased };
};

describe('who asks on their page to be erased', () => {
  it('is gone: their item, what happened, what was sent and what was to come', async () => {
    const { world, ask, erased } = await known();
    expect(world.outbox.of('ada')).toHaveLength(1);
    expect(await ask()).toMatchObject({ status: 'applied', customer: 'ada' });
    expect(await world.customer('ada')).toBeUndefined();
    expect([world.timeline.of('ada'), world.outbox.of('ada'), world.next()]).toEqual([[], [], undefined]);
    expect(await world.census?.directory.find('ada@example.com', { count: 5 })).toMatchObject({ items: [] });
    expect(erased).toEqual([['ada']]);
  });

  it('is nobody whom another system may erase', async () => {
    const { world, arrive } = await known();
    const forged = await arrive('customer.erasure_requested', { customerId: 'ada', signature: 'x' });
    expect(forged).toMatchObject({ status: 'rejected', message: expect.stringMatching(/not signed.*tactful erase/) });
    const others = world.sign('customer.erasure_requested', { customerId: 'bob' });
    expect(await arrive('customer.erasure_requested', { ...others, customerId: 'ada' })).toMatchObject({
      status: 'rejected',
    });
    expect(await world.customer('ada')).toBeDefined();
  });

  it('is not erased again by the same wish once they have come back', async () => {
    const { world, signUp, ask } = await known();
    const asked = new Date(world.now).toISOString();
    await ask(asked);
    await world.passUntil(T0 + 2 * HOUR);
    await signUp();
    expect(await ask(asked)).toMatchObject({ status: 'skipped' });
    expect(await world.customer('ada')).toMatchObject({ version: expect.any(Number) });
  });

  it('is made known by no wish of somebody of whom nothing is known', async () => {
    const { world, arrive } = await known();
    const detail = world.sign('customer.erasure_requested', { customerId: 'nobody' });
    expect(await arrive('customer.erasure_requested', detail)).toMatchObject({ status: 'skipped' });
    expect(await world.customer('nobody')).toBeUndefined();
  });

  it('is refused without a time that can be read', async () => {
    const { ask } = await known();
    expect(await ask('yesterday')).toMatchObject({ status: 'rejected', message: expect.stringContaining('time is') });
  });
});

import { describe, expect, it } from 'vitest';
import { PREFERENCES } from '../../../functions/shared/source.ts';
import { HOUR } from '../../../language/catalogue/milliseconds.ts';
import { openWorld } from '../../../simulator/open-world.ts';
import { loadProject } from '../../../simulator/project.ts';

const T0 = Date.parse('2026-03-02T10:00:00Z');
const project = await loadProject('workflows');

const openWithErasures = async () => {
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
  const wish = (fields: object = { asked: new Date(world.now).toISOString() }) =>
    world.sign('customer.erasure_requested', { customerId: 'ada', ...fields });
  const ask = (detail = wish(), more = {}) => arrive('customer.erasure_requested', detail, more);
  await signUp();
  await world.passUntil(T0 + HOUR);
  return { world, arrive, signUp, wish, ask, erased };
};

describe('who asks on their page to be erased', () => {
  it('is gone: their item, what happened, what was sent and what was to come', async () => {
    const { world, ask, erased } = await openWithErasures();
    expect(world.outbox.of('ada')).toHaveLength(1);
    expect(await ask()).toMatchObject({ status: 'applied', customer: 'ada' });
    expect(await world.customer('ada')).toBeUndefined();
    expect([world.timeline.of('ada'), world.outbox.of('ada'), world.next()]).toEqual([[], [], undefined]);
    expect(await world.census?.directory.find('ada@example.com', { count: 5 })).toMatchObject({ items: [] });
    expect(erased).toEqual([['ada']]);
  });

  it('is nobody whom another system may erase', async () => {
    const { world, arrive } = await openWithErasures();
    const forged = await arrive('customer.erasure_requested', { customerId: 'ada', signature: 'x' });
    expect(forged).toMatchObject({ status: 'rejected', message: expect.stringMatching(/not signed.*tactful erase/) });
    const others = world.sign('customer.erasure_requested', { customerId: 'bob' });
    expect(await arrive('customer.erasure_requested', { ...others, customerId: 'ada' })).toMatchObject({
      status: 'rejected',
    });
    expect(await world.customer('ada')).toBeDefined();
  });

  it('is not erased again by the same wish once they have come back, whenever somebody says that it was', async () => {
    const { world, signUp, wish, ask } = await openWithErasures();
    const request = wish();
    await ask(request);
    await world.passUntil(T0 + 2 * HOUR);
    await signUp();
    expect(await ask(request)).toMatchObject({ status: 'skipped' });
    expect(await ask(request, { id: 'again', time: new Date(world.now + HOUR).toISOString() })).toMatchObject({
      status: 'skipped',
    });
    expect(await ask({ ...request, asked: new Date(world.now).toISOString() })).toMatchObject({ status: 'rejected' });
    expect(await world.customer('ada')).toMatchObject({ version: expect.any(Number) });
    expect(await ask()).toMatchObject({ status: 'applied' });
  });

  it.each([
    ['is of two ids by then', 'guest', 'ada', true],
    ['goes on under the other id', 'ada', 'guest', true],
    ['is known again only by the other id', 'guest', 'ada', false],
  ])('is not erased by a wish of before they came back, where who came back %s', async (_, from, into, isBack) => {
    const { world, arrive, signUp, wish, ask } = await openWithErasures();
    await arrive('customer.signed_up', { customerId: 'guest', email: 'guest@example.com', plan: 'solo' });
    await world.passUntil(T0 + 2 * HOUR);
    const old = wish();
    await ask(old);
    await world.passUntil(T0 + 3 * HOUR);
    if (isBack) await signUp();
    await arrive('customer.merged', { from, into });
    expect(await ask(old, { id: 'again' })).toMatchObject({ status: 'skipped' });
    expect(await world.customer('guest')).toBeDefined();
    expect(await ask()).toMatchObject({ status: 'applied' });
    expect(await world.customer('guest')).toBeUndefined();
  });

  it('is all ids of a person, by a wish that came before they were known to be one', async () => {
    const { world, arrive, wish, ask } = await openWithErasures();
    await arrive('customer.signed_up', { customerId: 'guest', email: 'guest@example.com', plan: 'solo' });
    const request = wish();
    await arrive('customer.merged', { from: 'ada', into: 'guest' });
    expect(await ask(request)).toMatchObject({ status: 'applied' });
    expect(await world.customer('guest')).toBeUndefined();
  });

  it('is not by a wish that does not say when it was: it lies with the rejects, with what to do', async () => {
    const { world, wish, ask } = await openWithErasures();
    expect(await ask(wish({}))).toMatchObject({
      status: 'rejected',
      message: expect.stringMatching(/when.*tactful erase/),
    });
    expect(await world.customer('ada')).toBeDefined();
    expect(await ask()).toMatchObject({ status: 'applied' });
  });

  it('is made known by no wish of somebody of whom nothing is known', async () => {
    const { world, arrive } = await openWithErasures();
    const askedAt = new Date(world.now).toISOString();
    const detail = world.sign('customer.erasure_requested', { customerId: 'nobody', asked: askedAt });
    expect(await arrive('customer.erasure_requested', detail)).toMatchObject({ status: 'skipped' });
    expect(await world.customer('nobody')).toBeUndefined();
  });

  it('is refused without a time that can be read', async () => {
    const { wish, ask } = await openWithErasures();
    expect(await ask(wish({ asked: 'yesterday' }))).toMatchObject({
      status: 'rejected',
      message: expect.stringContaining('time is'),
    });
  });
});

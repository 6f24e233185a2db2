import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { blockOf } from '../../core/gate/reach.ts';
import { DAY } from '../../language/catalogue/milliseconds.ts';
import { loadProject } from '../../simulator/project.ts';
import { inMemory } from '../../simulator/world/storage.memory.ts';
import { inSqlite } from '../../simulator/world/storage.sqlite.ts';
import { worldOf } from '../support/world.ts';

const project = await loadProject('workflows');

const START = '2026-03-02T09:00:00Z';
const EMAIL = { channel: 'email' };

/** Somebody who shopped as a guest and then made an account; each has got a welcome by email. */
const twoIds = async (storage = inMemory()) => {
  const { world, entries, send } = worldOf(project, START, { storage });
  await send('customer.signed_up', { customerId: 'guest', email: 'ann@example.com' });
  await send('customer.signed_up', { customerId: 'account', email: 'Ann@Example.com' });
  const mails = (customer: string) => world.outbox.of(customer).filter(({ channel }) => channel === 'email').length;
  const later = (days: number) => world.passUntil(Date.parse(START) + days * DAY);
  const block = async (customer: string) => {
    const state = await world.customer(customer);
    return state && blockOf(state, 'email', {});
  };
  expect(mails('account')).toBe(1);
  return { world, send, entries, mails, later, block };
};

describe('an address that two ids have', () => {
  it.each([
    ['message.complained', EMAIL, 'complained'],
    ['message.bounced', EMAIL, 'bounced'],
    ['message.opted_out', EMAIL, 'unsubscribed'],
    ['customer.consent_changed', { ...EMAIL, choice: 'withdrawn' }, 'unsubscribed'],
    ['message.replied', { ...EMAIL, text: 'Take me off your list' }, 'unsubscribed'],
  ])('after %s of one gets no more for the other', async (event, detail, reason) => {
    const { send, later, mails, block } = await twoIds();
    await send(event, { customerId: 'guest', ...detail });
    await later(30);
    expect(mails('account')).toBe(1);
    expect(await block('account')).toBe(reason);
  });

  it('gets more again after a yes of either, and soft bounces of one close nothing for the other', async () => {
    const { world, send, later, mails } = await twoIds(inSqlite(new DatabaseSync(':memory:')));
    await send('message.complained', { customerId: 'guest', ...EMAIL });
    for (let time = 0; time < 6; time++) await send('message.soft_bounced', { customerId: 'guest', ...EMAIL });
    await world.passUntil(world.now + 60_000);
    await send('customer.consent_changed', { customerId: 'guest', ...EMAIL, choice: 'granted' });
    await later(30);
    expect(mails('account')).toBeGreaterThan(1);
  });

  it('gets nothing about a topic that one has left, and all else', async () => {
    const { send, later, world } = await twoIds();
    await send('customer.consent_changed', { customerId: 'guest', topic: 'getting-started', choice: 'withdrawn' });
    await later(30);
    const moments = world.outbox.of('account').map(({ moment }) => moment);
    expect(moments).not.toContain('tip-first-step');
    expect(moments).toContain('tip-solo');
  });

  it('is known for what somebody left before they had it', async () => {
    const { send, later, mails } = await twoIds();
    await send('customer.consent_changed', { customerId: 'third', ...EMAIL, choice: 'withdrawn' });
    await send('customer.signed_up', { customerId: 'third', email: 'ann@example.com' });
    await later(30);
    expect([mails('third'), mails('account')]).toEqual([0, 1]);
  });
});

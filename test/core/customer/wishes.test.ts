import { describe, expect, it } from 'vitest';
import { decisionId } from '../../../core/customer/decision-id.ts';
import { BUILT_IN } from '../../../language/catalogue/built-in.ts';
import { SENDABLE } from '../../../language/catalogue/channel.ts';
import { catalogue, eventType, moment } from '../../support/catalogue.ts';
import { oneCustomer } from '../../support/customer.ts';

const builtIn = Object.fromEntries(
  Object.entries(BUILT_IN).map(([name, type]) => [name, { ...type, kept: [], awaited: false }]),
);

/** Somebody who got `welcome` by this channel, and knows the name of its decision. */
const whoGot = async (channel = SENDABLE[0]!) => {
  const ada = oneCustomer(
    catalogue({
      events: { ...builtIn, start: eventType({ sets: { email: '"ada@example.com"', phone: '"+447700900123"' } }) },
      moments: { welcome: moment('welcome', { topic: 'tips', channels: [channel] }) },
    }),
  );
  await ada.event('start');
  const task = ada.task('hello', 'welcome');
  await ada.sent(task);
  ada.clock.now += 1000;
  const fields = { decision: decisionId(task), channel };
  const consent = async () =>
    Object.fromEntries(Object.entries((await ada.state()).consent).map(([key, { choice }]) => [key, choice]));
  return { ada, fields, consent, task };
};

describe('a reply that asks to be left out', () => {
  it('withdraws the topic of the message that it answers', async () => {
    const { ada, fields, consent } = await whoGot('email');
    await ada.event('message.replied', { ...fields, text: 'unsubscribe me' }, { wish: 'leave' });
    expect(await consent()).toEqual({ 'topic:tips': 'withdrawn' });
    expect(ada.journal.at(-1)).toMatchObject({
      kind: 'delivery',
      status: 'replied',
      chose: { kind: 'topic', id: 'tips', choice: 'withdrawn' },
    });
  });

  it.each([
    ['of everything', { wish: 'leave-all' as const }, true],
    ['of a message that nobody knows', { wish: 'leave' as const }, false],
  ])('withdraws the way as a whole where it speaks %s', async (_, more, named) => {
    const { ada, fields, consent } = await whoGot('email');
    await ada.event('message.replied', named ? fields : { channel: 'email' }, more);
    expect(await consent()).toEqual({ 'channel:email': 'withdrawn' });
  });

  it('withdraws texts as a whole by STOP, and START brings them back', async () => {
    const { ada, fields, consent } = await whoGot('sms');
    await ada.event('message.replied', fields, { wish: 'leave' });
    expect(await consent()).toEqual({ 'channel:sms': 'withdrawn' });
    ada.clock.now += 1000;
    await ada.event('message.replied', { channel: 'sms' }, { wish: 'return' });
    expect(await consent()).toEqual({ 'channel:sms': 'granted' });
  });

  it('opens no way again by a word that may be an answer', async () => {
    const { ada, fields, consent } = await whoGot('email');
    await ada.event('message.replied', fields, { wish: 'return' });
    expect(await consent()).toEqual({});
  });

  it('counts when it comes late, too', async () => {
    const { ada, consent } = await whoGot('sms');
    const at = new Date(ada.clock.now).toISOString();
    for (let event = 0; event < 70; event++) {
      ada.clock.now += 1000;
      await ada.event('message.replied', { channel: 'sms' });
    }
    await ada.event('message.replied', { channel: 'sms' }, { at, wish: 'leave' });
    expect(await consent()).toEqual({ 'channel:sms': 'withdrawn' });
  });
});

describe('an opt-out that a provider knows of', () => {
  it('withdraws the way, and what went there is known not to have arrived', async () => {
    const { ada, fields, consent } = await whoGot('sms');
    await ada.event('message.opted_out', fields);
    expect(await consent()).toEqual({ 'channel:sms': 'withdrawn' });
    expect(ada.journal.at(-1)).toMatchObject({ kind: 'delivery', status: 'opted-out', channel: 'sms' });
  });

  it('makes nobody of whom nothing is known', async () => {
    const bob = oneCustomer(catalogue({ events: builtIn }));
    expect(await bob.event('message.opted_out', { channel: 'sms' })).toBe('skipped');
  });
});

import { describe, expect, it } from 'vitest';
import { decisionId } from '../../../core/customer/decision-id.ts';
import { LIMITS } from '../../../core/customer/model/limits.ts';
import { BUILT_IN } from '../../../language/catalogue/built-in.ts';
import { catalogue, eventType, moment } from '../../support/catalogue.ts';
import { oneCustomer } from '../../support/customer.ts';

const text = { type: 'text' as const, optional: true, provenance: 'stated' as const };

const all = catalogue({
  events: {
    ...Object.fromEntries(
      Object.entries(BUILT_IN).map(([name, type]) => [name, { ...type, kept: [], awaited: false }]),
    ),
    address: eventType({ fields: { email: text }, sets: { email: 'email' } }),
  },
  moments: { welcome: moment('welcome', { channels: ['email'] }) },
});

const EMAIL = { channel: 'email' };

/** Somebody to whom `welcome` went by email a second ago. */
const whoGot = async () => {
  const ada = oneCustomer(all);
  await ada.event('address', { email: 'ada@example.com' });
  await ada.event('start');
  const task = ada.task('hello', 'welcome');
  await ada.sent(task);
  ada.clock.now += 1000;
  const softly = async (times: number, more = {}) => {
    for (let time = 0; time < times; time++) {
      ada.clock.now += 1000;
      await ada.event('message.soft_bounced', EMAIL, more);
    }
  };
  const closed = async () => (await ada.state()).unreachable.email?.why;
  return { ada, task, softly, closed, decision: decisionId(task) };
};

describe('word of a channel that we do not have', () => {
  it.each(['message.bounced', 'message.complained', 'message.opted_out'])('%s closes no other', async (type) => {
    const { ada, closed } = await whoGot();
    await ada.event(type, {}, { leftOut: [{ field: 'channel', problem: 'is "push"' }] });
    expect(await closed()).toBeUndefined();
    expect((await ada.state()).consent).toEqual({});
    const delivery = ada.journal.findLast(({ kind }) => kind === 'delivery');
    expect(delivery).toBeDefined();
    expect(delivery).not.toHaveProperty('channel');
  });

  it('is of email where it names none', async () => {
    const { ada, closed } = await whoGot();
    await ada.event('message.bounced', {});
    expect(await closed()).toBe('bounced');
  });
});

describe('soft bounces', () => {
  it('are told of, each, and close the channel when there are so many in a row', async () => {
    const { ada, softly, closed, decision } = await whoGot();
    await ada.event('message.soft_bounced', { ...EMAIL, decision, cause: 'MailboxFull' });
    expect(ada.journal.at(-1)).toMatchObject({
      kind: 'delivery',
      status: 'soft-bounced',
      step: 'send-welcome',
      cause: 'MailboxFull',
    });
    await softly(LIMITS.softBounces - 2);
    expect(await closed()).toBeUndefined();
    await softly(1);
    expect(await closed()).toBe('bounced');
  });

  it('begin anew after a message that arrived', async () => {
    const { ada, softly, closed } = await whoGot();
    await softly(LIMITS.softBounces - 1);
    await ada.event('message.delivered', EMAIL);
    await softly(LIMITS.softBounces - 1);
    expect(await closed()).toBeUndefined();
  });

  it('do not begin anew after one that arrived before them, and is told of late', async () => {
    const { ada, softly, closed } = await whoGot();
    const at = new Date(ada.clock.now).toISOString();
    await softly(LIMITS.softBounces - 1);
    await ada.event('message.delivered', EMAIL, { at });
    await softly(1);
    expect(await closed()).toBe('bounced');
  });

  it('that closed a channel are forgiven when a message arrives after all, and by a new address', async () => {
    const { ada, softly, closed } = await whoGot();
    await softly(LIMITS.softBounces);
    await ada.event('message.delivered', EMAIL);
    expect(await closed()).toBeUndefined();
    await softly(LIMITS.softBounces);
    expect(await closed()).toBe('bounced');
    ada.clock.now += 1000;
    await ada.event('address', { email: 'ada@example.org' });
    expect(await closed()).toBeUndefined();
    await softly(LIMITS.softBounces - 1);
    expect(await closed()).toBeUndefined();
  });

  it('do not soften a bounce for good, which no message that arrived takes back', async () => {
    const { ada, softly, closed } = await whoGot();
    await ada.event('message.bounced', EMAIL);
    await softly(LIMITS.softBounces);
    ada.clock.now += 1000;
    await ada.event('message.delivered', EMAIL);
    expect(await closed()).toBe('bounced');
  });

  it('of an address of before are not counted, and neither is one that may be a repeat', async () => {
    const { ada, softly, closed } = await whoGot();
    const before = new Date(ada.clock.now).toISOString();
    ada.clock.now += 1000;
    await ada.event('address', { email: 'ada@example.org' });
    await softly(LIMITS.softBounces, { at: before });
    expect(await closed()).toBeUndefined();
    const now = new Date(ada.clock.now).toISOString();
    for (let event = 0; event < 70; event++) {
      ada.clock.now += 1000;
      await ada.event('message.soft_bounced', EMAIL);
      await ada.event('message.delivered', EMAIL);
    }
    for (let time = 0; time < LIMITS.softBounces; time++)
      expect(await ada.event('message.soft_bounced', EMAIL, { at: now })).toBe('stale');
    expect(await closed()).toBeUndefined();
  });
});

describe('a bounce of a message that went to the address of before', () => {
  it.each(['message.bounced', 'message.soft_bounced'])(
    'says nothing of the one that they have now: %s',
    async (type) => {
      const { ada, decision, closed } = await whoGot();
      await ada.event('address', { email: 'ada@example.org' });
      for (let time = 0; time < LIMITS.softBounces; time++) {
        ada.clock.now += 1000;
        await ada.event(type, { ...EMAIL, decision });
        expect((await ada.state()).marks).toBeUndefined();
      }
      expect(await closed()).toBeUndefined();
      expect(ada.journal.at(-1)).toMatchObject({ kind: 'delivery', step: 'send-welcome' });
      await ada.event('message.bounced', EMAIL);
      expect(await closed()).toBe('bounced');
    },
  );
});

describe('a message that the provider took and never sent', () => {
  it('is no message that went out: it counts for no cap', async () => {
    const { ada, decision } = await whoGot();
    expect((await ada.state()).decisions).toHaveLength(1);
    await ada.event('message.rejected', { ...EMAIL, decision, cause: 'Bad content' });
    expect((await ada.state()).decisions).toEqual([]);
    expect(ada.journal.at(-1)).toMatchObject({ kind: 'delivery', status: 'rejected', cause: 'Bad content' });
  });
});

describe('a message that is late', () => {
  it('is told of, and changes nothing', async () => {
    const { ada, decision, closed } = await whoGot();
    await ada.event('message.delayed', { ...EMAIL, decision });
    expect((await ada.state()).decisions).toHaveLength(1);
    expect(await closed()).toBeUndefined();
    expect(ada.journal.at(-1)).toMatchObject({ kind: 'delivery', status: 'delayed' });
  });
});

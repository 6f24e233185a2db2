import { describe, expect, it } from 'vitest';
import { toItem } from '../../../core/customer/model/item.ts';
import { BUILT_IN } from '../../../language/catalogue/built-in.ts';
import { catalogue, eventType, policy } from '../../support/catalogue.ts';
import { oneCustomer } from '../../support/customer.ts';

const text = { type: 'text' as const, optional: true, provenance: 'stated' as const };

const someone = (topics: Record<string, string> = policy.topics) =>
  oneCustomer(
    catalogue({
      policy: { ...policy, topics },
      events: {
        ...Object.fromEntries(
          Object.entries(BUILT_IN).map(([name, type]) => [name, { ...type, kept: [], awaited: false }]),
        ),
        address: eventType({ fields: { email: text, phone: text }, sets: { email: 'email', phone: 'phone' } }),
      },
    }),
  );

const EMAIL = { channel: 'email', address: 'ada@example.com' };

describe('what is known of an address that a message was about to go to', () => {
  it.each([
    ['closes the channel', EMAIL.address, 'bounced'],
    ['says nothing of the one that they gave us meanwhile', 'ada@example.org', undefined],
  ])('%s', async (_, now, why) => {
    const ada = someone();
    await ada.event('address', { email: EMAIL.address });
    await ada.event('start');
    const task = ada.task('hello', 'welcome');
    await ada.send(task);
    await ada.event('address', { email: now });
    const { enrolment, step, visit } = task;
    const marks = [{ about: 'bounced' as const, at: ada.clock.now }];
    const barred = { enrolment, step, visit, attempt: 'a1', receipt: 'barred' as const, because: '', marks };
    const { answer } = await ada.change('ada', { kind: 'record', ...barred, address: EMAIL.address });
    expect(answer).toBe('later');
    const { enrolments, unreachable } = await ada.state();
    expect(enrolments[enrolment]).not.toHaveProperty('reserved');
    expect(unreachable.email?.why).toBe(why);
  });
});

describe('what a commit makes known of an address', () => {
  it.each([
    ['message.bounced', { channel: 'email' }, { about: 'bounced' }],
    ['message.complained', { channel: 'email' }, { about: 'complained' }],
    ['message.opted_out', { channel: 'email' }, { about: 'channel', choice: 'withdrawn' }],
    ['customer.consent_changed', { channel: 'email', choice: 'granted' }, { about: 'channel', choice: 'granted' }],
    [
      'customer.consent_changed',
      { topic: 'tips', choice: 'withdrawn' },
      { about: 'topic', topic: 'tips', choice: 'withdrawn' },
    ],
  ])('by %s %j', async (event, detail, wish) => {
    const ada = someone();
    await ada.event('address', { email: EMAIL.address });
    expect((await ada.state()).marks).toBeUndefined();
    ada.clock.now += 1000;
    await ada.event(event, detail);
    expect((await ada.state()).marks).toEqual([{ ...EMAIL, known: [{ ...wish, at: ada.clock.now }] }]);
    await ada.event('start');
    expect((await ada.state()).marks).toBeUndefined();
  });

  it('says of every address what topic was left, and of a new one what had been left before', async () => {
    const ada = someone();
    await ada.event('customer.consent_changed', { topic: 'tips', choice: 'withdrawn' });
    await ada.event('customer.consent_changed', { topic: 'offers', choice: 'granted' });
    expect((await ada.state()).marks).toBeUndefined();
    await ada.event('address', { email: EMAIL.address, phone: '+447700900123' });
    const wishes = [expect.objectContaining({ about: 'topic', topic: 'tips', choice: 'withdrawn' })];
    expect((await ada.state()).marks).toEqual([
      { ...EMAIL, known: wishes },
      { channel: 'sms', address: '+447700900123', known: wishes },
    ]);
    ada.clock.now += 1000;
    await ada.event('address', { email: EMAIL.address });
    expect((await ada.state()).marks).toBeUndefined();
  });

  it('says nothing for a row of soft bounces, which a message that arrives takes back', async () => {
    const ada = someone();
    await ada.event('address', { email: EMAIL.address });
    for (let time = 0; time < 6; time++) {
      ada.clock.now += 1000;
      await ada.event('message.soft_bounced', { channel: 'email' });
      expect((await ada.state()).marks).toBeUndefined();
    }
    expect((await ada.state()).unreachable.email).toMatchObject({ why: 'bounced', soft: true });
  });

  it('is said once more by an erasure: the item may be the only one that knows, as one of before is', async () => {
    const ada = someone();
    await ada.event('address', { email: EMAIL.address, phone: '+447700900123' });
    ada.clock.now += 1000;
    const at = ada.clock.now;
    await ada.event('customer.consent_changed', { topic: 'tips', choice: 'withdrawn' });
    await ada.event('customer.consent_changed', { channel: 'sms', choice: 'withdrawn' });
    await ada.event('message.bounced', { channel: 'email' });
    ada.clock.now += 1000;
    await ada.erase();
    const topic = { about: 'topic', topic: 'tips', choice: 'withdrawn', at };
    expect((await ada.state()).marks).toEqual([
      { ...EMAIL, known: [{ about: 'bounced', at }, topic] },
      { channel: 'sms', address: '+447700900123', known: [{ about: 'channel', choice: 'withdrawn', at }, topic] },
    ]);
  });

  it('stays small, whatever has been left', async () => {
    const names = Array.from({ length: 60 }, (_, index) => `${index}-`.padEnd(50, 'x'));
    const ada = someone(Object.fromEntries(names.map((name) => [name, name])));
    for (const topic of names) await ada.event('customer.consent_changed', { topic, choice: 'withdrawn' });
    await ada.event('address', { email: `${'a'.repeat(240)}@example.com` });
    const state = await ada.state();
    expect(state.marks?.[0]?.known).toHaveLength(60);
    expect(Buffer.byteLength(toItem(state))).toBeLessThan(16_384);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { optionsOf } from '../../../functions/preferences/options.ts';
import { BUILT_IN } from '../../../language/catalogue/built-in.ts';
import { SENDABLE } from '../../../language/catalogue/channel.ts';
import { Id } from '../../../language/read/yaml/words.ts';
import { catalogue, eventType, moment, policy } from '../../support/catalogue.ts';
import { oneCustomer } from '../../support/customer.ts';

/** Ids that check accepts, many of them long. */
const id = fc
  .oneof(
    fc.stringMatching(/^[a-z0-9]{1,12}(-[a-z0-9]{1,12}){0,3}$/),
    fc.stringMatching(/^[a-z0-9]{38,50}$/),
    fc.constantFrom('constructor', 'email', '0'),
  )
  .filter((text) => Id.safeParse(text).success);

const changed = { ...BUILT_IN['customer.consent_changed']!, kept: [], awaited: false };

/** Somebody in a journey with one message, by this channel and about this topic. */
const customerAbout = async (topic: string, channel = SENDABLE[0]!) => {
  const workflows = catalogue({
    policy: { ...policy, topics: { other: 'Other', [topic]: 'Topic' } },
    events: { changed, start: eventType({ sets: { email: '"ada@example.com"', phone: '"+447700900123"' } }) },
    moments: { welcome: moment('welcome', { topic, channels: [channel] }) },
  });
  const ada = oneCustomer(workflows);
  await ada.event('start');
  const send = async () => {
    await ada.send(ada.task('hello', 'welcome'));
    return ada.decisions().at(-1)?.reason ?? 'clear';
  };
  const isOn = async (kind: string, id: string) =>
    optionsOf(workflows, (await ada.state()).consent).find((option) => option.kind === kind && option.id === id)?.on;
  return { ada, send, isOn };
};

describe('what a customer withdrew', () => {
  it('is not sent, and stands as off on their page, whatever the topic is called', async () => {
    await fc.assert(
      fc.asyncProperty(id, async (topic) => {
        const { ada, send, isOn } = await customerAbout(topic);
        expect(await isOn('topic', topic)).toBe(true);
        await ada.event('changed', { topic, choice: 'withdrawn' });
        expect(await isOn('topic', topic)).toBe(false);
        expect(await send()).toBe('unsubscribed');
      }),
    );
  });

  it('is sent again after a new yes, and another topic is not touched', async () => {
    await fc.assert(
      fc.asyncProperty(id, async (topic) => {
        const { ada, send, isOn } = await customerAbout(topic);
        await ada.event('changed', { topic, choice: 'withdrawn' });
        ada.clock.now += 1000;
        await ada.event('changed', { topic, choice: 'granted' });
        if (topic !== 'other') await ada.event('changed', { topic: 'other', choice: 'withdrawn' });
        expect(await isOn('topic', topic)).toBe(true);
        expect(await send()).toBe('clear');
      }),
    );
  });

  it.each(SENDABLE)('is no channel any more: %s', async (channel) => {
    const { ada, send } = await customerAbout('tips', channel);
    await ada.event('changed', { channel, choice: 'withdrawn' });
    expect(await send()).toBe('unsubscribed');
  });

  it.each([{ topic: 'Tips' }, { topic: ' TIPS\n' }, { channel: 'Email' }])(
    'is not sent by whatever small or capital letters its system writes: %o',
    async (about) => {
      const { ada, send } = await customerAbout('tips', 'email');
      await ada.event('changed', { ...about, choice: 'withdrawn' });
      expect(await send()).toBe('unsubscribed');
    },
  );
});

import { describe, expect, expectTypeOf, it } from 'vitest';
import { emptyCustomer } from '../../../core/customer/model/empty-customer.ts';
import { reach } from '../../../core/gate/reach.ts';
import type { ChannelAdapter } from '../../../functions/deliver/channel.ts';
import { createRenderer } from '../../../functions/deliver/copy/render.ts';
import type { DeliverDeps } from '../../../functions/deliver/deliver.ts';
import { optionsOf } from '../../../functions/preferences/options.ts';
import {
  addressOf,
  CHANNELS,
  Channel,
  channelKind,
  customerWords,
  eachSendable,
  isSendable,
  isWork,
  SENDABLE,
  type Sendable,
  WORK_CHANNEL,
} from '../../../language/catalogue/channel.ts';
import { catalogue, moment } from '../../support/catalogue.ts';

const adapter: ChannelAdapter = { send: async () => ({ result: 'accepted' }) };

describe('the record of channels', () => {
  it('asks deliver for an adapter of each channel to customers, and of no other', () => {
    expectTypeOf<keyof DeliverDeps['channels']>().toEqualTypeOf<Sendable>();
    expectTypeOf<Sendable>().toEqualTypeOf<Exclude<Channel, typeof WORK_CHANNEL>>();
    const { email: _, ...unwired } = eachSendable(() => adapter);
    // @ts-expect-error: a channel that is declared and not wired does not compile.
    const channels: DeliverDeps['channels'] = unwired;
    expect(Object.keys(channels)).toHaveLength(SENDABLE.length - 1);
  });

  it('has work for one channel that nothing sends', () => {
    expect(Channel.options.filter((channel) => !isSendable(channel))).toEqual([WORK_CHANNEL]);
    expect(isWork([WORK_CHANNEL])).toBe(true);
    for (const channel of SENDABLE) expect(isWork([channel, WORK_CHANNEL])).toBe(false);
  });

  it('does not fail on a channel that a later release wrote', () => {
    expect(channelKind('pigeon')).toBeUndefined();
    expect(channelKind('toString')).toBeUndefined();
    expect(customerWords('pigeon')).toBeUndefined();
  });
});

describe.each(SENDABLE)('%s', (channel) => {
  const all = catalogue({ moments: { news: moment('news', { channels: [channel] }) } });
  const address = addressOf(channel);

  it('does not reach a customer without its address', () => {
    const blocked = address === undefined ? { channel } : { blocked: 'no-channel' };
    expect(reach(emptyCustomer('ada', 0), [channel], all.policy)).toEqual(blocked);
  });

  it('can be left by customers, who read what it is called', () => {
    const { name } = CHANNELS[channel].customer;
    expect(optionsOf(all)).toContainEqual({ kind: 'channel', id: channel, name, on: true, isChosen: false });
  });

  it('shows HTML where its body is HTML, and text always', () => {
    const names = { event: {}, customer: {}, with: {} };
    const { text, html } = createRenderer({ catalogue: all })({ moment: 'news', channel, names, zone: 'UTC' });
    expect(text).not.toBe('');
    expect(html !== undefined).toBe(CHANNELS[channel].body.startsWith('html-'));
  });
});

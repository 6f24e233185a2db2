import { describe, expect, it } from 'vitest';
import { choicesOf, optionsOf } from '../../../functions/preferences/options.ts';
import type { Moment } from '../../../language/catalogue/moment.ts';
import { catalogue } from '../../support/catalogue.ts';

const moment = (more: Partial<Moment>): Moment => ({
  id: 'm',
  channels: ['email'],
  attributes: [],
  uses: {},
  copy: {},
  ...more,
});

const catalogueOf = (moments: Record<string, Moment>) => {
  const { policy } = catalogue();
  return { policy: { ...policy, topics: { offers: 'Offers', tips: 'Tips' } }, moments };
};

describe('what a customer can choose', () => {
  it('has a topic off before anybody said yes, where all of it needs a yes', () => {
    const moments = {
      a: moment({ topic: 'offers', purpose: 'promotional' }),
      b: moment({ topic: 'tips', purpose: 'promotional' }),
      c: moment({ topic: 'tips', purpose: 'relationship' }),
    };
    const on = Object.fromEntries(optionsOf(catalogueOf(moments)).map(({ id, on }) => [id, on]));
    expect(on).toEqual({ offers: false, tips: true, email: true });
    const yes = optionsOf(catalogueOf(moments), { 'topic:offers': { choice: 'granted', at: 0 } });
    expect(yes.find(({ id }) => id === 'offers')?.on).toBe(true);
  });

  it('names only the ways by which something is sent, and not a colleague', () => {
    const ids = optionsOf(catalogueOf({ a: moment({ channels: ['sms', 'agent'] }) })).map(({ id }) => id);
    expect(ids).toEqual(['offers', 'tips', 'sms']);
  });

  it('changes what stands otherwise than it was shown', () => {
    const options = optionsOf(catalogueOf({ a: moment({}) }));
    expect(
      choicesOf(options, new Set(['topic:tips', 'channel:email']), new Set(['topic:offers', 'channel:email'])),
    ).toEqual([
      { kind: 'topic', id: 'offers', choice: 'granted' },
      { kind: 'topic', id: 'tips', choice: 'withdrawn' },
    ]);
  });
});

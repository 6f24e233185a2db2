import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { KnownMark } from '../../../core/customer/model/address-mark.ts';
import { withMarks } from '../../../core/customer/with-marks.ts';
import { isBarred } from '../../../core/gate/barred.ts';
import { blockOf } from '../../../core/gate/reach.ts';
import { catalogue, moment } from '../../support/catalogue.ts';
import { T0 } from '../../support/customer.ts';
import { ada } from './support.ts';

const at = fc.integer({ min: T0 - 5, max: T0 + 5 });
const choice = fc.constantFrom('granted' as const, 'withdrawn' as const);
const mark: fc.Arbitrary<KnownMark> = fc.oneof(
  fc.record({ about: fc.constantFrom('bounced' as const, 'complained' as const), at }),
  fc.record({ about: fc.constant('channel' as const), choice, at }),
  fc.record({ about: fc.constant('topic' as const), topic: fc.constantFrom('tips', 'offers'), choice, at }),
);
const consent = fc.dictionary(
  fc.constantFrom('channel:email', 'topic:tips', 'topic:offers'),
  fc.record({ choice, at }),
  { noNullPrototype: true },
);

const all = catalogue({ moments: { welcome: moment('welcome', { channels: ['email'] }) } });
const request = { channel: 'email' as const, moment: 'welcome', purpose: 'relationship' as const };

describe('what an address is known for', () => {
  it('closes and never opens', () => {
    fc.assert(
      fc.property(consent, fc.array(mark), (wishes, marks) => {
        const state = ada({ consent: wishes });
        const afterMarks = withMarks(state, 'email', marks);
        for (const [key, wish] of Object.entries(wishes))
          if (wish.choice === 'withdrawn') expect(afterMarks.consent[key]?.choice).toBe('withdrawn');
        if (blockOf(state, 'email', {})) expect(blockOf({ ...state, ...afterMarks }, 'email', {})).toBeDefined();
      }),
    );
  });

  it('bars for a withdrawal, a complaint or a bounce, unless a yes came later', () => {
    fc.assert(
      fc.property(fc.array(mark), fc.option(at), (marks, granted) => {
        const state = ada(granted === null ? {} : { consent: { 'channel:email': { choice: 'granted', at: granted } } });
        const yes = Math.max(
          granted ?? 0,
          ...marks.flatMap((one) => (one.about === 'channel' && one.choice === 'granted' ? [one.at] : [])),
        );
        const isClosed = marks.some(
          (one) =>
            ((one.about === 'bounced' || one.about === 'complained') && one.at >= yes) ||
            (one.about === 'channel' && one.choice === 'withdrawn' && one.at >= (granted ?? 0)) ||
            (one.about === 'topic' && one.topic === 'tips' && one.choice === 'withdrawn'),
        );
        expect(isBarred(state, request, marks, all)).toBe(isClosed);
      }),
    );
  });

  it('bars nothing transactional for a topic', () => {
    const tips: KnownMark = { about: 'topic', topic: 'tips', choice: 'withdrawn', at: T0 };
    expect(isBarred(ada(), { ...request, purpose: 'transactional' }, [tips], all)).toBe(false);
    expect(isBarred(ada(), request, [tips], all)).toBe(true);
    expect(isBarred(ada(), { ...request, purpose: 'care' }, [{ ...tips, topic: 'offers' }], all)).toBe(false);
  });
});

import type { Gestures } from '../../../../functions/api/contract/gestures.ts';
import { HOSTILE } from './people.ts';
import { at } from './time.ts';

const euros = (amount: number, most: number, scope: 'agent' | 'customer' | 'stage') => ({
  scope,
  of: 'cost' as const,
  used: amount * 100,
  most: most * 100,
});

/** What may be given to somebody: nothing to most. */
export const gesturesOf = (customer: string): Gestures => {
  if (customer !== 'ada') return { currency: 'EUR', budgets: [], kinds: [], given: [] };
  return {
    currency: 'EUR',
    budgets: [euros(18, 300, 'agent'), euros(5, 60, 'customer'), euros(4200, 20_000, 'stage')],
    kinds: [
      {
        kind: 'points-100',
        title: '100 points',
        about: 'For a small failure, or an hour lost.',
        worth: { in: 'points', amount: 100 },
        cost: 100,
        budgets: [],
      },
      {
        kind: 'letter-by-hand',
        title: 'a letter',
        about: 'For a loss, an anniversary, or a kindness of theirs. Nothing is sold in it.',
        cost: 400,
        budgets: [{ scope: 'agent', of: 'times', used: 5, most: 5 }],
        why: 'agent-budget',
        because: 'what one person may give in a month is used up',
      },
      { kind: 'long', title: HOSTILE[0]?.slice(0, 80) ?? '', cost: 0, budgets: [] },
    ],
    choices: [
      {
        journey: 'service-recovery',
        offered: ['14 days of your subscription without a charge', '200 points'],
        chose: '200 points',
        until: at(1, 9),
      },
    ],
    given: [
      {
        gesture: 'g1',
        kind: 'shipping-refunded',
        title: 'your shipping costs back',
        state: 'given',
        at: at(-1, 9),
        by: 'sam@acme.example',
        until: at(1, 9),
        mayTakeBack: false,
      },
      {
        gesture: 'g2',
        kind: 'points-200',
        title: '200 points',
        state: 'given',
        at: at(-1, 10),
        from: ['14 days of your subscription without a charge', '200 points'],
        until: at(1, 10),
        mayTakeBack: false,
      },
      {
        gesture: 'g0',
        kind: 'points-100',
        title: '100 points',
        state: 'confirmed',
        at: at(-20, 9),
        mayTakeBack: true,
      },
    ],
  };
};

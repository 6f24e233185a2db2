import { DAY } from '../../language/catalogue/milliseconds.ts';
import { type Happening, START } from './happening.ts';
import type { Chance } from './random.ts';

/** What no system should send, and some do: an unknown type, a customer forgotten, a score that its scale does not have. */
export const WRONG: Happening[] = [
  { at: START + 20.3 * DAY, type: 'loyalty.tier_changed', customerId: 'c-0031', detail: { tier: 'silver' } },
  {
    at: START + 41.6 * DAY,
    type: 'purchase.made',
    customerId: '',
    detail: { orderId: 'o-lost', amount: 12, currency: 'GBP', category: 'home' },
  },
  { at: START + 63.4 * DAY, type: 'feedback.received', customerId: 'c-0077', detail: { scale: 'csat', score: 9 } },
];

/** A bus delivers at least once, and not always in order: each hundredth line again, and each hundredth late. */
export const shaken = (luck: Chance, lines: string[]): string[] => {
  const delivered = [...lines];
  const some = Math.round(lines.length / 100);
  for (let count = 0; count < some; count++) {
    const from = luck.whole(0, delivered.length - 30);
    const [late = ''] = delivered.splice(from, 1);
    delivered.splice(from + luck.whole(1, 6), 0, late);
  }
  for (let count = 0; count < some; count++) {
    const from = luck.whole(0, delivered.length - 30);
    delivered.splice(from + luck.whole(1, 25), 0, delivered[from]!);
  }
  return delivered;
};

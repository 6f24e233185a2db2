import { DAY } from '../../../language/catalogue/milliseconds.ts';
import { type Happening, iso } from '../happening.ts';
import { REVIEWS } from '../opinions.ts';
import { awake, type Person } from '../people.ts';
import { answer, feel } from './feedback.ts';

const COMPANIES = ['Harbour Prints', 'Northlight Studio', 'Oak & Twine', 'Three Bridges Bakery', 'Calle Nueve'];

/** Purchases, the yearly question, and small choices about how we may write. */
export const everyday = (who: Person, from: number, until: number): Happening[] => {
  const luck = who.chance;
  const story: Happening[] = [];
  const some = (share: number, type: string, detail: () => Happening['detail']): number | undefined => {
    if (!luck.happens(share)) return undefined;
    const at = awake(who, luck.between(from + DAY, Math.max(from + 2 * DAY, until - DAY)));
    story.push({ at, type, customerId: who.id, detail: detail() });
    return at;
  };
  const order = () => ({
    orderId: `o-${luck.hex(8)}`,
    amount: Math.round(luck.between(6, 140) * 100) / 100,
    currency: who.currency,
    category: luck.pick(['running', 'outdoor', 'home']),
  });
  some(0.26, 'purchase.made', order);
  some(0.06, 'purchase.made', order);
  if (who.imported && luck.happens(0.26))
    story.push(answer(who, luck.between(from + DAY, until), 'nps', feel(who, 0.45, 0.25)));
  some(0.04, 'customer.preference_changed', () => ({ topic: 'product-tips', choice: 'withdrawn' }));
  some(0.03, 'customer.preference_changed', () => ({ topic: 'surveys', choice: 'withdrawn' }));
  some(0.05, 'customer.preference_changed', () => ({ topic: 'offers', choice: 'granted' }));
  some(0.03, 'customer.details_changed', () => ({
    phone: `+4420794600${luck.whole(10, 99)}`,
    preferredChannel: 'sms',
  }));
  if (who.plan === 'team') some(0.12, 'customer.details_changed', () => ({ company: luck.pick(COMPANIES) }));
  some(0.015, 'partner.profile_matched', () => ({ company: luck.pick(COMPANIES) }));
  some(0.04, 'review.posted', () => ({ reviewId: `r-${luck.hex(8)}`, text: luck.pick(REVIEWS) }));
  some(0.02, 'message.bounced', () => ({ channel: 'email' }));
  some(0.02, 'message.complained', () => ({ channel: 'email' }));
  some(0.015, 'customer.channel_changed', () => ({ channel: 'email', choice: 'withdrawn' }));
  some(0.025, 'customer.paused', () => ({ until: iso(until - luck.whole(1, 30) * DAY) }));
  const closed = some(0.03, 'customer.closed_account', () => ({}));
  if (closed && luck.happens(0.25))
    story.push({ at: closed + 12 * DAY, type: 'customer.reopened_account', customerId: who.id, detail: {} });
  return story;
};

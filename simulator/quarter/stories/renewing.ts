import { DAY, HOUR } from '../../../language/catalogue/milliseconds.ts';
import { type Happening, iso } from '../happening.ts';
import { awake, type Person } from '../people.ts';
import { answer } from './feedback.ts';

const PRICES: Record<string, readonly [number, number]> = {
  GBP: [90, 290],
  EUR: [100, 320],
  USD: [110, 350],
  AUD: [160, 520],
  BRL: [490, 1490],
  INR: [7900, 24_900],
  JPY: [15_000, 49_000],
  KES: [12_000, 39_000],
};

type About = (type: string, at: number, detail?: Happening['detail']) => Happening;

/** What went before, and whether they stay: most do so quietly, some gladly, some leave in anger, some in peace. */
const decision = (who: Person, about: About, noticedAt: number, renews: number, end: number): Happening[] => {
  const luck = who.chance;
  const lot = luck.next();
  const renewed = about('subscription.renewed', end);
  const lapsed = about('subscription.lapsed', end);
  if (lot < 0.12) {
    const offers = { topic: 'offers', choice: 'granted' };
    const chose = awake(who, noticedAt + 2 * DAY);
    const choice = { at: chose, type: 'customer.preference_changed', customerId: who.id, detail: offers };
    return [answer(who, noticedAt + DAY, 'nps', 'glad'), choice, renewed];
  }
  if (lot < 0.2) return [answer(who, renews - luck.between(22, 24) * DAY, 'csat', 'sour'), lapsed];
  if (lot < 0.29) return [answer(who, noticedAt + luck.between(1, 8) * HOUR, 'nps', 'sour'), renewed];
  if (lot < 0.34) return [answer(who, renews - luck.between(2, 5) * DAY, 'csat', 'sour'), lapsed];
  if (lot < 0.41) {
    const clicked = awake(who, Math.max(noticedAt + HOUR, renews - luck.between(4, 20) * DAY));
    return clicked < renews ? [about('subscription.cancel_clicked', clicked), lapsed] : [lapsed];
  }
  return [lot < 0.48 ? lapsed : renewed];
};

/** A year of subscription that runs out: announced about a month ahead, now and then late. */
export const renewing = (who: Person, from: number, until: number): Happening[] => {
  const luck = who.chance;
  if (!who.imported || luck.happens(0.2)) return [];
  const subscriptionId = `s-${who.id.slice(2)}`;
  const renews = Math.floor(luck.between(from + 8 * DAY, until + 20 * DAY) / DAY) * DAY - who.offset * HOUR;
  const lot = luck.next();
  const ahead = lot < 0.9 ? luck.between(27, 35) : lot < 0.96 ? luck.between(2, 9) : -1;
  const noticedAt = Math.max(
    from + 6 * HOUR + luck.whole(0, 3600) * 1000,
    Math.floor((renews - ahead * DAY) / 1000) * 1000,
  );
  const [solo, team] = PRICES[who.currency] ?? [100, 320];
  const about: About = (type, at, detail = {}) => ({
    at,
    type,
    customerId: who.id,
    detail: { subscriptionId, ...detail },
  });
  const due = { renewsAt: iso(renews), amount: who.plan === 'team' ? team : solo, currency: who.currency };
  const end = (noticedAt < renews ? renews : noticedAt + 2 * DAY) + luck.whole(600, 20_000) * 1000;
  return [about('subscription.renewal_due', noticedAt, due), ...decision(who, about, noticedAt, renews, end)];
};

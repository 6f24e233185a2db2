import { DAY, type Happening, HOUR, iso } from '../happening.ts';
import { awake, type Person } from '../people.ts';

const PRICES: Record<string, readonly [number, number]> = {
  GBP: [9, 29],
  EUR: [10, 32],
  USD: [11, 35],
  AUD: [16, 52],
  BRL: [49, 149],
  INR: [790, 2490],
  JPY: [1500, 4900],
  KES: [1200, 3900],
};

/** A year of subscription that runs out: announced about a month ahead, now and then late. */
export const renewing = (who: Person, from: number, until: number): Happening[] => {
  const luck = who.chance;
  if (!who.imported || luck.happens(0.2)) return [];
  const subscriptionId = `s-${who.id.slice(2)}`;
  const renews = Math.floor(luck.between(from + 8 * DAY, until + 20 * DAY) / DAY) * DAY - who.offset * HOUR;
  const drawn = luck.next();
  const ahead = drawn < 0.9 ? luck.between(27, 35) : drawn < 0.97 ? luck.between(2, 9) : -1;
  const told = Math.max(from + 6 * HOUR + luck.whole(0, 3600) * 1000, Math.floor((renews - ahead * DAY) / 1000) * 1000);
  const [solo, team] = PRICES[who.currency] ?? [10, 32];
  const amount = 10 * (who.plan === 'team' ? team : solo);
  const about = (type: string, at: number, detail: Happening['detail']) => ({
    at,
    type,
    customerId: who.id,
    detail: { subscriptionId, ...detail },
  });
  const due = { renewsAt: iso(renews), amount, currency: who.currency };
  const story = [about('subscription.renewal_due', told, due)];
  const end = Math.max(renews, told) + luck.whole(600, 20_000) * 1000;
  if (luck.happens(0.74)) return [...story, about('subscription.renewed', end, {})];
  if (luck.happens(0.4)) {
    const clicked = awake(who, Math.max(told + HOUR, renews - luck.between(4, 24) * DAY));
    if (clicked < renews) story.push(about('subscription.cancel_clicked', clicked, {}));
  }
  return [...story, about('subscription.lapsed', end, {})];
};

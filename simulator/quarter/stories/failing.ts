import { DAY, HOUR } from '../../../language/catalogue/milliseconds.ts';
import { type Happening, START } from '../happening.ts';
import type { Person } from '../people.ts';
import { WHILE_DOWN } from '../tickets.ts';
import { ticket } from './asking.ts';
import { answer, feel } from './feedback.ts';

interface Outage {
  id: string;
  service: string;
  severity: 'minor' | 'major';
  at: number;
  hours: number;
  /** Of the customers at that time. */
  share: number;
  cause: string;
}

const on = (day: number, hour: number): number => START + (day - 1) * DAY + hour * HOUR;

/** The quarter's outages, each of which met many customers at once. */
const OUTAGES: Outage[] = [
  {
    id: 'login-july',
    service: 'login',
    severity: 'major',
    at: on(14, 7.6),
    hours: 5.2,
    share: 0.22,
    cause: 'A certificate ran out, and the alarm for it went to someone who had left. Two people get it now.',
  },
  {
    id: 'sync-august',
    service: 'sync',
    severity: 'minor',
    at: on(36, 1.1),
    hours: 4,
    share: 0.17,
    cause: 'A full disk stopped new data from coming in. We have added space and an alarm well before it is full.',
  },
  {
    id: 'checkout-september',
    service: 'checkout',
    severity: 'major',
    at: on(71, 18.4),
    hours: 31,
    share: 0.14,
    cause: 'A change to how cards are checked had not been tried with all banks. It now is, before each release.',
  },
];

/** Billing, or rewards, say a little later that they have done what a gesture asked of them. */
const acknowledged = (who: Person, severity: string, failureId: string, ended: number): Happening => ({
  at: ended + 90_000,
  customerId: who.id,
  ...(severity === 'major'
    ? { type: 'billing.credit_applied', detail: { failureId } }
    : { type: 'loyalty.points_added', detail: { reference: failureId } }),
});

const failure = (who: Person, outage: Outage, index: number): Happening[] => {
  const luck = who.chance;
  const failureId = `f-${outage.id}-${who.id.slice(2)}`;
  const began = outage.at + luck.whole(0, 240) * 1000;
  const ended = outage.at + Math.floor(outage.hours * 3600) * 1000 + luck.whole(0, 600) * 1000;
  const { service, severity, cause } = outage;
  const story: Happening[] = [
    {
      at: began,
      type: 'service.failure_detected',
      customerId: who.id,
      detail: { failureId, service, severity },
    },
    { at: ended, type: 'service.restored', customerId: who.id, detail: { failureId, cause } },
    acknowledged(who, severity, failureId, ended),
  ];
  if (luck.happens(0.16)) {
    const ticketAt = began + luck.between(0.3, 3) * HOUR;
    story.push(...ticket(who, Math.floor(ticketAt / 1000) * 1000, 7 + index, `No ${service}`, luck.pick(WHILE_DOWN)));
  }
  if (luck.happens(0.42))
    story.push(answer(who, ended + 4 * DAY + luck.between(1, 50) * HOUR, 'trust', feel(who, 0.45, 0.3)));
  return story;
};

/** A failure that met one customer alone, without a cause that we could tell. */
const alone = (who: Person, from: number, until: number): Happening[] => {
  const luck = who.chance;
  const failureId = `f-one-${who.id.slice(2)}`;
  const began = Math.floor(luck.between(from, until) / 1000) * 1000;
  const hours = luck.happens(0.75) ? luck.between(0.2, 9) : luck.between(26, 80);
  const severity = luck.happens(0.3) ? 'major' : 'minor';
  const service = luck.pick(['login', 'checkout', 'sync', 'reports']);
  const story: Happening[] = [
    { at: began, type: 'service.failure_detected', customerId: who.id, detail: { failureId, service, severity } },
  ];
  const ended = began + Math.floor(hours * 3600) * 1000;
  if (luck.happens(0.94))
    story.push({ at: ended, type: 'service.restored', customerId: who.id, detail: { failureId } });
  // Rewards forgot some: what they do not say is done is done by hand.
  if (severity === 'major') story.push(acknowledged(who, severity, failureId, ended));
  return story;
};

export const failing = (who: Person, from: number, until: number): Happening[] => {
  const outages = OUTAGES.filter(({ at, share }) => at > from + DAY && who.chance.happens(share));
  const story = outages.flatMap((outage, index) => failure(who, outage, index));
  return who.chance.happens(0.08) ? [...story, ...alone(who, from, until)] : story;
};

import { PREFERENCES } from '../../functions/shared/source.ts';
import { DAY, HOUR } from '../../language/catalogue/milliseconds.ts';
import { chance } from '../../simulator/quarter/random.ts';
import { type Happening, joining, STORIES } from './stories.ts';

export interface RawEvent {
  id: string;
  source: string;
  'detail-type': string;
  time: string;
  detail: Record<string, unknown>;
  /** Of an event about everyone: whom it is for. */
  addressed?: { customer: string; broadcast: string } | undefined;
}

/** The other id under which somebody may come. */
export const guestOf = (customer: string): string => customer.replace('c', 'g');

/** An event and when it comes off the bus, in milliseconds. */
export interface Planned {
  at: number;
  event: RawEvent;
  /** It cannot be taken: intake has to reject it. */
  bad?: string;
}

export interface TrafficOptions {
  seed: number;
  index: number;
  customer: string;
  start: number;
  days: number;
  /** How much happens to a customer beside the first event, at least and at most. */
  stories: [number, number];
}

/** What reaches everybody, or chooses for somebody, is taken from there alone. */
export const FROM: Record<string, string> = {
  'service.outage_detected': 'acme.monitoring',
  'service.outage_ended': 'acme.monitoring',
  'gesture.chosen': 'acme.app',
  'agent.gesture_given': PREFERENCES,
  'agent.gesture_reversed': PREFERENCES,
};

const iso = (at: number): string => new Date(at).toISOString();

/** Fields that stand for a date: so many days after the event. */
const dated = (
  { inDays, field = 'renewsAt', bad: _, lateHours: __, ...detail }: Record<string, unknown>,
  at: number,
) => (typeof inDays === 'number' ? { ...detail, [String(field)]: iso(at + inDays * DAY) } : detail);

/** All that happens to one customer from outside, in the order of arrival: some of it late, some from a clock that is ahead. */
export const trafficOf = ({ seed, index, customer, start, days, stories }: TrafficOptions): Planned[] => {
  const c = chance(seed * 7_368_787 + index * 15_485_863 + 17);
  const planned: Planned[] = [];
  const first = start + c.between(0, days * 0.3) * DAY;
  let clustered = first;
  const tell = (happenings: Happening[], from: number): void => {
    for (const [after, type, detail] of happenings) {
      const time = from + after;
      const usual = c.happens(0.1) ? c.between(0, 3 * DAY) : c.between(0, 1500);
      const delay = typeof detail.lateHours === 'number' ? detail.lateHours * HOUR : usual;
      const ahead = c.happens(0.03) ? c.between(1000, HOUR) : 0;
      const event: RawEvent = {
        id: `e-${seed}-${index}-${planned.length + 1}`,
        source: FROM[type] ?? 'storm',
        'detail-type': type,
        time: iso(time + ahead),
        detail: { customerId: customer, ...dated(detail, time) },
      };
      planned.push({ at: time + delay, event, ...(detail.bad ? { bad: String(detail.bad) } : {}) });
    }
  };
  tell(joining(c, customer), first);
  const many = c.whole(...stories);
  for (let n = 0; n < many; n++) {
    // A third begin where the last one began: what comes at once is what races.
    if (!c.happens(0.35)) clustered = first + c.between(0, days * 0.7) * DAY;
    tell(c.pick(STORIES)(c, `${index}-${n}`), clustered + c.between(0, 800));
  }
  planned.sort((one, two) => one.at - two.at);
  return underTwoIds(planned, { seed, index, customer });
};

/** A third come under two ids, until those turn out to be one person's: told once or several times, and now and then back to front. */
const underTwoIds = (
  planned: Planned[],
  { seed, index, customer }: Pick<TrafficOptions, 'seed' | 'index' | 'customer'>,
): Planned[] => {
  const c = chance(seed * 32_452_843 + index * 49_979_693 + 11);
  if (!c.happens(0.35)) return planned;
  const guest = guestOf(customer);
  const share = c.pick([0.1, 0.5, 0.9]);
  for (const { event, bad } of planned)
    if (!bad && c.happens(share)) event.detail = { ...event.detail, customerId: guest };
  const near = c.pick(planned).at;
  const merges = Array.from({ length: c.pick([1, 1, 2]) }, (_, number): Planned => {
    const [from, into] = c.happens(0.7) ? [guest, customer] : [customer, guest];
    const at = near + c.pick([c.between(-500, 500), c.between(0, 4000), c.between(-1, 6) * DAY]);
    const id = `e-${seed}-${index}-m${number + 1}`;
    return {
      at,
      event: { id, source: 'storm', 'detail-type': 'customer.merged', time: iso(at), detail: { from, into } },
    };
  });
  return [...planned, ...merges].sort((one, two) => one.at - two.at);
};

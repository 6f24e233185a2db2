import TinyQueue from 'tinyqueue';
import { DAY, HOUR } from '../../../language/catalogue/milliseconds.ts';
import { iso } from '../../../simulator/quarter/happening.ts';
import { OPINIONS } from '../../../simulator/quarter/opinions.ts';
import { type Chance, chance } from '../../../simulator/quarter/random.ts';

const START = Date.parse('2026-01-05T00:00:00Z');
const LASTS = 90 * DAY;
/** Events for each customer over the quarter. */
const EACH = 10;
/** Of the customers, those who are there from the first day. */
const KNOWN = 0.7;

type Detail = Record<string, string | number>;

interface Due {
  at: number;
  type: string;
  customer: number;
  detail: Detail;
}

const ZONES = ['Europe/London', 'Europe/Berlin', 'Asia/Tokyo', 'America/New_York', 'America/Los_Angeles', 'UTC'];
const TEXTS = [...OPINIONS.glad, ...OPINIONS.mixed, ...OPINIONS.sour];

interface Kind {
  /** How often, among all that happen by themselves. */
  weight: number;
  /** What happens, and what follows from it after so many milliseconds. */
  tell: (luck: Chance, number: number) => { type: string; detail: Detail; follows?: { after: number; type: string } };
}

const KINDS: Kind[] = [
  {
    weight: 17,
    tell: (luck, number) => {
      const detail = { ticketId: `t-${number}`, subject: 'A question', body: luck.pick(TEXTS) };
      return {
        type: 'support.ticket_opened',
        detail,
        follows: { after: luck.between(1, 90) * HOUR, type: 'support.ticket_resolved' },
      };
    },
  },
  {
    weight: 14,
    tell: (luck, number) => {
      const severity = luck.happens(0.3) ? 'major' : 'minor';
      const detail = { failureId: `f-${number}`, service: 'reports', severity };
      return {
        type: 'service.failure_detected',
        detail,
        follows: { after: luck.between(0.2, 12) * HOUR, type: 'service.restored' },
      };
    },
  },
  {
    weight: 9,
    tell: (luck, number) => {
      const detail = { subscriptionId: `s-${number}`, renewsAt: '', amount: 29, currency: 'EUR' };
      const type = luck.happens(0.75) ? 'subscription.renewed' : 'subscription.lapsed';
      return { type: 'subscription.renewal_due', detail, follows: { after: luck.between(5, 35) * DAY, type } };
    },
  },
  {
    weight: 21,
    tell: (luck) => {
      const scale = luck.pick(['nps', 'csat', 'trust']);
      const score = scale === 'nps' ? luck.whole(0, 10) : luck.whole(1, 5);
      return {
        type: 'feedback.received',
        detail: { scale, score, ...(luck.happens(0.5) && { text: luck.pick(TEXTS) }) },
      };
    },
  },
  {
    weight: 25,
    tell: (luck, number) => ({
      type: 'purchase.made',
      detail: { orderId: `o-${number}`, amount: luck.whole(5, 150), currency: 'EUR', category: 'outdoor' },
    }),
  },
  {
    weight: 9,
    tell: (luck) => ({ type: 'product.activated', detail: { feature: luck.pick(['import', 'invite', 'report']) } }),
  },
  { weight: 3, tell: () => ({ type: 'product.first_value', detail: { what: 'a first report' } }) },
  {
    weight: 1.5,
    tell: (luck) => {
      const [topic, choice] = [luck.pick(['surveys', 'product-tips']), luck.pick(['granted', 'withdrawn'])];
      return { type: 'customer.preference_changed', detail: { topic, choice } };
    },
  },
  { weight: 0.5, tell: () => ({ type: 'customer.closed_account', detail: {} }) },
];

const WEIGHT = KINDS.reduce((sum, { weight }) => sum + weight, 0);

const kindOf = (luck: Chance): Kind => {
  let rest = luck.next() * WEIGHT;
  for (const kind of KINDS) {
    rest -= kind.weight;
    if (rest < 0) return kind;
  }
  return KINDS[0]!;
};

const person = (luck: Chance, customer: number): Detail => ({
  email: `c-${customer}@example.com`,
  firstName: `Name${customer % 97}`,
  plan: luck.happens(0.3) ? 'team' : 'solo',
  zone: luck.pick(ZONES),
  locale: luck.happens(0.1) ? 'fr' : 'en',
});

/**
 * So many events of a tenth as many customers over 90 days, in the order of time, as lines: seeded, and made one by one.
 * Tickets are resolved, failures end and subscriptions come to something, whatever else happens meanwhile.
 */
export function* backtest(events: number, seed = 1): Generator<string> {
  const luck = chance(seed);
  const due = new TinyQueue<Due>([], (one, other) => one.at - other.at);
  const customers = Math.max(1, Math.round(events / EACH));
  const imported = Math.round(customers * KNOWN);
  let customerCount = 0;
  for (let number = 0; number < events; number++) {
    const share = number / events;
    // The imported come within the first day, whoever signs up all along.
    const at = START + (number < imported ? share * (DAY / KNOWN) * EACH : DAY + share * (LASTS - DAY));
    const line = ({ type, customer, detail }: Omit<Due, 'at'>): string =>
      JSON.stringify({
        id: `e-${number}`,
        source: 'backtest',
        'detail-type': type,
        time: iso(at),
        detail: { customerId: `c-${customer}`, ...detail },
      });
    const next = due.peek();
    if (number < imported) {
      const since = iso(START - luck.whole(30, 2000) * DAY);
      yield line({
        type: 'customer.imported',
        customer: ++customerCount,
        detail: { ...person(luck, customerCount), since },
      });
    } else if (next && next.at <= at) {
      due.pop();
      yield line(next);
    } else if (customerCount < customers && luck.happens(((customers - imported) / (events - imported)) * 1.4)) {
      yield line({ type: 'customer.signed_up', customer: ++customerCount, detail: person(luck, customerCount) });
    } else {
      const customer = luck.whole(1, customerCount);
      const { type, detail, follows } = kindOf(luck).tell(luck, number);
      if ('renewsAt' in detail) detail.renewsAt = iso(at + luck.whole(10, 30) * DAY);
      if (follows) due.push({ at: at + follows.after, type: follows.type, customer, detail: idsOf(detail) });
      yield line({ type, customer, detail });
    }
  }
}

const idsOf = (detail: Detail): Detail =>
  Object.fromEntries(Object.entries(detail).filter(([name]) => name.endsWith('Id')));

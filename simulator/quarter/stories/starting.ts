import { DAY, HOUR } from '../../../language/catalogue/milliseconds.ts';
import { type Happening, iso } from '../happening.ts';
import { awake, type Person } from '../people.ts';
import { TICKETS } from '../tickets.ts';
import { ticket } from './asking.ts';
import { answer, feel } from './feedback.ts';

const account = (who: Person) => ({
  email: `${who.id}@example.com`,
  firstName: who.firstName,
  plan: who.plan,
  zone: who.zone,
  locale: who.locale,
});

/** Someone we have known since before the quarter: their record arrives in the first hours of it. */
export const imported = (who: Person, from: number): Happening[] => [
  {
    at: from + Math.floor(who.chance.between(0, 5) * 3600) * 1000,
    type: 'customer.imported',
    customerId: who.id,
    detail: { ...account(who), since: iso(who.since) },
  },
];

/** In days after the sign-up: when a first and a second feature are tried, and when the product pays off. */
const PACES = [
  { upTo: 0.3, first: [0.05, 0.6], second: [1.2, 3], value: [2, 5] },
  { upTo: 0.58, first: [0.7, 1.9], second: [4, 8], value: [6, 14] },
  { upTo: 0.8, first: [2.5, 8], second: undefined, value: undefined },
  { upTo: 1, first: undefined, second: undefined, value: undefined },
] as const;

/** A sign-up and what came of it: some are quick, some steady, some slow, and some never begin. */
export const starting = (who: Person): Happening[] => {
  const luck = who.chance;
  const lot = luck.next();
  const pace = PACES.find(({ upTo }) => lot < upTo) ?? PACES[3];
  const after = (days: readonly [number, number]) => awake(who, who.since + luck.between(...days) * DAY);
  const about = (type: string, at: number, detail: Happening['detail']) => ({ at, type, customerId: who.id, detail });
  const features = who.plan === 'team' ? ['invite', 'import', 'report'] : ['import', 'report', 'invite'];
  const [likely = '', next = '', other = ''] = features;
  const feature = luck.happens(0.6) ? likely : other;
  const story = [about('customer.signed_up', who.since, account(who))];
  if (pace.first) story.push(about('product.activated', after(pace.first), { feature }));
  if (pace.second) story.push(about('product.activated', after(pace.second), { feature: next }));
  if (!pace.first && luck.happens(0.3)) {
    const subject = luck.pick(['Cannot log in', 'Import fails']);
    story.push(...ticket(who, who.since + luck.between(0.2, 1.2) * DAY, 5, subject, TICKETS[subject]!.at(-1)!));
  }
  const what = luck.pick(['invoice_paid', 'report_shared']);
  if (pace.value) story.push(about('product.first_value', after(pace.value), { what }));
  else if (luck.happens(0.7))
    story.push(answer(who, who.since + 10 * DAY + luck.between(1, 60) * HOUR, 'ces', feel(who, 0.25, 0.35)));
  return story;
};

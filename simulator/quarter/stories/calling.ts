import { DAY, HOUR } from '../../../language/catalogue/milliseconds.ts';
import type { Happening } from '../happening.ts';
import type { Person } from '../people.ts';

const LONG = 730 * DAY;

/** By daylight where they live, and within a day: soon, or the next morning. */
const officeHour = (who: Person, ended: number): number => {
  const local = ended + who.offset * HOUR;
  const midnight = Math.floor(local / DAY) * DAY;
  const hour = (local - midnight) / HOUR;
  const at =
    hour < 9
      ? midnight + who.chance.between(9.5, 15) * HOUR
      : hour < 15
        ? local + who.chance.between(1, 3.5) * HOUR
        : midnight + DAY + who.chance.between(9.5, 13.5) * HOUR;
  return Math.floor((at - who.offset * HOUR) / 1000) * 1000;
};

const OUTCOMES = [
  'All is well again.',
  'It cost them an afternoon. They thank us for asking.',
  'They would like to hear of it sooner.',
];

/** Failures of which billing or rewards said that they are made up for: only then a call follows, else it is done by hand. */
const madeUpFor = (story: readonly Happening[]): ReadonlySet<unknown> =>
  new Set(
    story
      .filter(({ type }) => type === 'billing.credit_applied' || type === 'loyalty.points_added')
      .map(({ detail: { failureId, reference } }) => failureId ?? reference),
  );

/** Colleagues call most of those whom a failure cost more than an apology covers; some cannot be called, some are forgotten. */
export const calling = (who: Person, story: readonly Happening[]): Happening[] => {
  if (who.plan === 'internal') return [];
  const luck = who.chance;
  const done = madeUpFor(story);
  const major = new Set(
    story
      .filter(({ type, detail }) => type === 'service.failure_detected' && detail.severity === 'major')
      .map(({ detail }) => detail.failureId),
  );
  return story
    .filter(({ type, detail }) => type === 'service.restored' && done.has(detail.failureId))
    .filter(({ at, detail }) => major.has(detail.failureId) || at - who.since >= LONG)
    .flatMap(({ at: ended }): Happening[] => {
      const work = { task: 'recovery-call', by: luck.pick(['Bea', 'Jon', 'Mira']) };
      const called = { at: officeHour(who, ended), customerId: who.id };
      const lot = luck.next();
      if (lot < 0.76)
        return [{ ...called, type: 'agent.task_done', detail: { ...work, outcome: luck.pick(OUTCOMES) } }];
      if (lot < 0.86)
        return [{ ...called, type: 'agent.task_declined', detail: { ...work, reason: 'Nobody answered.' } }];
      return [];
    });
};

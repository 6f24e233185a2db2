import { type Count, dayOf } from '../../shared/stores/counts.ts';
import type { Overview } from '../contract/overview.ts';
import { lastDays } from '../days.ts';
import type { ApiDeps } from '../deps.ts';
import { figuresOf, kindsOf, peopleIn, restingOf, restingTogether, sumOf } from '../figures.ts';
import type { Handlers } from '../handlers.ts';

const WEEK = 7;
/** As long as what was not taken lies there to be put back. */
const REJECTS_LIE = 14;
/** A hold for a channel that is in trouble. */
const TROUBLE = ['channel-busy', 'channel-down'];

type Alarms = Overview['alarms'];
type Lines = Overview['journeys'];

const alarmsOf = (broken: readonly string[], lines: Lines, rejected: Record<string, number>): Alarms => {
  const refused = Object.values(rejected).reduce((sum, count) => sum + count, 0);
  const troubled = lines.flatMap(({ resting }) => TROUBLE.map((reason) => resting.heldFor[reason] ?? 0));
  const heldCount = troubled.reduce((sum, count) => sum + count, 0);
  const paused = lines.filter(({ isPaused }) => isPaused);
  return [
    ...broken.map((says) => ({ kind: 'workflows-broken' as const, says })),
    ...(refused > 0
      ? [
          {
            kind: 'rejects' as const,
            says: 'Events were not taken in the last 14 days. Look why, mend it, put them back.',
            count: refused,
          },
        ]
      : []),
    ...(heldCount > 0
      ? [{ kind: 'channel' as const, says: 'Messages wait for a channel that is busy or shut.', count: heldCount }]
      : []),
    ...paused.map(({ journey, title }) => ({
      kind: 'journey-paused' as const,
      says: `${title} is paused: what it would send is held, up to its patience.`,
      journey,
    })),
  ];
};

/** Events that were not taken, by reason. Their queue is not looked at: a look hides them from whoever puts them back. */
const rejectedOf = (rows: readonly Count[]): Record<string, number> => {
  const rejected: Record<string, number> = {};
  for (const { kind, value, count } of rows) if (kind === 'rejected') rejected[value] = (rejected[value] ?? 0) + count;
  return rejected;
};

export const overviewHandlers = (deps: ApiDeps): Pick<Handlers, 'overview'> => ({
  overview: async () => {
    const { counts, people, flags, clock, running } = deps;
    const { project, broken } = await running();
    const now = clock.now();
    const week = lastDays(now, WEEK);
    const today = dayOf(now);
    const paused = await flags.paused();
    const lines: Lines = await Promise.all(
      Object.values(project.definitions.journeys).map(async (definition) => {
        const { id, title } = definition;
        const kinds = kindsOf(definition);
        const [rows, resting] = await Promise.all([counts.of(id, week), people.counts(id)]);
        return {
          journey: id,
          title,
          isPaused: paused.includes(id),
          running: peopleIn(resting),
          resting: restingOf(resting, kinds),
          today: figuresOf(
            rows.filter(({ day }) => day === today),
            kinds,
          ),
          week: figuresOf(rows, kinds),
        };
      }),
    );
    const rejected = rejectedOf(await counts.of('', lastDays(now, REJECTS_LIE)));
    return {
      now: new Date(now).toISOString(),
      zone: project.catalogue.policy.zone,
      day: today,
      weekFrom: week.from,
      running: lines.reduce((sum, line) => sum + line.running, 0),
      tasks: lines.reduce((sum, line) => sum + line.week.toPerson, 0),
      resting: restingTogether(lines.map(({ resting }) => resting)),
      today: sumOf(lines.map((line) => line.today)),
      week: sumOf(lines.map((line) => line.week)),
      journeys: lines,
      rejected,
      alarms: alarmsOf(broken, lines, rejected),
    };
  },
});

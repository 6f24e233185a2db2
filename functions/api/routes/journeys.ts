import { becauseOf } from '../../../core/gate/because.ts';
import type { JourneyDefinition } from '../../../language/catalogue/definition.ts';
import { BareReason } from '../../../language/catalogue/reason.ts';
import { everyStep } from '../../../language/steps/walk.ts';
import type { Project } from '../../../simulator/project.ts';
import type { ApiDeps } from '../api.ts';
import type { JourneySummary, PersonAtStep } from '../contract/journeys.ts';
import { lastDays } from '../days.ts';
import { figuresByArm, figuresOf, peopleIn, restingOf } from '../figures.ts';
import { graphOf } from '../graph.ts';
import type { Handlers } from '../handlers.ts';
import type { CountRow, RestingPerson, RestingRow } from '../ports.ts';
import { notFound, Refused } from '../problem.ts';

const WEEK = 7;
/** People of a page where nobody says how many. */
export const COUNT = 50;

/** The definition of a journey. Throws Refused. */
export const journeyOf = ({ definitions }: Project, journey: string): JourneyDefinition => {
  const found = Object.hasOwn(definitions.journeys, journey) ? definitions.journeys[journey] : undefined;
  if (found) return found;
  throw notFound('journey', journey, `There is ${Object.keys(definitions.journeys).join(', ')}.`);
};

interface Live {
  counts: readonly CountRow[];
  resting: readonly RestingRow[];
  paused: readonly string[];
}

const summaryOf = (definition: JourneyDefinition, { counts, resting, paused }: Live): JourneySummary => {
  const { id, title, about, purpose, enter } = definition;
  const here = resting.filter(({ journey }) => journey === id);
  return {
    journey: id,
    title,
    ...(about === undefined ? {} : { about }),
    purpose,
    on: enter.on,
    isPaused: paused.includes(id),
    running: peopleIn(here),
    resting: restingOf(here),
    week: figuresOf(counts.filter(({ journey }) => journey === id)),
    steps: everyStep(definition).length,
    file: `journeys/${id}.yaml`,
  };
};

const enterOf = ({ on, when, again, per }: JourneyDefinition['enter']) => ({
  on,
  ...(when === undefined ? {} : { when }),
  again,
  ...(per === undefined ? {} : { per }),
});

const goalOf = ({ goal }: JourneyDefinition) => {
  if (!goal) return {};
  const { on, where, within, exit } = goal;
  return {
    goal: { on, exit, ...(where === undefined ? {} : { where }), ...(within === undefined ? {} : { within }) },
  };
};

type Names = 'listJourneys' | 'readJourney' | 'peopleAtStep' | 'pauseJourney' | 'resumeJourney';

export const journeyHandlers = (deps: ApiDeps): Pick<Handlers, Names> => {
  const { running, counts, resting, flags, clock, customers } = deps;

  const live = async (zone: string, days: number, journey?: string): Promise<Live & { from: string; to: string }> => {
    const { from, to } = lastDays(clock.now(), zone, days);
    const [counted, rests, paused] = await Promise.all([
      counts.rows({ from, to, ...(journey === undefined ? {} : { journey }) }),
      resting.rows(journey),
      flags.paused(),
    ]);
    return { counts: counted, resting: rests, paused, from, to };
  };

  const people = async (found: readonly RestingPerson[], { catalogue }: Project): Promise<PersonAtStep[]> => {
    const states = new Map(
      (await customers.loadAll(found.map(({ customer }) => customer))).map((one) => [one.id, one]),
    );
    return found.map(({ customer, enrolment, doing, reason, since, due }) => {
      const state = states.get(customer);
      const { firstName, zone } = state?.attributes ?? {};
      const { data: bare } = BareReason.safeParse(reason);
      return {
        customer,
        ...(firstName ? { name: String(firstName.value) } : {}),
        ...(zone ? { zone: String(zone.value) } : {}),
        enrolment,
        doing,
        ...(reason === undefined ? {} : { reason }),
        ...(bare === undefined ? {} : { because: becauseOf(bare, catalogue) }),
        since: new Date(since).toISOString(),
        due: new Date(due).toISOString(),
        ...(state?.enrolments[enrolment] ? { arms: state.enrolments[enrolment].arms } : {}),
      };
    });
  };

  const setPaused = async (journey: string, isPaused: boolean) => {
    journeyOf((await running()).project, journey);
    const was = (await flags.paused()).includes(journey);
    await flags[isPaused ? 'pause' : 'resume'](journey);
    return { journey, isPaused, was, says: isPaused ? PAUSED : RESUMED };
  };

  return {
    listJourneys: async () => {
      const { project } = await running();
      const now = await live(project.catalogue.policy.zone, WEEK);
      return { items: Object.values(project.definitions.journeys).map((each) => summaryOf(each, now)) };
    },

    readJourney: async ({ params: { journey }, query: { days } }) => {
      const { project, version } = await running();
      const definition = journeyOf(project, journey);
      const { zone } = project.catalogue.policy;
      const [now, week] = await Promise.all([live(zone, days, journey), live(zone, WEEK, journey)]);
      const { steps, ...graph } = graphOf(definition);
      const canRest = project.catalogue.journeys[journey]?.steps ?? {};
      return {
        ...summaryOf(definition, { ...now, counts: week.counts }),
        version,
        from: now.from,
        to: now.to,
        enter: enterOf(definition.enter),
        ...goalOf(definition),
        holdout: definition.holdout,
        mutes: definition.mutes,
        ...graph,
        steps: steps.map((step) => {
          const mine = now.counts.filter((row) => row.step === step.id);
          const title = step.moment === undefined ? undefined : project.definitions.moments[step.moment]?.title;
          return {
            ...step,
            ...(title === undefined ? {} : { momentTitle: title }),
            canRest: Object.hasOwn(canRest, step.id),
            resting: restingOf(now.resting.filter((row) => row.step === step.id)),
            figures: figuresOf(mine),
            ...(step.kind === 'split' ? { arms: figuresByArm(now.counts, step.id) } : {}),
          };
        }),
        figures: figuresOf(now.counts),
        arms: figuresByArm(now.counts, journey),
      };
    },

    peopleAtStep: async ({ params: { journey, step }, query: { after, count = COUNT, doing } }) => {
      const { project } = await running();
      const definition = journeyOf(project, journey);
      const steps = everyStep(definition).map(({ id }) => id);
      if (!steps.includes(step)) throw notFound('step', step, `The steps of ${journey} are ${steps.join(', ')}.`);
      const { items, next } = await resting.people({ journey, step, doing, after, count });
      return { items: await people(items, project), ...(next === undefined ? {} : { next }) };
    },

    pauseJourney: async ({ params: { journey } }, { did }) => {
      const { was, ...answer } = await setPaused(journey, true);
      did({ before: { isPaused: was }, after: { isPaused: true } });
      return answer;
    },

    resumeJourney: async ({ params: { journey } }, { did }) => {
      const { was, ...answer } = await setPaused(journey, false);
      did({ before: { isPaused: was }, after: { isPaused: false } });
      return answer;
    },
  };
};

const PAUSED =
  'Within a minute it sends nothing more. What it would have sent is held, up to its patience, and everybody keeps their place.';
const RESUMED =
  'It goes on. What was held asks again at its next turn: after 15 minutes at the soonest, a day at the latest.';

/** A cursor that a store cannot read. */
export const badCursor = (after: string): Refused =>
  new Refused(400, `after is ${JSON.stringify(after.slice(0, 60))}; it should be the \`next\` of an answer.`);

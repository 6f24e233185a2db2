import { becauseOf } from '../../../core/gate/because.ts';
import type { JourneyDefinition } from '../../../language/catalogue/definition.ts';
import { BareReason } from '../../../language/catalogue/reason.ts';
import { everyStep } from '../../../language/steps/walk.ts';
import type { Project } from '../../../simulator/project.ts';
import type { Count } from '../../shared/stores/counts.ts';
import type { RestingCount, Resting as RestingPerson } from '../../shared/stores/people.ts';
import type { JourneySummary, PersonAtStep } from '../contract/journeys.ts';
import { lastDays } from '../days.ts';
import type { ApiDeps } from '../deps.ts';
import { doingAt, figuresByArm, figuresOf, type Kinds, kindsOf, peopleIn, restingOf } from '../figures.ts';
import { graphOf } from '../graph.ts';
import type { Handlers } from '../handlers.ts';
import { fileOf } from '../journey-file.ts';
import { notFound } from '../problem.ts';
import { nameOf } from '../story/name-of.ts';
import { withCursor } from '../with-cursor.ts';

const WEEK = 7;
/** Lines of a page where nobody says how many. */
export const COUNT = 50;

/** The definition of a journey. Throws Refused. */
export const journeyOf = ({ definitions }: Project, journey: string): JourneyDefinition => {
  const definition = Object.hasOwn(definitions.journeys, journey) ? definitions.journeys[journey] : undefined;
  if (definition) return definition;
  throw notFound('journey', journey, `There is ${Object.keys(definitions.journeys).join(', ')}.`);
};

interface Live {
  counts: readonly Count[];
  resting: readonly RestingCount[];
  isPaused: boolean;
}

const summaryOf = (
  definition: JourneyDefinition,
  { counts, resting, isPaused }: Live,
  definitions: Project['definitions'],
): JourneySummary => {
  const { id, title, about, purpose, enter } = definition;
  const kinds = kindsOf(definition);
  return {
    journey: id,
    title,
    ...(about === undefined ? {} : { about }),
    purpose,
    on: enter.on,
    isPaused,
    running: peopleIn(resting),
    resting: restingOf(resting, kinds),
    week: figuresOf(counts, kinds),
    steps: kinds.size,
    file: fileOf(definition, definitions),
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
  const { running, counts, people, flags, clock, customers } = deps;

  const live = async (journey: string, days: number, paused: readonly string[]): Promise<Live> => {
    const [counted, resting] = await Promise.all([
      counts.of(journey, lastDays(clock.now(), days)),
      people.counts(journey),
    ]);
    return { counts: counted, resting, isPaused: paused.includes(journey) };
  };

  const describePeople = async (
    people: readonly RestingPerson[],
    kinds: Kinds,
    { catalogue }: Project,
  ): Promise<PersonAtStep[]> => {
    const loaded = await customers.loadAll(people.map(({ customer }) => customer));
    const states = new Map(loaded.map((state) => [state.id, state]));
    return people.map(({ customer, step, enrolment, held, since, due }) => {
      const state = states.get(customer);
      const name = state && nameOf(state);
      const zone = state?.attributes.zone?.value;
      const { data: bare } = BareReason.safeParse(held);
      return {
        customer,
        ...(name === undefined ? {} : { name }),
        ...(zone === undefined ? {} : { zone: String(zone) }),
        enrolment,
        doing: doingAt(step, held, kinds),
        ...(held === undefined ? {} : { reason: held }),
        ...(bare === undefined ? {} : { because: becauseOf({ reason: bare }, catalogue) }),
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
      const paused = await flags.paused();
      return {
        items: await Promise.all(
          Object.values(project.definitions.journeys).map(async (each) =>
            summaryOf(each, await live(each.id, WEEK, paused), project.definitions),
          ),
        ),
      };
    },

    readJourney: async ({ params: { journey }, query: { days } }) => {
      const { project, version } = await running();
      const definition = journeyOf(project, journey);
      const kinds = kindsOf(definition);
      const paused = await flags.paused();
      const [now, week] = await Promise.all([live(journey, days, paused), live(journey, WEEK, paused)]);
      const { steps, ...graph } = graphOf(definition);
      const canRest = project.catalogue.journeys[journey]?.steps ?? {};
      return {
        ...summaryOf(definition, { ...now, counts: week.counts }, project.definitions),
        version,
        ...lastDays(clock.now(), days),
        enter: enterOf(definition.enter),
        ...goalOf(definition),
        holdout: definition.holdout,
        mutes: definition.mutes,
        ...graph,
        steps: steps.map((step) => {
          const title = step.moment === undefined ? undefined : project.definitions.moments[step.moment]?.title;
          return {
            ...step,
            ...(title === undefined ? {} : { momentTitle: title }),
            canRest: Object.hasOwn(canRest, step.id),
            resting: restingOf(
              now.resting.filter((row) => row.step === step.id),
              kinds,
            ),
            figures: figuresOf(
              now.counts.filter((row) => row.step === step.id),
              kinds,
            ),
            ...(step.kind === 'split' ? { arms: figuresByArm(now.counts, kinds, step.id) } : {}),
          };
        }),
        figures: figuresOf(now.counts, kinds),
        arms: figuresByArm(now.counts, kinds, journey),
      };
    },

    peopleAtStep: async ({ params: { journey, step }, query: { after, count = COUNT, reason } }) => {
      const { project } = await running();
      const definition = journeyOf(project, journey);
      const steps = everyStep(definition).map(({ id }) => id);
      if (!steps.includes(step)) throw notFound('step', step, `The steps of ${journey} are ${steps.join(', ')}.`);
      const { items, next } = await withCursor(after, () =>
        people.at({ journey, step, held: reason }, { after, count }),
      );
      return {
        items: await describePeople(items, kindsOf(definition), project),
        ...(next === undefined ? {} : { next }),
      };
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

import type { JourneyDefinition, Step } from '../../catalogue/definition.ts';
import { kindOf } from '../../steps/steps.ts';
import { type Fold, foldPaths } from '../../steps/walk.ts';
import type { Path } from '../yaml/source.ts';
import type { JourneyFile } from './journey-file.ts';
import { type Reached, type Reacting, reachedFrom } from './reactions.ts';

/** The moments that may have gone out by a step, and before it. */
interface Sent {
  all: ReadonlySet<string>;
  before: ReadonlySet<string>;
}

type Sends = (step: Step) => readonly string[];

const both = (one: ReadonlySet<string>, other: Iterable<string>): ReadonlySet<string> => new Set([...one, ...other]);

/** What may have gone out when somebody comes to each step, on some way. */
const sentBefore = (journey: JourneyDefinition, sends: Sends): Map<Step, ReadonlySet<string>> => {
  const places = new Map<Step, ReadonlySet<string>>();
  const fold: Fold<Sent> = {
    step: (step, { all }) => {
      places.set(step, both(places.get(step) ?? new Set(), all));
      return { all: both(all, sends(step)), before: all };
    },
    branch: ({ answer }, at) => (answer === 'unsent' ? { ...at, all: at.before } : at),
    // What one turn sends is answered in the next.
    turn: (_, at, walk) => walk(walk(at)),
    join: (at, ways) => ({ ...at, all: new Set(ways.flatMap(({ all }) => [...all])) }),
  };
  const begin: Sent = { all: new Set(), before: new Set() };
  foldPaths(journey.steps, begin, fold);
  const main = new Set([...places.keys()].flatMap(sends));
  for (const { steps } of journey.exits) foldPaths(steps, { all: main, before: main }, fold);
  return places;
};

/** A step that waits for the answer to a moment, and where that is written. */
interface Waiting {
  step: Step;
  moment: string;
  path: Path;
}

/** Only a moment that the journey has sent by then can be answered. */
export const checkListens = ({ journey, places, source, whole }: JourneyFile, reacting: Reacting): void => {
  if (!whole) return;
  const check = (waiting: readonly Waiting[], sends: Sends, cannot: string): void => {
    if (waiting.length === 0) return;
    const sent = new Map([...places.keys()].map((step) => [step, sends(step)]));
    const before = sentBefore(journey, (step) => sent.get(step) ?? []);
    for (const { step, moment, path } of waiting) {
      if (before.get(step)?.has(moment)) continue;
      const isSent = [...sent.values()].some((moments) => moments.includes(moment));
      const where = isSent ? 'no step before this one' : 'nothing in this journey';
      const advice = isSent ? ': put this behind the step that sends it' : '';
      source.report(path, `${where} sends \`${moment}\`, so nobody can ${cannot}${advice}`);
    }
  };
  const own: Sends = (step) => [kindOf(step).moment(step) ?? []].flat();
  const reached: Sends = (step) =>
    step.kind === 'send' || step.kind === 'task'
      ? [...own(step), ...reachedFrom(step.moment, step.kind, journey.purpose, reacting).map(idOf)]
      : [];
  const steps = [...places];
  const choosing = steps.flatMap(([step, path]): Waiting[] =>
    step.kind === 'give' && step.chosen !== undefined
      ? [{ step, moment: step.chosen, path: [...path, 'give', 'chosen'] }]
      : [],
  );
  const listening = steps.flatMap(([step, path]): Waiting[] =>
    step.kind === 'listen' && step.answers ? [{ step, moment: step.answers.moment, path: [...path, 'listen'] }] : [],
  );
  // What took its place offered nothing.
  check(choosing, own, 'choose');
  check(listening, reached, 'answer it');
};

const idOf = ({ file }: Reached): string => file.moment.id;

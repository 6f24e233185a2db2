import type { JourneyDefinition, Step } from '../../catalogue/definition.ts';
import { exitStep } from '../../catalogue/fixed-step.ts';
import type { Reading } from '../../steps/step.ts';
import { kindOf, LISTS } from '../../steps/steps.ts';
import { everyStep } from '../../steps/walk.ts';
import type { MomentFile } from '../copy/moments.ts';
import type { Declarations } from '../declarations.ts';
import { didYouMean } from '../yaml/lookup.ts';
import { readMended, refuseReserved } from '../yaml/shape.ts';
import type { Path, Source } from '../yaml/source.ts';
import type { JourneyFile } from './journey-file.ts';
import { WrittenJourney } from './journey-schema.ts';
import { nameSteps } from './name-steps.ts';

type Moments = { moments: ReadonlyMap<string, MomentFile>; names: ReadonlySet<string> };

export const readJourney = (source: Source, declarations: Declarations, moments: Moments): JourneyFile | undefined => {
  const { value } = source;
  const enter = typeof value === 'object' && value !== null && 'enter' in value ? value.enter : undefined;
  if (!source.sound || refuseReserved(enter, ['every', 'times'], source, ['enter'])) return undefined;
  const read = readMended(WrittenJourney, value ?? undefined, source, LISTS);
  if (!read) return undefined;
  const { value: fields, whole } = read;
  const places = new Map<Step, Path>();
  const reading: Reading = {
    steps: (steps = [], path) => {
      const all = steps.map((each, place) => {
        const at = [...path, place];
        const step = each.read(at, reading);
        places.set(step, at);
        return step;
      });
      return holdRest(all, places);
    },
    listening: (names, path) => listening(names, path, source, declarations, moments),
    report: (path, message) => source.report(path, message),
  };
  const journey = toJourney(fields, reading);
  nameSteps(everyStep(journey), places, source);
  return { source, places, whole, journey };
};

/** A step that its list may not go past takes what follows in it along, as a branch. */
const holdRest = (steps: Step[], places: Map<Step, Path>): Step[] => {
  const index = steps.findIndex((step) => kindOf(step).holdRest(step, []));
  const step = steps[index];
  const holding = step && kindOf(step).holdRest(step, holdRest(steps.slice(index + 1), places));
  if (!holding) return steps;
  places.set(holding, places.get(step) ?? []);
  places.delete(step);
  return [...steps.slice(0, index), holding];
};

const toJourney = (fields: WrittenJourney, { steps: read }: Reading): JourneyDefinition => {
  const {
    journey: id,
    title,
    about,
    purpose,
    enter,
    exit = [],
    goal,
    holdout = 0,
    mutes = {},
    renamed = {},
    steps,
  } = fields;
  return {
    id,
    title,
    ...(about !== undefined && { about }),
    purpose,
    enter: { ...enter, on: listOf(enter.on), again: enter.again ?? 'always' },
    exits: exit.map(({ steps, ...trigger }, place) => ({
      ...trigger,
      ...(steps && steps.length > 0 && { words: wordsOf(exit, place) }),
      steps: read(steps, ['exit', place, 'steps']),
    })),
    ...(goal && { goal: { ...goal, exit: goal.exit ?? false } }),
    holdout,
    mutes,
    renamed,
    steps: read(steps, ['steps']),
  };
};

/** The step at which the last words of the exit at this place begin. */
const wordsOf = (exits: { on: string }[], place: number): string => {
  const on = exits[place]?.on ?? '';
  return exitStep(on, exits.slice(0, place).filter((before) => before.on === on).length);
};

const listOf = (names: string | string[]): string[] => (typeof names === 'string' ? [names] : names);

/** What `listen:` names: a moment whose answer is awaited, or event types. */
const listening = (
  names: string | string[],
  path: Path,
  source: Source,
  declarations: Declarations,
  { moments, names: all }: Moments,
) => {
  if (typeof names !== 'string' || !all.has(names)) {
    if (typeof names === 'string' && declarations.complete && !declarations.eventNames.has(names))
      source.report(
        path,
        `unknown moment or event type \`${names}\`${didYouMean(names, [...all, ...declarations.eventNames])}`,
      );
    return { on: listOf(names) };
  }
  const on = [...declarations.events]
    .filter(([, { fields }]) => Object.hasOwn(fields, 'answers'))
    .map(([type]) => type);
  if (on.length === 0 && declarations.complete)
    source.report(path, 'no event type has a field `answers`, by which an answer would name its moment');
  const moment = moments.get(names);
  const asks = moment?.moment.asks;
  if (moment?.whole && asks === undefined)
    source.report(
      path,
      `\`${names}\` asks nothing: give it \`asks:\` with nps, csat, ces, trust or open, or \`{ words: … }\``,
    );
  return { on, answers: { moment: names, asks: asks ?? 'open' } };
};

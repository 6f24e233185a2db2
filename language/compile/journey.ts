import type { Definitions, JourneyDefinition, Step } from '../catalogue/definition.ts';
import type { Journey } from '../catalogue/journey.ts';
import type { Moment } from '../catalogue/moment.ts';
import { kindOf } from '../steps/steps.ts';
import { everyStep } from '../steps/walk.ts';
import { printed } from './copy.ts';
import { type Messages, standIns } from './moments.ts';
import { namesRead, readingsOf } from './reads.ts';
import { runStepsOf } from './run-steps.ts';
import { waysOf } from './ways.ts';

export const unique = (names: string[]): string[] => [...new Set(names)].sort();

/** What the machine's own Choices read. */
const conditionsOf = (step: Step): string[] => (step.kind === 'choose' ? step.branches.map(({ when }) => when) : []);

/** The dates that a path may wait for. */
const datesOf = (journey: JourneyDefinition): Journey['until'] => {
  const dates = everyStep(journey).flatMap((step) =>
    step.kind === 'wait-until' ? [{ date: step.until, offset: step.offset }] : [],
  );
  return dates.filter(({ date, offset }, i) => dates.findIndex((d) => d.date === date && d.offset === offset) === i);
};

/** Names that the machine's conditions read. */
const inputNamesOf = (journey: JourneyDefinition): Journey['inputNames'] => {
  const sources = everyStep(journey).flatMap(conditionsOf);
  const read = (root: 'event' | 'customer') => unique(sources.flatMap((source) => namesRead(source, root, journey.id)));
  return { event: read('event'), customer: read('customer') };
};

/** Entering fields that tell by which event a promise is kept. */
export const fieldsPromised = ({ id, promises }: Moment): string[] =>
  unique((promises?.kept ?? []).flatMap(({ where }) => (where === undefined ? [] : namesRead(where, 'event', id))));

/** How grave it is, where the event says so: work for a person is sorted by it. */
const GRAVITY = 'severity';

const fieldsOf = (journey: JourneyDefinition, messages: Messages, events: Definitions['events']): string[] => {
  const sent = everyStep(journey).flatMap((step) => kindOf(step).moment(step) ?? []);
  const moments = unique(sent.flatMap((moment) => standIns(journey, moment, messages, true)));
  return unique([
    ...readingsOf(journey).flatMap(({ source }) => namesRead(source, 'event', journey.id)),
    ...moments.flatMap((id) => [...printed(messages.moments[id]!, 'event'), ...fieldsPromised(messages.moments[id]!)]),
    ...(journey.enter.on.some((on) => Array.isArray(events[on]?.fields[GRAVITY]?.type)) ? [GRAVITY] : []),
  ]);
};

const splitsOf = (journey: JourneyDefinition): Journey['splits'] =>
  everyStep(journey).flatMap((step) =>
    step.kind === 'split' ? [{ step: step.id, arms: step.arms.map(({ name, share }) => ({ name, share })) }] : [],
  );

/** What run time reads of a journey, its pace already applied. */
export const compileJourney = (
  journey: JourneyDefinition,
  messages: Messages,
  events: Definitions['events'],
): Journey => {
  const { steps: _, exits, ...rest } = journey;
  const steps = runStepsOf(journey, messages);
  return {
    ...rest,
    exits: exits.map(({ steps: _, ...exit }) => exit),
    splits: splitsOf(journey),
    fields: fieldsOf(journey, messages, events),
    inputNames: inputNamesOf(journey),
    steps,
    ways: waysOf(journey, steps),
    until: datesOf(journey),
  };
};

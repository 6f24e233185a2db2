import type { JourneyDefinition } from '../catalogue/definition.ts';
import type { Journey } from '../catalogue/journey.ts';
import { printed } from './copy.ts';
import { JourneyTooLongError } from './errors.ts';
import { conditionsOf } from './fresh.ts';
import { datesOf, longestOf } from './longest.ts';
import { everyStep, type Messages, standIns } from './moments.ts';
import { namesRead, readingsOf } from './reads.ts';

const YEAR = 365 * 86_400;

export const unique = (names: string[]): string[] => [...new Set(names)].sort();

/** What the machine's own Choices and Waits read. */
export const carriesOf = (journey: JourneyDefinition): Journey['carries'] => {
  const sources = everyStep(journey).flatMap(conditionsOf);
  const read = (root: 'event' | 'customer') => unique(sources.flatMap((source) => namesRead(source, root, journey.id)));
  return { event: read('event'), customer: read('customer') };
};

const fieldsOf = (journey: JourneyDefinition, messages: Messages): string[] => {
  const sent = everyStep(journey).flatMap((step) =>
    step.kind === 'send' || step.kind === 'task' ? [step.moment] : [],
  );
  const moments = unique(sent.flatMap((moment) => standIns(journey, moment, messages, true)));
  return unique([
    ...readingsOf(journey).flatMap(({ source }) => namesRead(source, 'event', journey.id)),
    ...moments.flatMap((id) => printed(messages.moments[id]!, 'event')),
  ]);
};

const splitsOf = (journey: JourneyDefinition): Journey['splits'] =>
  everyStep(journey).flatMap((step) =>
    step.kind === 'split' ? [{ step: step.id, arms: step.arms.map(({ name, share }) => ({ name, share })) }] : [],
  );

/** What run time reads of a journey, its pace already applied. */
export const compileJourney = (journey: JourneyDefinition, messages: Messages): Journey => {
  const { steps: _, exits, ...rest } = journey;
  const longest = longestOf(journey, messages);
  if (longest > YEAR) {
    throw new JourneyTooLongError(
      `Journey "${journey.id}" may take ${Math.ceil(longest / 86_400)} days with all its waits and patience: an execution ends after 365.`,
    );
  }
  return {
    ...rest,
    exits: exits.map(({ steps: _, ...exit }) => exit),
    splits: splitsOf(journey),
    fields: fieldsOf(journey, messages),
    carries: carriesOf(journey),
    longest,
    until: datesOf(journey),
  };
};

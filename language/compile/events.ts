import type { Definitions, JourneyDefinition } from '../catalogue/definition.ts';
import type { EventType } from '../catalogue/event.ts';
import type { Trigger } from '../catalogue/trigger.ts';
import { kindOf } from '../steps/steps.ts';
import { everyStep } from '../steps/walk.ts';
import { unique } from './journey.ts';
import { namesRead, readingsOf } from './reads.ts';

const awaitedBy = (journey: JourneyDefinition): string[] => [
  ...everyStep(journey).flatMap((step) => kindOf(step).awaits(step)),
  ...journey.exits.map(({ on }) => on),
  ...(journey.goal ? [journey.goal.on] : []),
];

const keptBy = (journey: JourneyDefinition): [string, string][] =>
  readingsOf(journey).flatMap(({ source, types }) =>
    namesRead(source, 'heard', journey.id).flatMap((name) => types.map((type): [string, string] => [type, name])),
  );

const keptByTrigger = ({ on, where }: Trigger): [string, string][] =>
  where === undefined ? [] : namesRead(where, 'heard', on).map((name) => [on, name]);

/** How an occurrence says which moment it answers. */
const ANSWER = ['answers', 'scale'];

/** Event types with what the journeys ask of them: which are awaited, and which fields are kept with an occurrence. */
export const compileEvents = ({ events, journeys, moments }: Definitions): Record<string, EventType> => {
  const promised = Object.values(moments).flatMap(({ promises }) => promises?.kept ?? []);
  const awaited = new Set([...Object.values(journeys).flatMap(awaitedBy), ...promised.map(({ on }) => on)]);
  const read = [...Object.values(journeys).flatMap(keptBy), ...promised.flatMap(keptByTrigger)];
  return Object.fromEntries(
    Object.entries(events).map(([type, event]) => {
      const declared = (name: string) => name === 'at' || name === 'type' || name in event.fields;
      const names = read.flatMap(([of, name]) => (of === type ? [name] : []));
      const answer = awaited.has(type) && 'answers' in event.fields ? ANSWER : [];
      return [type, { ...event, kept: unique([...names, ...answer].filter(declared)), awaited: awaited.has(type) }];
    }),
  );
};

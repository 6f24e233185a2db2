import type { EventType } from './event.ts';
import type { Gestures } from './gesture.ts';
import type { Journey } from './journey.ts';
import type { Moment } from './moment.ts';
import type { Policy } from './policy.ts';
import type { Trigger } from './trigger.ts';

/** Kind of step to what such a step says, durations in seconds. Each module of language/steps adds its own. */
// biome-ignore lint/suspicious/noEmptyInterface: filled by the modules
export interface StepShapes {}
export type StepName = keyof StepShapes;

/** A line of a journey as read: references checked, durations in seconds before any pace, every step with its id. */
export type Step<Kind extends StepName = StepName> = {
  [K in Kind]: { kind: K; id: string } & StepShapes[K];
}[Kind];

/** A journey as read. What the compiler works out (fields, inputs of runs, dates, the steps of run time) is not there yet. */
export type JourneyDefinition = Omit<
  Journey,
  'exits' | 'fields' | 'inputNames' | 'until' | 'splits' | 'steps' | 'ways'
> & {
  exits: (Trigger & { words?: string; steps: Step[] })[];
  steps: Step[];
};

/** All of `workflows/` but its scenarios, as read and checked. `kept` and `awaited` of events are the compiler's to fill. */
export interface Definitions {
  policy: Policy;
  events: Record<string, Omit<EventType, 'kept' | 'awaited'>>;
  journeys: Record<string, JourneyDefinition>;
  moments: Record<string, Moment>;
  gestures?: Gestures;
  /** What customers' pages say in a project's own words, by language. */
  pages?: Record<string, Record<string, string>>;
}

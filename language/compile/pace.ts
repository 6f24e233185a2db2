import type { JourneyDefinition, Step } from '../catalogue/definition.ts';
import type { EventType } from '../catalogue/event.ts';
import type { Gestures } from '../catalogue/gesture.ts';
import type { Purpose } from '../catalogue/kind.ts';
import type { Moment } from '../catalogue/moment.ts';
import { type Cap, Day, type IncidentPolicy, type Policy, type PurposePolicy } from '../catalogue/policy.ts';
import type { Promised } from '../catalogue/promise.ts';
import { kindOf } from '../steps/steps.ts';
import { mapSteps } from '../steps/walk.ts';

/** A duration at that pace, in whole seconds; a negative one is as much earlier as a positive one is later. */
const paced = (seconds: number, pace: number): number => Math.sign(seconds) * Math.ceil(Math.abs(seconds) / pace);

const capAt = (cap: Cap | undefined, pace: number): { cap?: Cap } =>
  cap ? { cap: { ...cap, seconds: paced(cap.seconds, pace) } } : {};

const patienceAt = (patience: number | undefined, pace: number): { patience?: number } =>
  patience === undefined ? {} : { patience: paced(patience, pace) };

const purposeAt = (purpose: PurposePolicy, pace: number): PurposePolicy => ({
  ...purpose,
  patience: paced(purpose.patience, pace),
  ...capAt(purpose.cap, pace),
});

const incidentAt = ({ lasts, merge }: IncidentPolicy, pace: number): IncidentPolicy => ({
  lasts: paced(lasts, pace),
  ...(merge === undefined ? {} : { merge: paced(merge, pace) }),
});

export const mapValues = <From, To>(record: Record<string, From>, change: (value: From) => To): Record<string, To> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));

/** The policy at a pace. The time of day means nothing then: there are no quiet hours, and no days off. */
export const policyAt = (policy: Policy, pace: number): Policy => {
  if (pace === 1) return policy;
  const { quietHours: _, ...rest } = policy;
  const { halfLife, quietAfter } = policy.mood;
  return {
    ...rest,
    mood: { ...policy.mood, halfLife: paced(halfLife, pace), quietAfter: paced(quietAfter, pace) },
    purposes: mapValues(policy.purposes, (purpose) => purposeAt(purpose, pace)) as Record<Purpose, PurposePolicy>,
    gap: paced(policy.gap, pace),
    ...(policy.sensitive ? { sensitive: { lasts: paced(policy.sensitive.lasts, pace) } } : {}),
    ...(policy.caps && { caps: mapValues(policy.caps, (cap) => cap && { ...cap, seconds: paced(cap.seconds, pace) }) }),
    ...(policy.ask && { ask: { ...policy.ask, seconds: paced(policy.ask.seconds, pace) } }),
    ...(policy.inbox && { inbox: { keeps: paced(policy.inbox.keeps, pace) } }),
    // Hours and days off mean nothing then, and a day of a team is one by the clock all the same.
    workingDays: Day.options,
    holidays: [],
    ...(policy.teams && { teams: mapValues(policy.teams, ({ hours: _, ...team }) => team) }),
    ...(policy.tasks && { tasks: { due: paced(policy.tasks.due, pace) } }),
    ...(policy.incidents && { incidents: mapValues(policy.incidents, (each) => incidentAt(each, pace)) }),
  };
};

/** Days off mean nothing at a pace: a working day is as long as any other. */
const promisesAt = (promises: Promised | undefined, pace: number): { promises?: Promised } => {
  if (!promises) return {};
  const { within, ...rest } = promises;
  const seconds = typeof within === 'number' ? within : within.workingDays * 86_400;
  return { promises: { ...rest, within: paced(seconds, pace) } };
};

/** An event at a pace: the weeks of a panel are as much shorter, and begin on no day. */
export const eventAt = (type: EventType, pace: number): EventType => {
  const { everyone } = type;
  if (pace === 1 || !everyone?.draw) return type;
  const draw = { ...everyone.draw, week: paced(everyone.draw.week, pace), fromMonday: false };
  return { ...type, everyone: { ...everyone, draw } };
};

export const momentAt = (moment: Moment, pace: number): Moment => {
  if (pace === 1) return moment;
  const { window: _, ...rest } = moment;
  const promises = promisesAt(moment.promises, pace);
  return { ...rest, ...promises, ...patienceAt(moment.patience, pace), ...capAt(moment.cap, pace) };
};

/** Budgets are those of months and quarters, at any pace. */
export const gesturesAt = (gestures: Gestures, pace: number): Gestures => ({
  ...gestures,
  kinds: mapValues(gestures.kinds, (kind) => ({
    ...kind,
    again: paced(kind.again, pace),
    ...(kind.confirmed && { confirmed: { ...kind.confirmed, within: paced(kind.confirmed.within, pace) } }),
  })),
});

const stepsAt = (steps: Step[], pace: number): Step[] =>
  mapSteps(steps, (step) => kindOf(step).pace(step, (seconds) => paced(seconds, pace)));

export const journeyAt = (journey: JourneyDefinition, pace: number): JourneyDefinition => {
  if (pace === 1) return journey;
  const { enter, goal } = journey;
  return {
    ...journey,
    enter: { ...enter, again: typeof enter.again === 'number' ? paced(enter.again, pace) : enter.again },
    exits: journey.exits.map((exit) => ({ ...exit, steps: stepsAt(exit.steps, pace) })),
    ...(goal?.within === undefined ? {} : { goal: { ...goal, within: paced(goal.within, pace) } }),
    mutes: mapValues(journey.mutes, (seconds) => paced(seconds ?? 0, pace)),
    steps: stepsAt(journey.steps, pace),
  };
};

import * as z from 'zod';
import { Purpose, Scale } from './kind.ts';

/** Literals, or JSONata after `= ` over `event`, `heard` and `customer`. */
export const With = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));
export type With = z.infer<typeof With>;

/** What every task of a machine names. `facts` are the customer's facts that later conditions of the machine read. */
const at = {
  customer: z.string(),
  journey: z.string(),
  enrolment: z.string(),
  phase: z.string(),
  step: z.string(),
  facts: z.array(z.string()),
};

/** On which outcome the step is the machine's last, so that its commit also ends the enrolment. */
export const Ends = z.enum(['always', 'sent', 'unsent']);
export type Ends = z.infer<typeof Ends>;

/** Asks the gate about one moment and, when clear, sends it: `send` and `task` steps. */
export const DeliverTask = z.strictObject({
  ...at,
  task: z.literal('send'),
  moment: z.string(),
  /** As compiled: what the decision says when the moment has left the catalogue. */
  purpose: Purpose,
  with: With.optional(),
  unless: z.array(z.strictObject({ on: z.string(), where: z.string().optional() })).optional(),
  ends: Ends.optional(),
  /** How often this step was parked so far, and how often the machine can be. */
  parks: z.number().int(),
  maxParks: z.number().int(),
});
export type DeliverTask = z.infer<typeof DeliverTask>;

/** A step held by the gate waits for its time-out, or for the customer to change. Carries all that the gate needs. */
export const ParkTask = z.strictObject({ ...DeliverTask.shape, task: z.literal('park'), token: z.string() });
export type ParkTask = z.infer<typeof ParkTask>;

const listening = {
  on: z.array(z.string()).min(1),
  where: z.string().optional(),
  /** Only the answer to this enrolment's moment. */
  answers: z.strictObject({ moment: z.string(), asks: z.union([Scale, z.literal('open')]) }).optional(),
};
export const ListenTask = z.strictObject({
  ...at,
  task: z.literal('listen'),
  ...listening,
  token: z.string(),
  until: z.string().optional(),
});
export type ListenTask = z.infer<typeof ListenTask>;

/** After a listen's time-out: heard or silent, once and for all. */
export const DecideTask = z.strictObject({ ...at, task: z.literal('decide'), ...listening });
export type DecideTask = z.infer<typeof DecideTask>;

export const EmitTask = z.strictObject({
  ...at,
  task: z.literal('emit'),
  event: z.string(),
  with: With.optional(),
  ends: Ends.optional(),
});
export type EmitTask = z.infer<typeof EmitTask>;

/** Fresh facts for a condition. */
export const FactsTask = z.strictObject({ ...at, task: z.literal('facts') });
export type FactsTask = z.infer<typeof FactsTask>;

export const FinishTask = z.strictObject({ ...at, task: z.literal('finish') });
export type FinishTask = z.infer<typeof FinishTask>;

export const AdvanceTask = z.discriminatedUnion('task', [
  ParkTask,
  ListenTask,
  DecideTask,
  EmitTask,
  FactsTask,
  FinishTask,
]);
export type AdvanceTask = z.infer<typeof AdvanceTask>;

const Facts = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));

/**
 * What `deliver` and `advance` answer; the machine merges it over its state. `sent` also stands for control and
 * unknown, `unsent` for suppressed, escalated and failed, `ended` for an enrolment that is over or in another phase.
 */
export const TaskAnswer = z.strictObject({
  outcome: z.enum(['sent', 'unsent', 'held', 'later', 'heard', 'silent', 'ended', 'done']),
  customer: Facts,
  /** With `held` and `later` (another attempt may be sending: wait, without a token): in how many seconds to come back, at least 1. */
  seconds: z.number().int().positive().optional(),
  parks: z.number().int().optional(),
  /** With `heard` (its fields in use) and `silent` (empty). */
  heard: z.record(z.string(), z.unknown()).optional(),
});
export type TaskAnswer = z.infer<typeof TaskAnswer>;

/** Errors by which a listen's token fails: the machine then asks `decide`. A park's token always succeeds. */
export const NOT_HEARD = 'Tactful.NotHeard';

/** The state that flows through a machine, and the input of its execution. */
export const MachineState = z.object({
  customerId: z.string(),
  enrolment: z.string(),
  phase: z.string(),
  event: z.record(z.string(), z.unknown()),
  heard: z.record(z.string(), z.unknown()),
  customer: Facts,
  /** Split step to the arm drawn for this customer. */
  arms: z.record(z.string(), z.string()),
  parks: z.number().int(),
});
export type MachineState = z.infer<typeof MachineState>;

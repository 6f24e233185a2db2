import * as z from 'zod';
import { RunStep } from './step.ts';

/** Grows with each change of a task's payload or answer that the other side must know of. */
export const CONTRACT = 1;

/**
 * What a machine asks of a function about one step at one visit. What the step is stands in the function's own catalogue;
 * `task` is its kind as the machine was compiled, so that two versions notice that they do not mean the same.
 */
const about = {
  contract: z.number().int(),
  customer: z.string(),
  journey: z.string(),
  enrolment: z.string(),
  step: z.string(),
  visit: z.number().int(),
};

/** Asks the gate about one moment and, when clear, sends it. */
export const DeliverTask = z.object({ ...about, task: z.enum(['send', 'task']) });
export type DeliverTask = z.infer<typeof DeliverTask>;

type Advanced = Exclude<RunStep['kind'], DeliverTask['task']>;

const KINDS = RunStep.options.map(({ shape }) => shape.kind.value);
const isAdvanced = (kind: RunStep['kind']): kind is Advanced => !DeliverTask.shape.task.safeParse(kind).success;

/** Any other step, or `lost`: the machine does not know the step at which it was started. */
export const AdvanceTask = z.object({
  ...about,
  task: z.enum([...KINDS.filter(isAdvanced), 'finish', 'lost']),
});
export type AdvanceTask = z.infer<typeof AdvanceTask>;

/**
 * How a step was answered. `sent` also stands for control and unknown, `unsent` for suppressed, escalated and failed. What
 * was sent and had to be confirmed is `sent` once it was, and `unconfirmed` if not in time; `withheld` from a control group. Work that
 * is waited for is `done`, or `undone` where it was declined or nobody did it in time.
 */
export const StepAnswer = z.enum([
  'entered',
  'sent',
  'unsent',
  'reached',
  'past',
  'heard',
  'silent',
  'again',
  'through',
  'unconfirmed',
  'withheld',
  'done',
  'undone',
]);
export type StepAnswer = z.infer<typeof StepAnswer>;

/** Why a run ends here: it must wait; the enrolment is over; it stands somewhere else by now. */
export const StopAnswer = z.enum(['later', 'ended', 'elsewhere']);
export type StopAnswer = z.infer<typeof StopAnswer>;

const Facts = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));

/** What a function answers; the machine merges it over its state. */
export const TaskAnswer = z.object({
  contract: z.number().int(),
  outcome: z.union([StepAnswer, StopAnswer]),
  /** The facts that the machine's conditions read, as they are after it. */
  customer: Facts,
  /** Fields of what a listening step took last; empty after silence. */
  heard: z.record(z.string(), z.unknown()),
});
export type TaskAnswer = z.infer<typeof TaskAnswer>;

/** The state that flows through a machine, and the input of its run. */
export const MachineState = z.object({
  contract: z.number().int(),
  customerId: z.string(),
  enrolment: z.string(),
  /** The step at which the run begins, and the visit there. */
  at: z.string(),
  visit: z.number().int(),
  event: z.record(z.string(), z.unknown()),
  heard: z.record(z.string(), z.unknown()),
  customer: Facts,
  /** Split step to the arm drawn for this customer. */
  arms: z.record(z.string(), z.string()),
});
export type MachineState = z.infer<typeof MachineState>;

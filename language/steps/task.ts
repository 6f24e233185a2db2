import type { Step } from '../catalogue/definition.ts';
import { formatDuration } from '../catalogue/duration.ts';
import type { Cap } from '../catalogue/policy.ts';
import { taskBlock } from '../compile/task-block.ts';
import { BOX } from '../draw/pen.ts';
import { shape } from '../read/yaml/shape.ts';
import { Duration, Id, WorkCap } from '../read/yaml/words.ts';
import { capPaced, formOf } from './form.ts';
import { type Message, message, messageAtRunTime, messageFields, readMessage, unsentBranch } from './message.ts';
import type { Branch, StepKind } from './step.ts';

declare module '../catalogue/definition.ts' {
  interface StepShapes {
    task: Message & { cap?: Cap; awaited?: Awaited };
  }
}

/** By when the work has to be done, and what follows when it is, or is not. */
interface Awaited {
  within: number;
  done: Step[];
  undone: Step[];
}

const WITHOUT = '`done` and `undone` belong to `within: …`, which says by when it has to be done';

const branches = ({ unsent, awaited }: Step<'task'>): Branch[] => [
  ...unsentBranch(unsent),
  ...(awaited
    ? [
        { steps: awaited.done, label: 'done', answer: 'done' as const, heard: ['agent.task_done'] },
        {
          steps: awaited.undone,
          label: `not done within ${formatDuration(awaited.within)}`,
          answer: 'undone' as const,
        },
      ]
    : []),
];

/** Gives a person work to do: a moment on the agent channel, which the gate never holds. */
export const task: StepKind<'task'> = {
  ...message,
  form: (steps) =>
    formOf(
      shape({
        task: Id.describe('The moment, on the channel `agent`, that tells a colleague what to do.'),
        ...messageFields(steps),
        cap: WorkCap.optional().describe(
          'At most so often at this step, for one customer; what is over it is left out.',
        ),
        within: Duration.optional().describe(
          'By when it has to be done: the journey waits for that. Without it the journey goes on at once.',
        ),
        done: steps
          .optional()
          .describe('What to do when a colleague has done it. Later steps read what they said as `heard.outcome`.'),
        undone: steps.optional().describe('What to do when it was declined, or nobody did it in time.'),
      }),
      (fields, path, { steps, report }) => {
        const [done, undone] = [steps(fields.done, [...path, 'done']), steps(fields.undone, [...path, 'undone'])];
        const { within } = fields;
        const lost = within === undefined ? (['done', 'undone'] as const).find((name) => fields[name]) : undefined;
        if (lost) report([...path, lost], WITHOUT);
        return {
          kind: 'task',
          moment: fields.task,
          ...readMessage(fields, steps(fields.unsent, [...path, 'unsent'])),
          ...(fields.cap && { cap: fields.cap }),
          ...(within !== undefined && { awaited: { within, done, undone } }),
        };
      },
    ),
  lists: ['unsent', 'done', 'undone'],
  ownName: ({ moment }) => `task-${moment}`,
  branches,
  goesOn: ({ unsent, awaited }) => awaited === undefined || unsent.length === 0,
  mapBranches: ({ awaited, ...step }, change) => ({
    ...step,
    unsent: change(step.unsent),
    ...(awaited && { awaited: { ...awaited, done: change(awaited.done), undone: change(awaited.undone) } }),
  }),
  pace: ({ awaited, ...step }, paced) => ({
    ...capPaced(step, paced),
    ...(awaited && { awaited: { ...awaited, within: paced(awaited.within) } }),
  }),
  seconds: ({ awaited }) => awaited?.within ?? 0,
  awaits: (step) => [...message.awaits(step), ...(step.awaited ? ['agent.task_done'] : [])],
  compile: (step, onward, inner) => taskBlock(step, 'deliver', branches(step), onward, inner),
  atRunTime: (step, purposeOf) => ({
    kind: 'task',
    ...messageAtRunTime(step, purposeOf),
    ...(step.cap && { cap: step.cap }),
    ...(step.awaited && { within: step.awaited.within }),
  }),
  draw: ({ moment }) => ({ text: `a person: ${moment}`, form: BOX }),
};

import type { Cap } from '../catalogue/policy.ts';
import { BOX } from '../draw/pen.ts';
import { shape } from '../read/yaml/shape.ts';
import { Id, WorkCap } from '../read/yaml/words.ts';
import { capPaced, formOf } from './form.ts';
import { type Message, message, messageAtRunTime, messageFields, readMessage } from './message.ts';
import type { StepKind } from './step.ts';

declare module '../catalogue/definition.ts' {
  interface StepShapes {
    task: Message & { cap?: Cap };
  }
}

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
      }),
      (written, path, { steps }) => ({
        kind: 'task',
        moment: written.task,
        ...readMessage(written, steps(written.unsent, [...path, 'unsent'])),
        ...(written.cap && { cap: written.cap }),
      }),
    ),
  ownName: ({ moment }) => `task-${moment}`,
  mapBranches: (step, change) => ({ ...step, unsent: change(step.unsent) }),
  pace: capPaced,
  atRunTime: (step, purposeOf) => ({
    kind: 'task',
    ...messageAtRunTime(step, purposeOf),
    ...(step.cap && { cap: step.cap }),
  }),
  draw: ({ moment }) => ({ text: `a person: ${moment}`, form: BOX }),
};

import { BOX } from '../draw/pen.ts';
import { shape } from '../read/yaml/shape.ts';
import { Id } from '../read/yaml/words.ts';
import { formOf } from './form.ts';
import { type Message, message, messageAtRunTime, messageFields, readMessage } from './message.ts';
import type { StepKind } from './step.ts';

declare module '../catalogue/definition.ts' {
  interface StepShapes {
    task: Message;
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
      }),
      (written, path, { steps }) => ({
        kind: 'task',
        moment: written.task,
        ...readMessage(written, steps(written.unsent, [...path, 'unsent'])),
      }),
    ),
  ownName: ({ moment }) => `task-${moment}`,
  mapBranches: (step, change) => ({ ...step, unsent: change(step.unsent) }),
  atRunTime: (step, purposeOf) => ({ kind: 'task', ...messageAtRunTime(step, purposeOf) }),
  draw: ({ moment }) => ({ text: `a person: ${moment}`, form: BOX }),
};

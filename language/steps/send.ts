import { BOX } from '../draw/pen.ts';
import { shape } from '../read/yaml/shape.ts';
import { Id } from '../read/yaml/words.ts';
import { formOf } from './form.ts';
import { type Message, message, messageAtRunTime, messageFields, readMessage } from './message.ts';
import type { StepKind } from './step.ts';

declare module '../catalogue/definition.ts' {
  interface StepShapes {
    send: Message;
  }
}

/** Sends a moment to the customer, when the gate is clear. */
export const send: StepKind<'send'> = {
  ...message,
  form: (steps) =>
    formOf(shape({ send: Id.describe('The moment.'), ...messageFields(steps) }), (fields, path, { steps }) => ({
      kind: 'send',
      moment: fields.send,
      ...readMessage(fields, steps(fields.unsent, [...path, 'unsent'])),
    })),
  ownName: ({ moment }) => `send-${moment}`,
  mapBranches: (step, change) => ({ ...step, unsent: change(step.unsent) }),
  seconds: ({ moment }, patience) => patience(moment),
  atRunTime: (step, purposeOf) => ({ kind: 'send', ...messageAtRunTime(step, purposeOf) }),
  draw: ({ moment }) => ({ text: `send ${moment}`, form: BOX }),
};

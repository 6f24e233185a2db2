import { z } from 'zod';
import type { Step } from '../catalogue/definition.ts';
import type { Purpose } from '../catalogue/kind.ts';
import type { Trigger } from '../catalogue/trigger.ts';
import type { With } from '../catalogue/with.ts';
import { taskBlock } from '../compile/task-block.ts';
import { checkTrigger } from '../read/journeys/check-trigger.ts';
import { checkWith } from '../read/journeys/check-with.ts';
import { borrowedIn } from '../read/journeys/chosen.ts';
import { defaults } from './defaults.ts';
import { triggerExpressions, withExpressions } from './expressions.ts';
import { id, WrittenTrigger, WrittenWith } from './form.ts';
import type { Branch, CheckContext, StepKind, WrittenStep, WrittenSteps } from './step.ts';

/** What `send` and `task` have in common: a moment goes out, to the customer or to a person. */
export interface Message {
  moment: string;
  with?: With;
  unless?: Trigger[];
  unsent: Step[];
  /** Facts that chose who comes here, and that customers may not have shared; found while the journey is checked. */
  chosenBy?: string[];
}

export const messageFields = (steps: WrittenSteps) => ({
  id,
  with: WrittenWith.optional().describe('What copy reads as `with.name`: as it is or, after `= `, JSONata.'),
  unless: z
    .union([WrittenTrigger, z.array(WrittenTrigger).min(1)], { error: '`{ on: event }` or a list of such' })
    .optional()
    .describe('Not sent if this has happened since the customer entered, also while it is held.'),
  unsent: steps.optional().describe('What to do where it was suppressed, escalated or failed.'),
});

interface WrittenMessage {
  id?: string | undefined;
  with?: With | undefined;
  unless?: WrittenTrigger | WrittenTrigger[] | undefined;
  unsent?: WrittenStep[] | undefined;
}

/** What is read from the fields above. */
export const readMessage = (fields: WrittenMessage, unsent: Step[]) => ({
  id: fields.id ?? '',
  ...(fields.with && { with: fields.with }),
  ...(fields.unless && { unless: [fields.unless].flat() }),
  unsent,
});

export const unsentBranch = (unsent: Step[]): Branch[] =>
  unsent.length === 0 ? [] : [{ steps: unsent, label: 'not sent', answer: 'unsent' }];

type MessageName = 'send' | 'task';

const check = (step: Step<MessageName>, { path, heard, chosen, isGiven, flow }: CheckContext): void => {
  const values = checkWith(step.with, path, heard, flow);
  const single = step.unless?.length === 1 && !Array.isArray(flow.file.source.valueAt([...path, 'unless']));
  for (const [place, trigger] of (step.unless ?? []).entries())
    checkTrigger(trigger, single ? [...path, 'unless'] : [...path, 'unless', place], flow);
  const { file, event, customer } = flow;
  flow.uses.push({
    moment: step.moment,
    kind: step.kind,
    file,
    step: step.id,
    path,
    event,
    customer,
    withValues: values,
    isGiven,
    chosen,
  });
  const borrowed = borrowedIn(chosen);
  if (borrowed.length > 0) step.chosenBy = borrowed;
};

/** All but the form and the looks of a step that has a moment go out. */
export const message = {
  ...defaults,
  lists: ['unsent'],
  branches: ({ unsent }) => unsentBranch(unsent),
  expressions: (step) => [...withExpressions(step.with), ...triggerExpressions(step.unless)],
  awaits: ({ unless = [] }) => unless.map(({ on }) => on),
  moment: ({ moment }) => moment,
  decides: true,
  check,
  compile: (step, onward, inner) => taskBlock(step, 'deliver', unsentBranch(step.unsent), onward, inner),
} satisfies Partial<StepKind<MessageName>>;

/** A message as run time reads it. */
export const messageAtRunTime = (
  { moment, with: values, unless, chosenBy }: Message,
  purposeOf: (moment: string) => Purpose,
) => ({
  moment,
  purpose: purposeOf(moment),
  ...(values && { with: values }),
  ...(unless && { unless }),
  ...(chosenBy && { chosenBy }),
});

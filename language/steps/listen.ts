import { z } from 'zod';
import type { Step } from '../catalogue/definition.ts';
import { formatDuration } from '../catalogue/duration.ts';
import type { Listening } from '../catalogue/step.ts';
import { taskBlock } from '../compile/task-block.ts';
import { ROUND } from '../draw/pen.ts';
import { checkCondition } from '../read/expressions/condition.ts';
import { checkEventName } from '../read/journeys/check-trigger.ts';
import { heardOf, scopeAt } from '../read/journeys/flow-state.ts';
import { shape } from '../read/yaml/shape.ts';
import { Condition, Duration, EventName, Text } from '../read/yaml/words.ts';
import { defaults } from './defaults.ts';
import { formOf, id, WHERE } from './form.ts';
import type { Branch, CheckContext, StepKind } from './step.ts';

declare module '../catalogue/definition.ts' {
  interface StepShapes {
    /** `answers` names the moment whose answer is awaited, and the scale it asks on. */
    listen: Listening & { within: number; heard: Step[]; silent: Step[] };
  }
}

const branches = ({ on, answers, within, heard, silent }: Step<'listen'>): Branch[] => [
  { steps: heard, label: 'heard', answer: 'heard', heard: on, ...(answers && { answerTo: answers.moment }) },
  { steps: silent, label: `silent for ${formatDuration(within)}`, answer: 'silent', heard: [] },
];

const check = ({ on, where, answers }: Step<'listen'>, { path, flow }: CheckContext): void => {
  const { declarations, file } = flow;
  const several = Array.isArray(file.source.valueAt([...path, 'listen']));
  if (several) for (const [place, name] of on.entries()) checkEventName(name, [...path, 'listen', place], flow);
  const heard = heardOf(on, answers?.moment, flow);
  if (on.every((name) => declarations.events.has(name)))
    checkCondition(where, file.source, [...path, 'where'], scopeAt(heard, flow));
};

/** Waits for an event, or the answer to a moment; what has happened since the customer entered counts, once. */
export const listen: StepKind<'listen'> = {
  ...defaults,
  form: (steps) =>
    formOf(
      shape({
        listen: z
          .union([Text, z.array(EventName).min(1)], {
            error: 'a moment, an event type, or a list of event types',
          })
          .describe('An event type, a list of them, or a moment that asks: then its answer is awaited.'),
        id,
        where: Condition.optional().describe(WHERE),
        within: Duration.describe('How long to listen.'),
        heard: steps.optional().describe('What to do when it has happened. Later steps read its fields as `heard`.'),
        silent: steps.optional().describe('What to do when it has not. Then `heard` is empty.'),
      }),
      ({ listen, id = '', where, within, heard, silent }, path, { steps, listening }) => ({
        kind: 'listen',
        id,
        ...listening(listen, [...path, 'listen']),
        ...(where !== undefined && { where }),
        within,
        heard: steps(heard, [...path, 'heard']),
        silent: steps(silent, [...path, 'silent']),
      }),
    ),
  lists: ['heard', 'silent'],
  ownName: ({ on, answers }) => `listen-${(answers?.moment ?? on[0] ?? '').replaceAll('.', '-')}`,
  branches,
  goesOn: () => false,
  mapBranches: (step, change) => ({ ...step, heard: change(step.heard), silent: change(step.silent) }),
  pace: (step, paced) => ({ ...step, within: paced(step.within) }),
  seconds: ({ within }) => within,
  expressions: ({ where, on }) => (where === undefined ? [] : [{ source: where, heard: on }]),
  awaits: ({ on }) => on,
  check,
  compile: (step, onward, inner) => taskBlock(step, 'advance', branches(step), onward, inner),
  atRunTime: ({ on, where, answers, within }) => ({
    kind: 'listen',
    on,
    ...(where !== undefined && { where }),
    ...(answers && { answers }),
    within,
  }),
  draw: ({ on, answers }) => ({
    text: `listen for ${answers ? `the answer to ${answers.moment}` : on.join(' or ')}`,
    form: ROUND,
  }),
};

import { z } from 'zod';
import type { Step } from '../catalogue/definition.ts';
import { formatDuration } from '../catalogue/duration.ts';
import type { Trigger } from '../catalogue/trigger.ts';
import { taskBlock } from '../compile/task-block.ts';
import { DIAMOND } from '../draw/pen.ts';
import { checkTrigger } from '../read/journeys/check-trigger.ts';
import { shape } from '../read/yaml/shape.ts';
import { Duration } from '../read/yaml/words.ts';
import { defaults } from './defaults.ts';
import { triggerExpressions } from './expressions.ts';
import { formOf, id, required, WrittenTrigger } from './form.ts';
import type { Branch, CheckContext, StepKind } from './step.ts';

declare module '../catalogue/definition.ts' {
  interface StepShapes {
    repeat: { every: number; until?: Trigger; atMost: number; steps: Step[] };
  }
}

const MOST_TURNS = 1000;
const TURNS = `a whole number of turns, from 1 to ${MOST_TURNS}`;
const notTurns = { error: ({ input }: { input?: unknown }) => `\`${String(input)}\` is not ${TURNS}` };

const Loop = shape({
  every: Duration.describe(
    'From the beginning of a turn to that of the next. A turn that takes longer is followed at once.',
  ),
  until: WrittenTrigger.optional().describe(
    'It ends as soon as this has happened since the customer entered, also while it waits, and where a step of its own heard it.',
  ),
  atMost: z
    .number({ error: TURNS })
    .int(TURNS)
    .min(1, notTurns)
    .max(MOST_TURNS, notTurns)
    .describe(`After so many turns it ends: 1 to ${MOST_TURNS}.`),
});

const branches = ({ every, atMost, until, steps }: Step<'repeat'>): Branch[] => [
  { steps, label: 'again', answer: 'again', loop: { every, atMost, ...(until && { until: until.on }) } },
];

const check = ({ every, until, steps }: Step<'repeat'>, { path, flow }: CheckContext): void => {
  const { source } = flow.file;
  if (every < 60) source.report([...path, 'repeat', 'every'], 'a turn begins a minute after the one before, or later');
  if (until) checkTrigger(until, [...path, 'repeat', 'until'], flow);
  if (steps.length === 0) source.report([...path, 'steps'], 'there is nothing to repeat: give it a step');
};

/**
 * Goes through its steps again and again. Before each turn it ends if `until` has happened since the customer entered
 * and no step before the loop took it, which is heard then, or after `atMost` turns; a turn begins `every` after the one before, or at once where that one took longer.
 */
export const repeat: StepKind<'repeat'> = {
  ...defaults,
  form: (steps) =>
    formOf(
      shape({
        repeat: Loop.describe('How often, how long, and until what happens.'),
        id,
        steps: required(steps, 'What happens in each turn.'),
      }),
      ({ repeat, id = '', steps: turn }, path, { steps }) => ({
        kind: 'repeat',
        id,
        every: repeat.every,
        ...(repeat.until && { until: repeat.until }),
        atMost: repeat.atMost,
        steps: steps(turn, [...path, 'steps']),
      }),
    ),
  lists: ['steps'],
  ownName: () => 'repeat',
  branches,
  goesOn: () => false,
  mapBranches: (step, change) => ({ ...step, steps: change(step.steps) }),
  pace: (step, paced) => ({ ...step, every: paced(step.every) }),
  expressions: ({ until }) => triggerExpressions(until && [until]),
  awaits: ({ until }) => (until ? [until.on] : []),
  check,
  compile: (step, onward, inner) => taskBlock(step, 'advance', branches(step), onward, inner),
  atRunTime: ({ every, until, atMost }) => ({ kind: 'repeat', every, ...(until && { until }), atMost }),
  draw: ({ every, atMost, until }) => ({
    text: `every ${formatDuration(every)}, ${atMost} times at most${until ? `, until ${until.on}` : ''}`,
    form: DIAMOND,
  }),
};

import type { z } from 'zod';
import type { Step } from '../catalogue/definition.ts';
import { formatDuration } from '../catalogue/duration.ts';
import { taskBlock } from '../compile/task-block.ts';
import { ROUND } from '../draw/pen.ts';
import { parseDuration } from '../read/duration.ts';
import { checkExpression } from '../read/expressions/condition.ts';
import { describe } from '../read/expressions/typed.ts';
import { scopeOf } from '../read/journeys/scope.ts';
import { shape } from '../read/yaml/shape.ts';
import type { Path } from '../read/yaml/source.ts';
import { Expression, Offset } from '../read/yaml/words.ts';
import { defaults } from './defaults.ts';
import type { Branch, CheckContext, Reading, StepKind, WrittenStep } from './step.ts';

declare module '../catalogue/definition.ts' {
  interface StepShapes {
    'wait-until': { until: string; offset: number; reached: Step[]; past: Step[] };
  }
}

/** What stands behind `wait:` where a date is waited for. */
export const WrittenUntil = shape({
  until: Expression.describe('A date, of `event` or `customer`. A date that is missing counts as past.'),
  offset: Offset.optional().describe('So long after that date, or before it: `-30 days`.'),
});

interface Beside {
  id: string;
  reached: WrittenStep[] | undefined;
  past: WrittenStep[] | undefined;
}

export const readUntil = (
  { until, offset = 0 }: z.infer<typeof WrittenUntil>,
  { id, reached, past }: Beside,
  path: Path,
  { steps }: Reading,
): Step<'wait-until'> => ({
  kind: 'wait-until',
  id,
  until,
  offset,
  reached: steps(reached, [...path, 'reached']),
  past: steps(past, [...path, 'past']),
});

const hasNoBranches = ({ reached, past }: Step<'wait-until'>): boolean => reached.length + past.length === 0;

const branches = (step: Step<'wait-until'>): Branch[] =>
  hasNoBranches(step)
    ? []
    : [
        // A date that is missing counts as past.
        { steps: step.reached, label: 'reached', answer: 'reached', when: { is: `$exists(${step.until})`, not: [] } },
        { steps: step.past, label: 'already past', answer: 'past' },
      ];

/** A wait is for a date of somebody, which a file does not know. */
const whyNoDate = (until: string): string =>
  parseDuration(until) === undefined
    ? `\`${until}\` is no date of the event or the customer: write such as \`event.date\``
    : `\`${until}\` is a duration: write \`wait: ${until}\``;

const check = ({ until }: Step<'wait-until'>, { path, flow }: CheckContext): void => {
  const { source } = flow.file;
  const at = [...path, 'wait', 'until'];
  if (!/\b(event|customer|heard)\b/.test(until)) {
    source.report(at, whyNoDate(until));
    return;
  }
  const typed = checkExpression(until, source, at, scopeOf(flow.event, flow.customer));
  if (typed && typed.kind !== 'date') source.report(at, `a wait is until a date, and this is ${describe(typed)}`);
};

/** Waits for a date, which may have passed or be missing. How long that is, nobody knows before the customer enters. */
export const waitUntil: StepKind<'wait-until'> = {
  ...defaults,
  form: undefined,
  lists: ['reached', 'past'],
  ownName: () => 'wait',
  branches,
  goesOn: hasNoBranches,
  mapBranches: (step, change) => ({ ...step, reached: change(step.reached), past: change(step.past) }),
  pace: (step, paced) => ({ ...step, offset: paced(step.offset) }),
  expressions: ({ until }) => [{ source: until }],
  check,
  compile: (step, onward, inner) => taskBlock(step, 'advance', branches(step), onward, inner),
  atRunTime: ({ until, offset }) => ({ kind: 'wait-until', until, offset }),
  draw: ({ until, offset }) => {
    const days = offset === 0 ? '' : ` ${offset < 0 ? '-' : '+'} ${formatDuration(Math.abs(offset))}`;
    return { text: `wait until ${until}${days}`, form: ROUND };
  },
};

import { z } from 'zod';
import { formatDuration } from '../catalogue/duration.ts';
import { taskBlock } from '../compile/task-block.ts';
import { ROUND } from '../draw/pen.ts';
import { shape } from '../read/yaml/shape.ts';
import { DurationOfWait } from '../read/yaml/words.ts';
import { defaults } from './defaults.ts';
import { formOf, id } from './form.ts';
import type { StepKind } from './step.ts';
import { readUntil, WrittenUntil } from './wait-until.ts';

declare module '../catalogue/definition.ts' {
  interface StepShapes {
    wait: { seconds: number };
  }
}

const OF_A_DATE = '`reached` and `past` belong to a `wait: { until: … }`: a plain wait is always reached';

/** Waits for some time. Its form is that of a wait for a date too, so that either is told what it lacks. */
export const wait: StepKind<'wait'> = {
  ...defaults,
  form: (steps) =>
    formOf(
      shape({
        wait: z
          .union([DurationOfWait, WrittenUntil], {
            error: 'a duration such as `3 days`, or `{ until: event.date }`',
          })
          .describe('How long, or until when.'),
        id,
        reached: steps.optional().describe('What to do when the date came while waiting. Only with `until`.'),
        past: steps
          .optional()
          .describe('What to do when the date had passed before the wait began. Only with `until`.'),
      }),
      ({ wait, id = '', reached, past }, path, reading) => {
        if (typeof wait !== 'number') return readUntil(wait, { id, reached, past }, path, reading);
        if (reached || past) reading.report(path, OF_A_DATE);
        return { kind: 'wait', id, seconds: wait };
      },
    ),
  ownName: () => 'wait',
  pace: (step, paced) => ({ ...step, seconds: paced(step.seconds) }),
  seconds: ({ seconds }) => seconds,
  compile: (step, onward, inner) => taskBlock(step, 'advance', [], onward, inner),
  atRunTime: ({ seconds }) => ({ kind: 'wait', seconds }),
  draw: ({ seconds }) => ({ text: `wait ${formatDuration(seconds)}`, form: ROUND }),
};

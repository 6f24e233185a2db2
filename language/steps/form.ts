import { z } from 'zod';
import type { Step } from '../catalogue/definition.ts';
import type { Cap } from '../catalogue/policy.ts';
import { named, shape } from '../read/yaml/shape.ts';
import type { Path } from '../read/yaml/source.ts';
import { Condition, EventName, Id, Name, Text } from '../read/yaml/words.ts';
import type { Reading, WrittenStep, WrittenSteps } from './step.ts';

/** A form, and what is read from it. */
export const formOf = <Form extends z.ZodType>(
  form: Form,
  read: (fields: z.output<Form>, path: Path, reading: Reading) => Step,
): z.ZodType<WrittenStep> =>
  form.transform((fields) => ({ read: (path: Path, reading: Reading) => read(fields, path, reading) }));

/** An id that may be left out. */
export const id = Id.optional().describe(
  'The name of the step in results, drawings and tests. Keep it when you edit the step.',
);

/** Of a condition on the event that it stands beside. */
export const WHERE = 'Only if this is true of it. `heard` is this event, `event` the one that the customer entered by.';

/** Steps with a description of their own, which a clone of a recursive schema would write into the JSON Schema twice. */
export const required = (steps: WrittenSteps, description: string) => z.nonoptional(steps).describe(description);

export const WrittenTrigger = shape({
  on: EventName.describe('The event.'),
  where: Condition.optional().describe(WHERE),
});
export type WrittenTrigger = z.infer<typeof WrittenTrigger>;

export const WrittenWith = named(
  Name,
  z.union([Text, z.number(), z.boolean()], { error: 'text, a number, true or false' }),
  '{ gift: 20, currency: = event.currency }',
)
  .meta({ title: 'values' })
  .describe('Values, as they are or, after `= `, JSONata: `{ gift: 20, currency: = event.currency }`.');

/** A step with its own cap at a pace. */
export const capPaced = <Capped extends { cap?: Cap }>(step: Capped, paced: (seconds: number) => number): Capped =>
  step.cap ? { ...step, cap: { ...step.cap, seconds: paced(step.cap.seconds) } } : step;

import { z } from 'zod';
import type { Step } from '../catalogue/definition.ts';
import { shape } from '../read/yaml/shape.ts';
import type { Path } from '../read/yaml/source.ts';
import { Condition, EventName, Id, Name, Text } from '../read/yaml/words.ts';
import type { Reading, WrittenStep } from './step.ts';

/** A form, and what is read from it. */
export const formOf = <Form extends z.ZodType>(
  form: Form,
  read: (written: z.output<Form>, path: Path, reading: Reading) => Step,
): z.ZodType<WrittenStep> =>
  form.transform((written) => ({ read: (path: Path, reading: Reading) => read(written, path, reading) }));

/** An id that may be left out. */
export const id = Id.optional();

export const WrittenTrigger = shape({ on: EventName, where: Condition.optional() });
export type WrittenTrigger = z.infer<typeof WrittenTrigger>;

export const WrittenWith = z
  .record(Name, z.union([Text, z.number(), z.boolean()], { error: 'text, a number, true or false' }))
  .describe('Values, literal or JSONata after `= `.');

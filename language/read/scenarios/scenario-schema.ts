import { z } from 'zod';
import { shape } from '../yaml/shape.ts';
import { Duration, EventName, Id, Name, Text } from '../yaml/words.ts';

const Value = z.union([Text, z.number(), z.boolean()], { error: 'text, a number, true or false' });
const Values = z.record(Name, Value);

const Expectation = z
  .record(Text, Text)
  .describe(
    'When, and what: `at 1 day: sent outage-notice by email`, `by 13 days: …`, `between 8 days and 9 days: …`, `once: …`, `never: …`.',
  );

export const WrittenScenario = shape({
  scenario: Text.min(1, 'say in a sentence what this shows'),
  customer: Values.describe('The id and attributes of the customer.'),
  start: Text.describe("When the timeline starts, in the customer's zone: 2026-03-02T09:00."),
  arms: z.record(Id, Text).optional().describe('Journey to treated or control, split to the name of an arm.'),
  timeline: z.array(shape({ at: Duration, event: EventName, with: Values.optional() })),
  expect: z.array(Expectation).min(1, 'a scenario without expectations tests nothing'),
});
export type WrittenScenario = z.infer<typeof WrittenScenario>;

import { z } from 'zod';
import { named, shape } from '../yaml/shape.ts';
import { Duration, EventName, Id, Name, Text } from '../yaml/words.ts';

const Value = z.union([Text, z.number(), z.boolean()], { error: 'text, a number, true or false' });
const Values = named(Name, Value, '{ id: ada, email: ada@example.com }');
/** null is what systems send to take a value away. */
const Fields = named(
  Name,
  z.union([Value, z.null(), z.array(Values)], {
    error: 'text, a number, true or false, null, or a list of things, each with such values',
  }),
  '{ amount: 29, currency: EUR }',
);

const Expectation = z
  .record(Text, Text, { error: 'when and what, such as `at 1 day: sent welcome` or `once: ended onboarding`' })
  .meta({ title: 'expectation' })
  .describe(
    'When, and what: `at 1 day: sent outage-notice by email`, `by 13 days: …`, `between 8 days and 9 days: …`, `once: …`, `never: …`.',
  );

export const WrittenScenario = shape({
  scenario: Text.min(1, 'say in a sentence what this shows').describe('What must be so, in a sentence.'),
  customer: Values.describe('The `id` and the attributes of the customer before the first event.'),
  start: Text.describe("When the timeline starts, in the customer's zone: 2026-03-02T09:00."),
  arms: named(Id, Text, '{ renewal: treated, reminder-timing: early }')
    .optional()
    .describe('Journey to treated or control, split to the name of an arm.'),
  timeline: z
    .array(
      shape({
        at: Duration.describe('How long after `start` it happens.'),
        event: EventName.describe('The type of the event.'),
        with: Fields.optional().describe(
          "Its fields, without the customer's id; null for an optional one takes away what the field sets.",
        ),
      }),
    )
    .describe('The events that come.'),
  expect: z
    .array(Expectation)
    .min(1, 'a scenario without expectations tests nothing')
    .describe('What has to happen, and what must not.'),
});
export type WrittenScenario = z.infer<typeof WrittenScenario>;

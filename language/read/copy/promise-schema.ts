import { z } from 'zod';
import type { Promised } from '../../catalogue/promise.ts';
import { shape } from '../yaml/shape.ts';
import { Condition, Duration, EventName, Text } from '../yaml/words.ts';

/** Nobody remembers a promise for longer. */
const MOST_DAYS = 60;

const DAYS = /^([1-9]\d*) working days?$/;

const WorkingTime = z
  .string()
  .regex(DAYS)
  .transform((text) => ({ workingDays: Number(DAYS.exec(text)?.[1]) }))
  .refine(({ workingDays }) => workingDays <= MOST_DAYS, `at most ${MOST_DAYS} working days`);

const Within = z
  .union([WorkingTime, Duration], { error: 'a time such as `1 working day`, `4 hours` or `2 days`' })
  .refine((within) => typeof within !== 'number' || (within > 0 && within <= MOST_DAYS * 86_400), {
    error: `more than nothing, and at most ${MOST_DAYS} days`,
  })
  .meta({ title: 'time', description: '`1 working day`, `4 hours`, `2 days`. Working days are those of policy.yaml.' });

const Keeper = shape({
  on: EventName.describe('The event.'),
  where: Condition.optional().describe(
    'Only if this is true of it. `heard` is this event, `event` the one that the customer entered by.',
  ),
});

const Made = shape({
  within: Within.describe('How much time there is for it, from when the message goes out.'),
  kept: z
    .union([Keeper, z.array(Keeper).min(1).max(4, 'at most four')], {
      error: 'the event by which it is kept, such as `{ on: support.ticket_resolved }`, or a list of them',
    })
    .describe('The event by which it is kept; of a list any one.'),
});

const None = shape({
  none: Text.min(1, 'say why').describe('Why words that sound like a promise are none here.'),
});

/** `promises:` in a moment. */
export const WrittenPromises = z
  .union([Made, None], { error: '`{ within: 1 working day, kept: { on: … } }`, or `{ none: why it is no promise }`' })
  .describe(
    'What it says will happen: known to be kept by its time, or broken, which is an incident. `{ none: … }` says why words that sound like a promise are none.',
  );
export type WrittenPromises = z.infer<typeof WrittenPromises>;

/** What run time reads of it; nothing where it is said to be none. */
export const promisedIn = (promises: WrittenPromises | undefined): { promises?: Promised } => {
  if (!promises || !('within' in promises)) return {};
  const { within, kept } = promises;
  const triggers = [kept].flat();
  return {
    promises: {
      within,
      kept: triggers.map(({ on, where }) => (where === undefined ? { on } : { on, where })),
      fields: [],
    },
  };
};

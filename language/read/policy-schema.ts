import { z } from 'zod';
import { Purpose } from '../catalogue/kind.ts';
import { Day } from '../catalogue/policy.ts';
import { isZone } from '../catalogue/zone.ts';
import { shape } from './yaml/shape.ts';
import { Cap, Duration, Id, Text } from './yaml/words.ts';

export const Reaction = z
  .union([z.enum(['send', 'hold', 'skip']), shape({ instead: Id }), shape({ person: Id })], {
    error: '`send`, `hold`, `skip`, `{ instead: moment }` or `{ person: moment }`',
  })
  .describe('What a moment does meanwhile: send, hold, skip, another moment instead, or work for a person.');

const Time = z
  .string({ error: 'a time such as `"21:00"`' })
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: ({ input }) => `\`${input}\` is not a time: write such as "21:00"` })
  .describe("A time of day in the customer's zone, such as 21:00.");

export const Window = shape({ from: Time, to: Time, days: z.array(Day).min(1).optional() });

export const Zone = Text.refine(isZone, {
  error: ({ input }) => `there is no time zone \`${input}\`: write such as Europe/London`,
}).describe('A time zone, such as Europe/London.');

export const QuietHoursChoice = z.enum(['ignore', 'hold']);

const PurposePolicy = shape({
  whenIncident: Reaction,
  whenNegative: Reaction,
  quietHours: QuietHoursChoice,
  patience: Duration,
  cap: Cap.optional(),
  ifUnsure: z.enum(['resend', 'drop']),
  optIn: z.boolean().optional(),
});

const positive = z.number().positive('this has to be more than 0');
const negative = z.number().negative('this has to be less than 0');

export const WrittenPolicy = shape({
  zone: Zone,
  mood: shape({
    halfLife: Duration.refine((seconds) => seconds > 0, 'a half-life is more than nothing'),
    prior: positive,
    negative,
    positive,
    strong: negative,
    quietAfter: Duration,
  }),
  purposes: shape(
    Object.fromEntries(Purpose.options.map((purpose) => [purpose, PurposePolicy])) as Record<
      Purpose,
      typeof PurposePolicy
    >,
  ),
  quietHours: shape({ from: Time, to: Time, spread: Duration }).optional(),
  gap: Duration,
  topics: z.record(Id, Text),
});
export type WrittenPolicy = z.infer<typeof WrittenPolicy>;

import { z } from 'zod';
import { Purpose } from '../../catalogue/kind.ts';
import { Steps } from '../../steps/steps.ts';
import { parseDuration } from '../duration.ts';
import { shape } from '../yaml/shape.ts';
import { Condition, Duration, EventName, Id, Text } from '../yaml/words.ts';

const Again = Text.regex(/^(never|always|after .+)$/, {
  error: ({ input }) => `\`${input}\`: write \`never\`, \`always\` or such as \`after 90 days\``,
})
  .transform((text, context) => {
    if (text === 'never' || text === 'always') return text;
    const seconds = parseDuration(text.slice('after '.length));
    if (seconds !== undefined && seconds >= 0) return seconds;
    context.addIssue({ code: 'custom', message: `\`${text}\` names no duration: write such as \`after 90 days\`` });
    return z.NEVER;
  })
  .describe('never, always, or `after 90 days` since the last enrolment began.');

const Percent = z
  .number({ error: 'a percentage such as `5`' })
  .min(0, 'a percentage is 0 to 100')
  .max(100, 'a percentage is 0 to 100');

export const WrittenJourney = shape({
  journey: Id,
  title: Text,
  about: Text.optional(),
  purpose: Purpose,
  enter: shape({
    on: z.union([EventName, z.array(EventName).min(1)], { error: 'an event type or a list of them' }),
    when: Condition.optional(),
    again: Again.optional(),
    per: Condition.optional(),
  }),
  exit: z.array(shape({ on: EventName, where: Condition.optional(), steps: Steps.optional() })).optional(),
  goal: shape({
    on: EventName,
    where: Condition.optional(),
    within: Duration.optional(),
    exit: z.boolean().optional(),
  }).optional(),
  holdout: Percent.optional(),
  mutes: z
    .partialRecord(Purpose, Duration, {
      error: ({ code }: { code: string }) => (code === 'unrecognized_keys' ? Purpose.options.join(' ') : undefined),
    })
    .optional(),
  renamed: z.record(Text, Text).describe('Old id of a step to its new one: who stands there goes on.').optional(),
  steps: Steps,
});
export type WrittenJourney = z.infer<typeof WrittenJourney>;

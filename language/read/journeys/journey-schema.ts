import { z } from 'zod';
import { Purpose } from '../../catalogue/kind.ts';
import { required, WHERE } from '../../steps/form.ts';
import { Steps } from '../../steps/steps.ts';
import { parseDuration } from '../duration.ts';
import { named, shape } from '../yaml/shape.ts';
import { afterTime, Condition, Duration, EventName, Expression, Id, Text } from '../yaml/words.ts';

const AGAIN = '`never`, `always` or such as `after 90 days`';

const Again = z
  .string({ error: AGAIN })
  .regex(/^(never|always|after .+)$/, {
    error: ({ input }) => `\`${input}\`: write ${afterTime(String(input)) ?? AGAIN}`,
  })
  .transform((text, context) => {
    if (text === 'never' || text === 'always') return text;
    const seconds = parseDuration(text.slice('after '.length));
    if (seconds !== undefined && seconds >= 0) return seconds;
    context.addIssue({ code: 'custom', message: `\`${text}\` names no duration: write such as \`after 90 days\`` });
    return z.NEVER;
  })
  .describe(
    'Whether a customer may enter again: `never`, `always`, or such as `after 90 days` since they last entered; `always` where this is left out.',
  );

const Percent = z
  .number({ error: 'a percentage such as `5`' })
  .min(0, 'a percentage is 0 to 100')
  .max(100, 'a percentage is 0 to 100');

export const WrittenJourney = shape({
  journey: Id.describe('Its id: what results, tests, `mutes` and commands call it.'),
  title: Text.describe('What people call it.'),
  about: Text.optional().describe('What it is for, in a sentence.'),
  purpose: Purpose.describe('Why it writes: what its moments are, unless one says otherwise.'),
  enter: shape({
    on: z
      .union([EventName, z.array(EventName).min(1)], { error: 'an event type or a list of them' })
      .describe('The event, or one of several, by which customers enter.'),
    when: Condition.optional().describe('Only if this is true, over `event` and `customer`.'),
    again: Again.optional(),
    per: Expression.optional().describe(
      'One enrolment for each value of this, such as `event.subscriptionId`; without it one at a time.',
    ),
  }).describe('Who enters, and when.'),
  exit: z
    .array(
      shape({
        on: EventName.describe('The event.'),
        where: Condition.optional().describe(WHERE),
        steps: Steps.optional().describe('The last words.'),
      }),
      { error: ({ input }) => `a list such as \`- on: ${typeof input === 'string' ? input : '…'}\`` },
    )
    .optional()
    .describe('Events by which customers leave early, whatever step they are at.'),
  goal: shape({
    on: EventName.describe('The event.'),
    where: Condition.optional().describe(WHERE),
    within: Duration.optional().describe(
      'Counted only so long after entering; the end of the journey ends it in any case.',
    ),
    exit: z.boolean().optional().describe('Reaching the goal also ends the journey.'),
  })
    .optional()
    .describe('What the journey is to bring about. It is counted.'),
  holdout: Percent.optional().describe(
    'Percent of customers who are left out, to measure what the journey is worth. Care, transactional messages and work for a person go to them too.',
  ),
  mutes: z
    .partialRecord(Purpose, Duration, {
      error: ({ code }: { code: string }) =>
        code === 'unrecognized_keys'
          ? Purpose.options.join(' ')
          : 'keys with values such as `{ promotional: 21 days, relationship: 3 days }`',
    })
    .optional()
    .describe('Purposes that other journeys hold back while this one runs, each at most so long.'),
  renamed: named(Text, Text, '{ old-step: new-step }')
    .optional()
    .describe('Old id of a step to the one it has now: who stands at the old one goes on there.'),
  steps: required(Steps, 'What happens, in this order.'),
});
export type WrittenJourney = z.infer<typeof WrittenJourney>;

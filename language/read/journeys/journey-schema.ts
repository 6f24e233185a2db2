import { z } from 'zod';
import { Purpose } from '../../catalogue/kind.ts';
import { parseDuration } from '../duration.ts';
import { shape } from '../yaml/shape.ts';
import { Condition, Duration, EventName, Expression, Id, Name, Offset, Text } from '../yaml/words.ts';

const WHERE = 'Only if this is true of it. `heard` is this event, `event` the one that the customer entered by.';

const Trigger = shape({ on: EventName.describe('The event.'), where: Condition.optional().describe(WHERE) });
export type WrittenTrigger = z.infer<typeof Trigger>;

const With = z
  .record(Name, z.union([Text, z.number(), z.boolean()], { error: 'text, a number, true or false' }))
  .meta({ title: 'values' })
  .describe('Values, as they are or, after `= `, JSONata: `{ gift: 20, currency: = event.currency }`.');

/** Steps hold steps: the one place where a type has to be written beside its schema. */
export type WrittenStep =
  | {
      [kind in 'send' | 'task']: { [key in kind]: string } & {
        id?: string;
        with?: z.infer<typeof With>;
        unless?: WrittenTrigger | WrittenTrigger[];
        unsent?: WrittenStep[];
      };
    }['send' | 'task']
  | { emit: string; id?: string; with?: z.infer<typeof With>; unsent?: WrittenStep[] }
  | { wait: number; id?: string }
  | { wait: { until: string; offset?: number }; id?: string; reached?: WrittenStep[]; past?: WrittenStep[] }
  | { choose: WrittenBranch[]; id?: string }
  | { split: string; arms: Record<string, { share: number; steps?: WrittenStep[] }> }
  | {
      listen: string | string[];
      id?: string;
      where?: string;
      within: number;
      heard?: WrittenStep[];
      silent?: WrittenStep[];
    }
  | { exit: true; id?: string };
export type WrittenBranch = { when: string; steps: WrittenStep[] } | { otherwise: WrittenStep[] };

export const Steps: z.ZodType<WrittenStep[]> = z.lazy(() => z.array(Step)).meta({ id: 'steps' });

/** Steps with a description of their own, which a clone of a recursive schema would write into the JSON Schema twice. */
const required = (description: string) => z.nonoptional(Steps).describe(description);

const id = Id.optional().describe(
  'The name of the step in results, drawings and tests. Keep it when you edit the step.',
);
const moment = {
  id,
  with: With.optional().describe('What copy reads as `with.name`: as it is or, after `= `, JSONata.'),
  unless: z
    .union([Trigger, z.array(Trigger).min(1)], { error: '`{ on: event }` or a list of such' })
    .optional()
    .describe('Not sent if this has happened since the customer entered, also while it is held.'),
  unsent: Steps.optional().describe('What to do where it was suppressed, escalated or failed.'),
};

const Branch: z.ZodType<WrittenBranch> = z.union([
  shape({
    when: Condition.describe('The branch is for customers of whom this is true.'),
    steps: required('What happens in this branch.'),
  }),
  shape({ otherwise: required('For all others. It comes last.') }),
]);

const Step: z.ZodType<WrittenStep> = z.union([
  shape({ send: Id.describe('The moment.'), ...moment }),
  shape({ task: Id.describe('The moment, on the channel `agent`, that tells a colleague what to do.'), ...moment }),
  shape({
    emit: EventName.describe('The event, one marked `ours: true` in events.yaml.'),
    id,
    with: With.optional().describe('Its fields: as they are or, after `= `, JSONata.'),
    unsent: Steps.optional().describe('What to do where it was not sent.'),
  }),
  shape({
    wait: z
      .union(
        [
          Duration,
          shape({
            until: Expression.describe('A date, of `event` or `customer`. A date that is missing counts as past.'),
            offset: Offset.optional().describe('So long after that date, or before it: `-30 days`.'),
          }),
        ],
        { error: 'a duration such as `3 days`, or `{ until: event.date }`' },
      )
      .describe('How long, or until when.'),
    id,
    reached: Steps.optional().describe('What to do when the date came while waiting. Only with `until`.'),
    past: Steps.optional().describe('What to do when the date had passed before the wait began. Only with `until`.'),
  }) as unknown as z.ZodType<WrittenStep>,
  shape({
    choose: z.array(Branch).min(1, 'a choice needs a branch').describe('Branches; the first that is true is taken.'),
    id,
  }),
  shape({
    split: Id.describe('The name of the split, and of the step.'),
    arms: z
      .record(
        Id,
        shape({
          share: z.number().min(0).max(100).describe('Percent of customers. The shares of all arms make 100.'),
          steps: Steps.optional().describe('What these customers get; nothing where it is left out.'),
        }),
      )
      .describe('The names of its arms, and what each gets.'),
  }),
  shape({
    listen: z
      .union([Text, z.array(EventName).min(1)], { error: 'a moment, an event type, or a list of event types' })
      .describe('An event type, a list of them, or a moment that asks: then its answer is awaited.'),
    id,
    where: Condition.optional().describe(WHERE),
    within: Duration.describe('How long to listen.'),
    heard: Steps.optional().describe('What to do when it has happened. Later steps read its fields as `heard`.'),
    silent: Steps.optional().describe('What to do when it has not. Then `heard` is empty.'),
  }),
  shape({ exit: z.literal(true).describe('The journey ends here for this customer.'), id }),
]);

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
  holdout: Percent.optional().describe('Percent of customers who get nothing, to measure what the journey is worth.'),
  mutes: z
    .partialRecord(Purpose, Duration, {
      error: ({ code }: { code: string }) => (code === 'unrecognized_keys' ? Purpose.options.join(' ') : undefined),
    })
    .optional()
    .describe('Purposes that other journeys hold back while this one runs, each at most so long.'),
  steps: required('What happens, in this order.'),
});
export type WrittenJourney = z.infer<typeof WrittenJourney>;

import { z } from 'zod';
import { Purpose } from '../../catalogue/kind.ts';
import { parseDuration } from '../duration.ts';
import { shape } from '../yaml/shape.ts';
import { Condition, Duration, EventName, Id, Name, Offset, Text } from '../yaml/words.ts';

const Trigger = shape({ on: EventName, where: Condition.optional() });
export type WrittenTrigger = z.infer<typeof Trigger>;

const With = z
  .record(Name, z.union([Text, z.number(), z.boolean()], { error: 'text, a number, true or false' }))
  .describe('Values, literal or JSONata after `= `.');

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

const id = Id.optional();
const moment = {
  id,
  with: With.optional(),
  unless: z.union([Trigger, z.array(Trigger).min(1)], { error: '`{ on: event }` or a list of such' }).optional(),
  unsent: Steps.optional(),
};

const Branch: z.ZodType<WrittenBranch> = z.union([
  shape({ when: Condition, steps: Steps }),
  shape({ otherwise: Steps }),
]);

const Step: z.ZodType<WrittenStep> = z.union([
  shape({ send: Id, ...moment }),
  shape({ task: Id, ...moment }),
  shape({ emit: EventName, id, with: With.optional(), unsent: Steps.optional() }),
  shape({
    wait: z.union([Duration, shape({ until: Condition, offset: Offset.optional() })], {
      error: 'a duration such as `3 days`, or `{ until: event.date }`',
    }),
    id,
    reached: Steps.optional(),
    past: Steps.optional(),
  }) as unknown as z.ZodType<WrittenStep>,
  shape({ choose: z.array(Branch).min(1, 'a choice needs a branch'), id }),
  shape({ split: Id, arms: z.record(Id, shape({ share: z.number().min(0).max(100), steps: Steps.optional() })) }),
  shape({
    listen: z.union([Text, z.array(EventName).min(1)], { error: 'a moment, an event type, or a list of event types' }),
    id,
    where: Condition.optional(),
    within: Duration,
    heard: Steps.optional(),
    silent: Steps.optional(),
  }),
  shape({ exit: z.literal(true), id }),
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
  steps: Steps,
});
export type WrittenJourney = z.infer<typeof WrittenJourney>;

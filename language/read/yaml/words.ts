import { z } from 'zod';
import { DURATION, parseDuration } from '../duration.ts';

/** The small things that every file of `workflows/` is written with. */

const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*$/;

export const Id = z
  .string()
  .regex(KEBAB, {
    error: ({ input }) => `\`${input}\` is not an id: small letters and digits, with \`-\` between words`,
  })
  .max(50, 'an id has at most 50 letters')
  .meta({ title: 'id', description: 'An id in kebab-case, such as `value-recap`.' });

/** A name that conditions can write without quotes. */
export const Name = z
  .string()
  .regex(/^(?!(and|or|in|true|false|null)$)[A-Za-z_][A-Za-z0-9_]*$/, {
    error: ({ input }) =>
      `\`${input}\` is not a name: letters, digits and \`_\`, a letter first, and no word of JSONata`,
  })
  .meta({ title: 'name', description: 'A name that conditions can read, such as `firstName`.' });

export const EventName = z
  .string()
  .regex(/^[A-Za-z][\w-]*(\.[\w-]+)*$/, {
    error: ({ input }) =>
      `\`${input}\` is not an event type: words of letters, digits, \`_\` and \`-\`, joined by dots`,
  })
  .meta({ title: 'event type', description: 'An event type, such as `subscription.renewal_due`.' });

const EXAMPLES = '`30 minutes`, `4 hours`, `2 days` or `3w`';

const duration = (description: string, sign: 'positive' | 'any', orElse = '') =>
  z
    .string({ error: `a duration such as ${EXAMPLES}` })
    .regex(DURATION, {
      error: ({ input }) => `\`${input}\` is not a duration: write ${EXAMPLES}${orElse}`,
    })
    .refine((text) => sign === 'any' || !text.trim().startsWith('-'), 'a duration cannot be negative here')
    .transform((text) => parseDuration(text) ?? 0)
    .meta({ title: sign === 'any' ? 'offset' : 'duration', description });

const DURATION_IS = 'A duration: `30 minutes`, `4 hours`, `2 days`, `3 weeks`, or short: `30m`, `4h`, `2d`, `3w`.';

/** Text such as `3 days`, read as seconds. */
export const Duration = duration(DURATION_IS, 'positive');
/** The same where a date may stand instead. */
export const DurationOfWait = duration(DURATION_IS, 'positive', ', or such as `{ until: event.date }` for a date');
export const Offset = duration('A duration, with `-` before it for earlier: `-30 days`.', 'any');

/** `after 7 days`, where a text such as `7 days` or `every 7 days` has a time in it. */
export const afterTime = (text: string): string | undefined => {
  const [time = ''] = /(?<![\d.])\d+(\.\d+)? ?[a-z]+$/.exec(text) ?? [];
  return parseDuration(time) === undefined ? undefined : `\`after ${time}\``;
};

export const Condition = z.string({ error: 'a condition such as `customer.mood = "negative"`' }).meta({
  title: 'condition',
  description: 'A JSONata condition over `event`, `heard` and `customer`. What is missing is not true.',
});

export const Expression = z
  .string({ error: 'a JSONata expression' })
  .meta({ title: 'expression', description: 'A JSONata expression over the fields of the event, and `at`, its time.' });

export const Text = z.string();

export const Cap = z
  .string({ error: 'a cap such as `3 per 7 days`' })
  .regex(/^[1-9]\d* per \S.*$/, { error: ({ input }) => `\`${input}\` is not a cap: write such as \`3 per 7 days\`` })
  .transform((text, context) => {
    const [count = '', size = ''] = text.split(' per ');
    const seconds = parseDuration(/^\d/.test(size.trim()) ? size : `1 ${size.trim()}`);
    if (seconds === undefined || seconds <= 0) {
      context.addIssue({ code: 'custom', message: `\`${size}\` is not a duration: write such as \`3 per 7 days\`` });
      return z.NEVER;
    }
    return { count: Number(count), seconds };
  })
  .meta({ title: 'cap', description: 'At most so many in any such time: `3 per 7 days`.' });

const EACH: Record<string, number> = { second: 1, minute: 60, hour: 3600, day: 86_400 };

/** Text such as `50 a second`, read as a count and seconds. */
export const Rate = z
  .string({ error: 'a rate such as `50 a second`' })
  .regex(/^[1-9]\d{0,6} (a|an) (second|minute|hour|day)$/, {
    error: ({ input }) => `\`${input}\` is not a rate: write such as \`50 a second\` or \`40 a day\``,
  })
  .transform((text) => {
    const [count = '', , each = ''] = text.split(' ');
    return { count: Number(count), seconds: EACH[each] ?? 1 };
  })
  .meta({ title: 'rate', description: 'So many in a second, a minute, an hour or a day: `50 a second`.' });

/** So many times are kept of each: the item has room for no more. */
const MOST_WORK = 20;

/** Of work and of events of ours: what is over it is left out. */
export const WorkCap = Cap.refine(({ count }) => count <= MOST_WORK, `at most ${MOST_WORK} can be counted`).meta({
  title: 'cap',
  description: 'At most so many in any such time: `1 per 14 days`.',
});

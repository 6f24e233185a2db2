import { z } from 'zod';
import { Giver } from '../../catalogue/giver.ts';
import { isLanguage, whyNoLanguage } from '../copy/locale-name.ts';
import { named, shape } from '../yaml/shape.ts';
import { afterTime, Condition, Duration, EventName, Id, Name, Text } from '../yaml/words.ts';
import { limitPer, WrittenMoney } from './amount.ts';

const NO_LANGUAGE = ({ input }: { input?: unknown }) => whyNoLanguage(String(input));

const Words = z
  .union(
    [
      Text.min(1),
      z
        .record(
          z
            .string()
            .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, { error: NO_LANGUAGE, abort: true })
            .refine(isLanguage, { error: NO_LANGUAGE }),
          Text.min(1),
        )
        .refine((texts) => Object.keys(texts).length > 0, 'say it in one language at least: `{ en: 14 days free }`'),
    ],
    {
      error: 'a text, or one for each language: `{ en: 14 days free, de: 14 Tage frei }`',
    },
  )
  .meta({ title: 'words' });

const Budgets = {
  agent: limitPer('month', 'What one agent may give in a month: `200 EUR per month`, or `10 per month`.').optional(),
  customer: limitPer(
    'quarter',
    'What one customer may get in a quarter, whoever gives it: `60 EUR per quarter`, or `1 per quarter`.',
  ).optional(),
  stage: limitPer(
    'month',
    'What all together may give in a month: `5000 EUR per month`, or `100 per month`.',
  ).optional(),
};

const WHERE =
  'Only if this is true of it, such as `heard.reference = gesture.reference`: `heard` is this event, `gesture` has the `id` and the fields that were sent.';

const Word = {
  on: EventName.describe('The event.'),
  where: Condition.optional().describe(`${WHERE} An event that has a field \`gesture\` is known by that alone.`),
};

export const WrittenGesture = shape({
  title: Words.describe('What customers read: a text, or one for each language.'),
  about: Text.optional().describe('For whoever gives it: when it is the right thing, and what it is not for.'),
  value: WrittenMoney.optional().describe('What it is worth to the customer, in money.'),
  points: z.number().int().positive().optional().describe('What it is worth to the customer, in points.'),
  days: z
    .number()
    .int()
    .positive()
    .optional()
    .describe('What it is worth to the customer, in days of what they pay for.'),
  cost: WrittenMoney.optional().describe(
    'What it costs the company: budgets count that. The `value` where it is left out; of points and days it has to be said.',
  ),
  by: z.array(Giver).min(1).describe('Who may give it: `journeys`, `agents`, `admins`.'),
  fits: z
    .array(Id)
    .optional()
    .describe('What it makes up for, in words of yours: `give: { fits: … }` chooses among the kinds that name it.'),
  when: Condition.optional().describe('Whom it fits: a condition over `customer`. Everybody where it is left out.'),
  emit: EventName.describe(
    'The event of ours that asks another system for it. It carries the id of the gesture as `gesture`.',
  ),
  with: named(
    Name,
    z.union([Text, z.number(), z.boolean()], { error: 'text, a number, true or false' }),
    '{ points: 100 }',
  )
    .optional()
    .describe('Fields of that event: as they are or, after `= `, JSONata over `customer`.'),
  confirmed: shape({ ...Word, within: Duration.describe('How long that may take: then the gesture has failed.') })
    .optional()
    .describe('What that system says once it is done. Without it a gesture is taken for done when it is given.'),
  refused: shape(Word).optional().describe('What that system says where it does not do it: the gesture has failed.'),
  reverse: EventName.optional().describe('The event of ours that takes it back. Without it, it cannot be taken back.'),
  again: z
    .string({ error: 'a time such as `after 90 days`' })
    .transform((text, context) => {
      const seconds = Duration.safeParse(text.replace(/^after /, ''));
      if (text.startsWith('after ') && seconds.success) return seconds.data;
      context.addIssue({
        code: 'custom',
        message: `\`${text}\` is not understood: write ${afterTime(text) ?? 'such as `after 90 days`'}`,
      });
      return z.NEVER;
    })
    .optional()
    .describe('How soon the same person may be given it again: `after 30 days`. 90 days where it is left out.'),
  atMost: shape(Budgets).optional().describe('Budgets of this kind alone.'),
});
export type WrittenGesture = z.infer<typeof WrittenGesture>;

/** Systems of the company, none of ours. */
const sources = (name: string, ours: string) =>
  z
    .array(Text.min(1, 'a source says who sends it').refine((source) => !/^tactful\b/.test(source), { error: ours }))
    .min(1, `name at least one source, or leave \`${name}\` out`);

export const WrittenGestures = shape({
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, { error: ({ input }) => `\`${input}\` is no currency: write such as EUR` })
    .describe('In which all amounts of this file are.'),
  budgets: shape(Budgets).optional().describe('Of all kinds together, by what they cost.'),
  chosenFrom: sources('chosenFrom', 'our own pages need not be named: what they say is signed')
    .optional()
    .describe(
      'Systems of yours that may say what a customer chose, by the `source` of their envelopes, such as the app that shows your inbox. Nobody but our own pages where it is left out.',
    ),
  givenFrom: sources('givenFrom', 'the console need not be named: what it says is taken as it is')
    .optional()
    .describe(
      'Systems of yours by which colleagues give and take back, by the `source` of their envelopes, such as a tool of your service team. Nobody but the console where it is left out.',
    ),
  gestures: named(Id, WrittenGesture, 'points-100: { title: 100 points, … }').describe(
    'The kinds, by their ids. Where several fit, the first in this file is given.',
  ),
});

import { z } from 'zod';
import { EpochUnit } from '../../catalogue/epoch-field.ts';
import { Provenance } from '../../catalogue/event.ts';
import { NamedType } from '../../catalogue/field-type.ts';
import { named, shape } from '../yaml/shape.ts';
import { Condition, EventName, Expression, Name, Rate, Text } from '../yaml/words.ts';

const AllowedWords = z
  .array(z.union([Text, z.number()]).transform(String))
  .min(1)
  .superRefine((words, { addIssue }) => {
    const seen = new Set<string>();
    for (const [place, word] of words.entries()) {
      if (seen.has(word))
        addIssue({ code: 'custom', path: [place], message: `\`${word}\` is there twice: keep one of them` });
      seen.add(word);
    }
  });

const typeElse = (other: string) =>
  z
    .union([NamedType, AllowedWords], {
      error: `a type (${NamedType.options.join(', ')}) or a list of allowed words${other}`,
    })
    .meta({ title: 'field type' });
const Type = typeElse('');

const FromEpoch = EpochUnit.optional().describe('Of a date that comes as a number: what it counts since 1970.');

const ListField = shape({
  type: Type.describe('A type, or a list of allowed words.'),
  optional: z.boolean().optional().describe('It may be missing.'),
  from: FromEpoch,
});

const ofField = {
  optional: z.boolean().optional().describe('It may be missing.'),
  provenance: Provenance.optional().describe('Where the fact comes from; `observed` where this is left out.'),
};

const Field = z.union(
  [
    Type,
    shape({
      list: named(
        Name,
        z.union([Type, ListField], { error: 'a type, a list of allowed words, or `{ type: …, optional: true }`' }),
        '{ name: text, price: number }',
      ).describe('Of a list of things: the fields that each has, such as `{ name: text, price: number }`.'),
      ...ofField,
    }),
    shape({
      type: typeElse(' (`{ list: { name: text } }` is a list of things)').describe(
        'A type, or a list of allowed words.',
      ),
      ...ofField,
      from: FromEpoch,
      sensitive: z
        .literal(true)
        .optional()
        .describe(
          'It tells of bereavement, hardship or illness. While an attribute that it sets stands, only care follows.',
        ),
    }),
  ],
  {
    error: `a type (${NamedType.options.join(', ')}), a list of allowed words, \`{ type: …, optional: true, provenance: stated }\`, or \`{ list: { name: text } }\``,
  },
);

const Weight = z
  .number()
  .positive('a weight is more than 0')
  .describe('How much it counts beside other evidence; 1 is a survey.');
const Signal = z.union([
  shape({
    score: Expression.describe('The answer to a survey.'),
    scale: Expression.describe(
      'The scale of that answer: `nps` (0 to 10), or `csat`, `ces`, `trust` (1 to 5, 5 is good).',
    ),
    weight: Weight,
  }),
  shape({ text: Expression.describe('What the customer wrote; its mood is read.'), weight: Weight }),
  shape({
    value: z
      .number()
      .min(-1, 'a value is -1 to 1')
      .max(1, 'a value is -1 to 1')
      .describe('What such an event says by itself, from -1 to 1.'),
    weight: Weight,
  }),
]);

const Incident = shape({
  kind: Text.describe('A word of yours, the same where it opens and where it closes, such as `ticket`.'),
  incident: Expression.describe('Which one: its id.'),
});

const common = {
  about: Text.optional().describe(
    'What happened, in a sentence. Customers read it where it tells of their mood or gives them something; `event` of pages/*.yaml says it in their language.',
  ),
  id: Expression.optional().describe(
    "The event's own key, so that a producer's retry is known as a duplicate; the envelope's id where this is left out.",
  ),
  fields: named(Name, Field, '{ orderId: text, amount: number }').describe(
    'What it carries: a name, and a type or `{ type, optional, provenance }`.',
  ),
  sets: named(Name, Expression, '{ plan: plan }')
    .optional()
    .describe('Attributes of the customer that it sets. A value that is missing leaves the attribute as it is.'),
  signal: z
    .array(Signal)
    .optional()
    .describe("What it tells about the customer's mood. A part whose field is missing gives nothing."),
  opens: Incident.optional().describe('It opens an incident: something is wrong for this customer.'),
  closes: Incident.optional().describe('It closes that incident.'),
  consent: shape({
    topic: Expression.optional().describe('The topic that they choose about.'),
    channel: Expression.optional().describe('The channel that they choose about.'),
    choice: Expression.describe('`granted` or `withdrawn`.'),
  })
    .optional()
    .describe('It is a choice of the customer about a topic or a channel.'),
  sensitive: z
    .literal(true)
    .optional()
    .describe('It tells of bereavement, hardship or illness: only care follows, as long as policy.yaml says.'),
  theme: Expression.optional().describe(
    'The theme that it is about, such as a change that was asked for: it says to whoever asked for that what they `said`, and when (`saidAt`).',
  ),
  farewell: z.boolean().optional().describe('The customer leaves: every journey ends for them, and none starts.'),
  returns: z.boolean().optional().describe('The customer is back after a `farewell`.'),
};

const Origin = shape({
  source: z
    .union(
      [
        Text,
        shape({
          prefix: Text.min(1, 'a prefix says how the source begins').describe(
            'How it begins, where the rest differs: `aws.partner/shopify.com`.',
          ),
        }),
      ],
      {
        error: 'a source such as `aws.partner/shop`, or `{ prefix: aws.partner/shopify.com }`',
      },
    )
    .describe('The `source` of its envelope.'),
  'detail-type': Text.describe('The `detail-type` of its envelope.'),
  where: Condition.optional().describe(
    'Only if this is true of the envelope, such as `detail.topic = "orders/create"`; what is not, is passed over.',
  ),
  each: Expression.optional().describe('The array of this shape, where it is not that of the event.'),
  fields: named(Name, Expression, '{ orderId: detail.order.id }').describe(
    'Our field, and where it is in their envelope: JSONata, such as `detail.author.reference`.',
  ),
});
export type WrittenOrigin = z.infer<typeof Origin>;

export const WrittenEvent = shape({
  ...common,
  by: z.literal('customer').optional().describe('The customer did it themselves: it ends their silence.'),
  ours: z.boolean().optional().describe('Our journeys send it (`emit`); it carries `customerId` by itself.'),
  gesture: z
    .boolean()
    .optional()
    .describe(
      'Of ours: it gives the customer something, such as points or a credit. `caps: { gestures: … }` counts it.',
    ),
  customer: Expression.optional().describe(
    'Whose event it is, or `everyone` with `affects` or `theme`. Every event but `ours` says so.',
  ),
  affects: Condition.optional().describe(
    'Of `customer: everyone`: whom it is about, such as `customer.plan = "pro"`. Each customer who is known is asked.',
  ),
  pace: Rate.optional().describe(
    'Of `customer: everyone`: how many are told in a time, such as `50 a second`, which it is where this is left out.',
  ),
  sources: z
    .array(Text.min(1, 'a source says who sends it'))
    .min(1, 'name at least one source, or leave `sources` out')
    .optional()
    .describe('Only from these is it taken: the `source` of its envelope. `customer: everyone` has to say them.'),
  from: z
    .union([Origin, z.array(Origin).min(1, 'name at least one shape, or leave `from` out')], {
      error: '`{ source, detail-type, fields }` or a list of such',
    })
    .optional()
    .describe("A system's own shape, or several, mapped to our fields. A deploy makes the rules that bring it."),
  each: Expression.optional().describe(
    'An array in the envelope, such as `detail.events`: each element is an event, and `from` reads it as `element`.',
  ),
});
export type WrittenEvent = z.infer<typeof WrittenEvent>;

export const WrittenEvents = named(EventName, WrittenEvent, 'order.placed: { customer: customerId, … }');

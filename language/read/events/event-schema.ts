import { z } from 'zod';
import { Provenance } from '../../catalogue/event.ts';
import { NamedType } from '../../catalogue/field-type.ts';
import { shape } from '../yaml/shape.ts';
import { EventName, Expression, Name, Text } from '../yaml/words.ts';

const Type = z.union([NamedType, z.array(z.union([Text, z.number()]).transform(String)).min(1)], {
  error: `a type (${NamedType.options.join(', ')}) or a list of allowed words`,
});

const Field = z.union(
  [Type, shape({ type: Type, optional: z.boolean().optional(), provenance: Provenance.optional() })],
  {
    error: `a type (${NamedType.options.join(', ')}), a list of allowed words, or \`{ type: …, optional: true, provenance: stated }\``,
  },
);

const Weight = z.number().positive('a weight is more than 0');
const Signal = z.union([
  shape({ score: Expression, scale: Expression, weight: Weight }),
  shape({ text: Expression, weight: Weight }),
  shape({ value: z.number().min(-1, 'a value is -1 to 1').max(1, 'a value is -1 to 1'), weight: Weight }),
]);

const Incident = shape({ kind: Text, incident: Expression });

const common = {
  about: Text.optional(),
  id: Expression.optional(),
  fields: z.record(Name, Field),
  sets: z.record(Name, Expression).optional(),
  signal: z.array(Signal).optional(),
  opens: Incident.optional(),
  closes: Incident.optional(),
  consent: shape({ topic: Expression.optional(), channel: Expression.optional(), choice: Expression }).optional(),
  farewell: z.boolean().optional(),
  returns: z.boolean().optional(),
};

export const WrittenEvent = shape({
  ...common,
  by: z.literal('customer').optional(),
  ours: z.boolean().optional(),
  customer: Expression.optional().describe('JSONata on the detail: whose event it is.'),
  from: shape({ source: Text, 'detail-type': Text, fields: z.record(Name, Expression) }).optional(),
});
export type WrittenEvent = z.infer<typeof WrittenEvent>;

export const WrittenEvents = z.record(EventName, WrittenEvent);

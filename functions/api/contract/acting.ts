import * as z from 'zod';
import { Scale } from '../../../language/catalogue/kind.ts';
import { CustomerId, Done } from './common.ts';
import { route } from './route.ts';

/** A field of an event, for a form. */
const FieldAsked = z.strictObject({
  name: z.string(),
  /** The name of its type, or `words`, one of which it is. */
  takes: z.string(),
  words: z.array(z.string()).optional(),
  isOptional: z.boolean(),
});

export const EventForm = z
  .strictObject({
    type: z.string(),
    about: z.string().optional(),
    /** Under this name an event says whose it is. */
    customer: z.string(),
    /** Of systems whose events of this type are taken, one; any where none is named. */
    source: z.string().optional(),
    fields: z.array(FieldAsked),
  })
  .meta({ id: 'EventForm' });
export type EventForm = z.infer<typeof EventForm>;

/** What a message asks: a point of a scale, one of a few words, or neither. */
export const Asks = z.strictObject({ scale: Scale.optional(), words: z.array(z.string()).optional() });
export type Asks = z.infer<typeof Asks>;

export const actingRoutes = {
  listEventForms: route({
    says: 'The events about one customer that other systems send, with their fields, for a form.',
    answer: z.strictObject({ items: z.array(EventForm) }),
  }),
  answerAs: route({
    says: 'Answers a message as its customer would: by a point of its scale, by a word, or by a reply. Not where customers are real.',
    params: z.strictObject({ customer: CustomerId }),
    body: z.strictObject({
      /** The decision by which it was sent. */
      message: z.string().min(1).max(300),
      score: z.number().min(0).max(10).optional(),
      word: z.string().min(1).max(100).optional(),
      text: z.string().trim().min(1).max(4000).optional(),
    }),
    answer: Done,
  }),
};

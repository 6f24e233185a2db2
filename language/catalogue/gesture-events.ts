import type { Field } from './event.ts';
import { Giver } from './giver.ts';

const text: Field = { type: 'text', optional: false, provenance: 'observed' };
const mayLack: Field = { ...text, optional: true };

const event = (about: string, fields: Record<string, Field>) => ({
  about,
  byCustomer: false,
  ours: false,
  customer: 'customerId',
  fields: { customerId: text, ...fields },
  sets: {},
  signals: [],
  farewell: false,
  returns: false,
});

/** What whoever asks for it calls one request, so that a repeat of it is known. */
const byHand = { by: text, note: mayLack, request: mayLack };

const gestureFields = { gesture: text, kind: text, by: mayLack, journey: mayLack };

/** Word of what a customer chose. */
export const CHOSEN_EVENT = 'gesture.chosen';

/** The source of what people say on our pages and in the console. */
export const OUR_PAGES = 'tactful.preferences';

/** What people do about gestures, and what becomes of one. */
export const GESTURE_EVENTS = {
  'agent.gesture_given': {
    ...event('A colleague gives a customer a gesture, by its kind.', {
      gesture: text,
      as: { ...mayLack, type: Giver.options.filter((giver) => giver !== 'journeys') },
      ...byHand,
    }),
    id: 'request',
    byHand: 'gives' as const,
    // The console asks who somebody is. Another system does where gestures.yaml says so.
    sources: [OUR_PAGES],
  },
  'agent.gesture_reversed': {
    ...event('A colleague takes a gesture back, by its id.', { gesture: text, ...byHand }),
    id: 'request',
    byHand: 'takes-back' as const,
    sources: [OUR_PAGES],
  },
  [CHOSEN_EVENT]: {
    ...event('The customer says what would help, of what a message offered: a kind of gesture, or `person`.', {
      decision: text,
      gesture: text,
    }),
    byCustomer: true,
    byHand: 'chooses' as const,
    // A page of ours signs it; from elsewhere it is taken where gestures.yaml says so.
    sources: [],
  },
  'gesture.given': event('A customer was given a gesture: another system was asked for it.', gestureFields),
  'gesture.confirmed': event('A gesture is done, as another system says.', gestureFields),
  'gesture.failed': event('A gesture could not be given, was refused, or nobody confirmed it in time.', {
    ...gestureFields,
    why: text,
  }),
  'gesture.reversed': event('A gesture was taken back.', gestureFields),
};

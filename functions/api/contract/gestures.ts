import * as z from 'zod';
import { GestureState } from '../../../core/customer/model/gesture.ts';
import { Limit, NotGiven, Worth } from '../../../language/catalogue/gesture.ts';
import { CustomerId, Instant } from './common.ts';
import { route } from './route.ts';

/** What is used of a budget: of an agent and of the stage in this month, of the customer in this quarter. */
export const GestureBudget = z
  .strictObject({
    scope: z.enum(['agent', 'customer', 'stage']),
    /** In hundredths of the currency, or how often. */
    of: Limit.shape.of,
    used: z.number().int(),
    most: z.number().int(),
  })
  .meta({ id: 'GestureBudget' });
export type GestureBudget = z.infer<typeof GestureBudget>;

const GestureKind = z
  .strictObject({
    kind: z.string(),
    title: z.string(),
    about: z.string().optional(),
    worth: Worth.optional(),
    /** In hundredths of the currency. */
    cost: z.number().int(),
    /** Why whoever asks may not give it to this customer now, as a code and in words; both are missing where they may. */
    why: NotGiven.optional(),
    because: z.string().optional(),
    /** Of this kind alone. */
    budgets: z.array(GestureBudget),
  })
  .meta({ id: 'GestureKind' });
export type GestureKind = z.infer<typeof GestureKind>;

const GivenGesture = z
  .strictObject({
    gesture: z.string(),
    kind: z.string(),
    title: z.string(),
    state: GestureState,
    at: Instant,
    /** Who gave it; nobody where a journey did. */
    by: z.string().optional(),
    because: z.string().optional(),
    /** Of one that the customer chose: what they chose from, by its titles. */
    from: z.array(z.string()).optional(),
    /** Until when it has to be confirmed. */
    until: Instant.optional(),
    mayTakeBack: z.boolean(),
  })
  .meta({ id: 'GivenGesture' });
export type GivenGesture = z.infer<typeof GivenGesture>;

/** What a message of ours offered, of which nothing is given yet. */
const OpenChoice = z
  .strictObject({
    journey: z.string(),
    /** In the order of their buttons, by their titles. */
    offered: z.array(z.string()),
    /** What they chose, or that they would rather hear from a person; both are missing where they have not said. */
    chose: z.string().optional(),
    person: z.literal(true).optional(),
    /** Until when they may choose, once the journey waits for it. */
    until: Instant.optional(),
  })
  .meta({ id: 'OpenChoice' });
export type OpenChoice = z.infer<typeof OpenChoice>;

export const Gestures = z
  .strictObject({
    currency: z.string(),
    /** Of all kinds together. */
    budgets: z.array(GestureBudget),
    /** What people may give, in the order of gestures.yaml. */
    kinds: z.array(GestureKind),
    /** What they were given lately, the newest first. */
    given: z.array(GivenGesture),
    /** What they were asked to choose from, and what they chose. */
    choices: z.array(OpenChoice).optional(),
  })
  .meta({ id: 'Gestures' });
export type Gestures = z.infer<typeof Gestures>;

const note = z.string().trim().max(300).optional();
/** What the request is known by: one that is sent again gives nothing more. */
const request = z.string().trim().min(1).max(64).optional();

/** Under which gesture it stands, and what happens now. */
const GestureAnswer = z.strictObject({ gesture: z.string(), says: z.string() });

export const gestureRoutes = {
  listGestures: route({
    says: 'What may be given to a customer now by whoever asks, why not, what is left of each budget, and what they were given.',
    params: z.strictObject({ customer: CustomerId }),
    answer: Gestures,
  }),
  giveGesture: route({
    says: 'Gives a customer a gesture. Whether its budgets have room is decided once, a moment later: listGestures tells.',
    params: z.strictObject({ customer: CustomerId }),
    body: z.strictObject({ kind: z.string().max(50), note, request }),
    status: 202,
    answer: GestureAnswer,
  }),
  reverseGesture: route({
    says: 'Takes a gesture back.',
    params: z.strictObject({ customer: CustomerId, gesture: z.string().max(40) }),
    body: z.strictObject({ note, request }),
    status: 202,
    answer: GestureAnswer,
  }),
};

import * as z from 'zod';
import { NotGiven } from '../../../language/catalogue/gesture.ts';
import { tolerant } from './tolerant.ts';

/**
 * `offered`: chosen, and its budgets are not reserved yet. `given`: another system was asked for it. `failed`: it was never
 * asked for, was refused, or nobody confirmed it in time.
 */
export const GestureState = z.enum(['offered', 'given', 'confirmed', 'failed', 'reversed']);
export type GestureState = z.infer<typeof GestureState>;

/** A gesture to a customer, as long as budgets and its own life need it. */
export const GestureRecord = tolerant({
  id: z.string(),
  kind: z.string(),
  state: GestureState,
  /** When it was offered, in milliseconds: it counts for that month and quarter. */
  at: z.number(),
  /** In hundredths. */
  cost: z.number(),
  /** Who gave it, where that was a person. */
  by: z.string().optional(),
  /** Where it was given, where that was a journey. */
  enrolment: z.string().optional(),
  /** Until when it has to be confirmed, in milliseconds. */
  until: z.number().optional(),
  /** A timer for that is on its way: no enrolment waits for it. */
  timed: z.literal(true).optional(),
  why: NotGiven.optional(),
  /** Counters hold a reservation for it. */
  counted: z.literal(true).optional(),
  /** Of one that the customer chose: the kinds that they chose from. */
  from: z.array(z.string()).optional(),
  /** Its budgets are reserved, and it is given when it can no more be changed for another. */
  reserved: z.literal(true).optional(),
  /** What it was sent with, as far as its confirmation is compared with that. */
  sent: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
});
export type GestureRecord = z.infer<typeof GestureRecord>;

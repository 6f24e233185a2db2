import * as z from 'zod';
import type { CustomerState } from '../../core/customer/model/state.ts';
import type { Envelope } from '../intake/envelope.ts';

/** A message of the queue: that a broadcast, which stands at this step, is to go on. */
export const BroadcastStep = z.object({
  format: z.literal(1),
  broadcast: z.string(),
  step: z.number().int().nonnegative(),
});
export type BroadcastStep = z.infer<typeof BroadcastStep>;

/** Port: asks for a step, not before so many seconds have passed. At least once. */
export interface Steps {
  send(step: BroadcastStep, seconds: number): Promise<void>;
}

/** Port: everybody who is known, in an order that does not change. */
export interface Everyone {
  /** Those after an id, or the first: about so many. `next`, if there may be more, is where to go on; so is the id of any of them. */
  page(after: string | undefined, count: number): Promise<{ states: CustomerState[]; next?: string }>;
  /** About how many there are. */
  count(): Promise<number>;
}

/** The event of one customer, and after how many seconds it comes to intake. */
export interface TimedEvent {
  envelope: Envelope;
  seconds: number;
}

/** Port: puts events where intake takes them from. */
export type Tell = (events: TimedEvent[]) => Promise<void>;

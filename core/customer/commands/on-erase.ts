import { SENDABLE } from '../../../language/catalogue/channel.ts';
import type { Draft } from '../draft.ts';
import { endEnrolment } from '../leave.ts';
import type { CancelEffect } from '../model/effect.ts';
import { type CustomerState, emptyCustomer } from '../model/state.ts';
import { markForGood } from './mark-address.ts';

/** Between the mark of an erasure and the end of it an event would begin a life that the end takes away: it comes again. */
export class CustomerBeingErased extends Error {
  override name = 'CustomerBeingErased';
  constructor() {
    super('This customer is being erased, which takes minutes. The event comes again, and then makes them new.');
  }
}

/** Their timers lie ahead with the customer's id in them, for months perhaps. */
const cancelled = ({ state, now }: Draft): CancelEffect[] =>
  Object.entries(state.enrolments).flatMap(([enrolment, { timer, due }]) =>
    due > now ? [{ type: 'cancel', enrolment, timer, due }] : [],
  );

/**
 * Ends every enrolment and empties the item. Its last commit carries the mark, what their addresses are known for, and the
 * timers that are not needed any more; `firstSeenAt` stays, by which a late batch of the stream is known to be of this life.
 */
export const onErase = (draft: Draft): CustomerState => {
  const { state, now } = draft;
  const effects = cancelled(draft);
  for (const channel of SENDABLE) markForGood(draft, channel);
  const { marks } = state;
  for (const id of Object.keys(state.enrolments)) endEnrolment(draft, id, 'erased');
  return { ...emptyCustomer(state.id, state.firstSeenAt), at: now, effects, erased: now, ...(marks && { marks }) };
};

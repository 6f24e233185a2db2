import { SENDABLE } from '../../../language/catalogue/channel.ts';
import type { Draft } from '../draft.ts';
import { endEnrolment } from '../leave.ts';
import { emptyCustomer } from '../model/empty-customer.ts';
import type { CustomerState } from '../model/state.ts';
import { markForGood } from './mark-address.ts';

/** Between the mark of an erasure and the end of it an event would begin a life that the end takes away: it comes again. */
export class CustomerBeingErased extends Error {
  override name = 'CustomerBeingErased';
  constructor() {
    super('This customer is being erased, which takes minutes. The event comes again, and then makes them new.');
  }
}

/**
 * Ends every enrolment and empties the item. Its last commit carries the mark and what their addresses are known for, and asks
 * for no timer; what was on offer is given back; `firstSeenAt` stays, by which a late batch of the stream is known to be of this life, and the other ids, whose records go with it.
 */
export const onErase = (draft: Draft): CustomerState => {
  const { state, now } = draft;
  const freed = onOffer(state);
  for (const channel of SENDABLE) markForGood(draft, channel);
  const { marks, aliases } = state;
  for (const id of Object.keys(state.enrolments)) endEnrolment(draft, id, 'erased');
  return {
    ...emptyCustomer(state.id, state.firstSeenAt),
    at: now,
    erased: now,
    ...(marks && { marks }),
    ...(aliases && { aliases }),
    ...(freed.length > 0 && { freed }),
  };
};

/** What nobody was asked for yet. What was given was given, and keeps its budget. */
const onOffer = ({ gestures = [] }: CustomerState): string[] =>
  gestures.flatMap(({ id, state, counted }) => (state === 'offered' && counted ? [id] : []));

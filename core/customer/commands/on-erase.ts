import type { Draft } from '../draft.ts';
import { endEnrolment } from '../enrolment.ts';
import type { StopEffect } from '../model/effect.ts';
import { type CustomerState, type Enrolment, emptyCustomer } from '../model/state.ts';

/** Between the mark of an erasure and the end of it an event would begin a life that the end takes away: it comes again. */
export class CustomerBeingErased extends Error {
  override name = 'CustomerBeingErased';
  constructor() {
    super('This customer is being erased, which takes minutes. The event comes again, and then makes them new.');
  }
}

/** Nobody: never known, or emptied and about to go. Nothing but an event may write such an item. */
export const isNobody = ({ version, erased }: CustomerState): boolean => version === 0 || erased !== undefined;

/** Of an enrolment's executions those that no token can reach: they may wait for a date that is months away. */
const stopsOf = (id: string, { journey, phase, waiting, open }: Enrolment): StopEffect[] => {
  const isToldByToken = waiting !== undefined || open?.parked !== undefined;
  const current = phase === 'main' ? id : `${id}-${phase}`;
  const executions = [...(phase === 'main' ? [] : [id]), ...(isToldByToken ? [] : [current])];
  return executions.map((execution) => ({ type: 'stop', journey, execution }));
};

/**
 * Ends every enrolment, so that what waits is told or stopped, and empties the item. Its last commit carries these effects and the mark;
 * `firstSeenAt` stays, by which a late batch of the stream is known to be of this life.
 */
export const onErase = (draft: Draft): CustomerState => {
  const { state, now } = draft;
  for (const [id, enrolment] of Object.entries(state.enrolments)) {
    endEnrolment(draft, id, 'erased');
    state.effects.push(...stopsOf(id, enrolment));
  }
  return { ...emptyCustomer(state.id, state.firstSeenAt), at: now, effects: state.effects, erased: now };
};

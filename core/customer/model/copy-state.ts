import type { CustomerState, Enrolment } from './state.ts';

/** An enrolment to change. */
const copyEnrolment = (enrolment: Enrolment): Enrolment => {
  const copy = { ...enrolment, took: { ...enrolment.took } };
  if (copy.open) copy.open = { ...copy.open };
  return copy;
};

/**
 * An item to change, with an empty journal and no effects: its decisions and enrolments are copied, since every change may
 * write into them. All else is shared with the item before, and replaced instead of written into.
 */
export const copyState = (before: CustomerState): CustomerState => {
  const enrolments: CustomerState['enrolments'] = {};
  for (const id of Object.keys(before.enrolments)) enrolments[id] = copyEnrolment(before.enrolments[id] as Enrolment);
  return { ...before, decisions: [...before.decisions], enrolments, journal: [], effects: [] };
};

import type { CustomerState, Enrolment } from './state.ts';

/** An enrolment to change. */
const copyEnrolment = (enrolment: Enrolment): Enrolment => {
  const copy = { ...enrolment, took: { ...enrolment.took } };
  if (copy.open) copy.open = { ...copy.open };
  return copy;
};

/**
 * An item to change, with an empty journal and no effects: the objects that a change writes into are copied. All that
 * lies deeper is shared with the item before, and replaced instead of written into.
 */
export const copyState = (before: CustomerState): CustomerState => {
  const enrolments: CustomerState['enrolments'] = {};
  for (const [id, enrolment] of Object.entries(before.enrolments)) enrolments[id] = copyEnrolment(enrolment);
  return {
    ...before,
    attributes: { ...before.attributes },
    consent: { ...before.consent },
    unreachable: { ...before.unreachable },
    evidence: [...before.evidence],
    incidents: { ...before.incidents },
    answers: { ...before.answers },
    incidentsByWeek: { ...before.incidentsByWeek },
    occurrences: { ...before.occurrences },
    decisions: [...before.decisions],
    enrolments,
    ended: { ...before.ended },
    journal: [],
    effects: [],
  };
};

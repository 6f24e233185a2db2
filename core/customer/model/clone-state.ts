import type { CustomerState } from './state.ts';

/**
 * An item to change, with an empty journal and no effects: its decisions and enrolments are copied, since every change may
 * write into them. All else is shared with the item before, and replaced instead of written into.
 */
export const cloneState = (before: CustomerState): CustomerState => {
  const enrolments: CustomerState['enrolments'] = {};
  for (const [id, enrolment] of Object.entries(before.enrolments)) enrolments[id] = { ...enrolment };
  return { ...before, decisions: [...before.decisions], enrolments, journal: [], effects: [] };
};

import type { CustomerState } from './state.ts';

/**
 * An item to change, with an empty journal, no effects and no marks: its decisions and enrolments are copied, since every change may
 * write into them. All else is shared with the item before, and replaced instead of written into.
 */
export const cloneState = (before: CustomerState): CustomerState => {
  const enrolments: CustomerState['enrolments'] = {};
  for (const [id, enrolment] of Object.entries(before.enrolments)) enrolments[id] = { ...enrolment };
  const { marks: _, ...kept } = before;
  return { ...kept, decisions: [...before.decisions], enrolments, journal: [], effects: [] };
};

import type { CustomerState } from './state.ts';

/**
 * An item to change, with an empty journal, no effects, no marks and nothing before it: its decisions and enrolments are copied, since every change may
 * write into them. All else is shared with the item before, and replaced instead of written into.
 */
export const cloneState = (before: CustomerState): CustomerState => {
  const enrolments: CustomerState['enrolments'] = {};
  for (const id of Object.keys(before.enrolments)) enrolments[id] = { ...before.enrolments[id]! };
  const state = { ...before, decisions: [...before.decisions], enrolments, journal: [], effects: [] };
  // Few have marks. An object from which a name was deleted takes many times as long to read and to copy.
  if (state.marks) state.marks = undefined;
  if (state.before) state.before = undefined;
  return state;
};

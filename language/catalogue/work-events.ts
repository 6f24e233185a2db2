import type { Definitions } from './definition.ts';
import type { Field } from './event.ts';
import type { WorkWord } from './work.ts';

type BuiltIn = Definitions['events'][string];

const text: Field = { type: 'text', optional: false, provenance: 'observed' };
const perhaps: Field = { ...text, optional: true };

const event = (about: string, work: WorkWord, fields: Record<string, Field>): BuiltIn => ({
  about,
  byCustomer: false,
  ours: false,
  customer: 'customerId',
  id: 'key',
  fields: { customerId: text, key: perhaps, ...fields },
  sets: {},
  signals: [],
  farewell: false,
  returns: false,
  work,
});

/** A task by the id of the decision that gave it, or by its moment, and who says so. By `key` the same word is known again, whoever brings it. */
const task = { task: text, by: perhaps };

/** What colleagues say of work that they were given, and of a customer. */
export const OF_COLLEAGUES: Record<string, BuiltIn> = {
  'agent.task_taken': event('A colleague has taken a task.', 'taken', task),
  'agent.task_returned': event('A colleague has given a task back.', 'returned', task),
  'agent.task_done': event('A colleague has done a task, with what came of it.', 'done', {
    ...task,
    outcome: perhaps,
    note: perhaps,
  }),
  'agent.task_declined': event('A colleague will not do a task, and says why.', 'declined', {
    ...task,
    reason: perhaps,
  }),
  // Nobody may send it over a bus: it is found by what a team can do.
  'agent.task_unreached': {
    ...event(
      'A team cannot reach a task by the time that it is due: its customer gets what stands for it. It is ours alone.',
      'unreached',
      { task: text, moment: perhaps },
    ),
    sources: [],
  },
  'agent.note_added': event('A colleague noted something about a customer.', 'note', {
    text,
    by: perhaps,
    task: perhaps,
  }),
};

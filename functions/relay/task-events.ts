import { decisionId } from '../../core/customer/decision-id.ts';
import type { DecisionEntry } from '../../core/customer/model/journal.ts';
import { isOfEnd, type TaskEntry } from '../../core/customer/model/work-entries.ts';
import { BUS_EVENTS } from '../../language/catalogue/bus-events.ts';
import type { OutgoingEvent } from './ports.ts';

/** Work that is given, with its words. */
export const workOf = (entry: DecisionEntry, message: NonNullable<DecisionEntry['message']>): OutgoingEvent => {
  const { customer, journey, at, instead, moment } = entry;
  const id = decisionId(entry);
  const detail = { customerId: customer, decision: id, task: id, journey, moment: instead ?? moment, ...message };
  return { id, type: BUS_EVENTS.taskGiven, at, detail };
};

/** What has become of work that others know of: a desk takes what is over off its list, or was done after all. */
export const becameOf = (entry: TaskEntry): OutgoingEvent[] => {
  const { customer, task, moment, journey, status, at, crowd } = entry;
  const detail = { customerId: customer, task, journey, moment, ...(crowd !== undefined && { crowd }) };
  if (status === 'alone') {
    const { given, of, due } = entry;
    return [
      { id: `${task}/alone`, type: BUS_EVENTS.taskAlone, at, detail: { ...detail, given, ...(of && { of }), due } },
    ];
  }
  if (!isOfEnd(entry)) return [];
  const { by, outcome, reason } = entry;
  const details = { ...(by && { by }), ...(outcome && { outcome }), ...(reason && { reason }) };
  return [{ id: `${task}/${status}`, type: BUS_EVENTS.taskClosed, at, detail: { ...detail, status, ...details } }];
};

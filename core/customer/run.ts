import type { Catalogue } from '../../language/catalogue/catalogue.ts';
import { START } from '../../language/catalogue/fixed-step.ts';
import { CONTRACT, type MachineState } from '../../language/catalogue/task.ts';
import { ownValue } from '../own-value.ts';
import { factsOf, pick } from './model/facts.ts';
import type { Millis } from './model/millis.ts';
import type { CustomerState } from './model/state.ts';
import { whereToGoOn } from './standing.ts';

/** What a run of an enrolment begins with: where it stands, and what the conditions on its way read. */
export const runInput = (state: CustomerState, id: string, now: Millis, catalogue: Catalogue): MachineState => {
  const enrolment = state.enrolments[id]!;
  const { journey, event, heard, arms } = enrolment;
  const input = ownValue(catalogue.journeys, journey)?.inputNames ?? { event: [], customer: [] };
  const carried = input.event.flatMap((name) => (ownValue(event, name) === undefined ? [] : [[name, event[name]]]));
  return {
    contract: CONTRACT,
    customerId: state.id,
    enrolment: id,
    ...whereToGoOn({ deps: { catalogue } }, enrolment),
    event: Object.fromEntries(carried),
    heard,
    customer: input.customer.length > 0 ? pick(factsOf(state, now, catalogue), input.customer) : {},
    arms,
  };
};

/** What a run begins with that is about no enrolment: any change of its customer, which its task asks for, finds what has become of it. */
export const inputOfNone = (customerId: string, waiting: string): MachineState => ({
  contract: CONTRACT,
  customerId,
  enrolment: waiting,
  at: START,
  visit: 0,
  event: {},
  heard: {},
  customer: {},
  arms: {},
});

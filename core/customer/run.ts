import { CONTRACT, type MachineState } from '../../language/catalogue/task.ts';
import { own } from '../own.ts';
import type { Draft } from './draft.ts';
import { factsNamed } from './draft.ts';
import type { CustomerState } from './model/state.ts';
import { stepNow } from './retire.ts';

/** What a run of an enrolment begins with: where it stands, and what the conditions on its way read. */
export const runInput = (draft: Pick<Draft, 'now' | 'deps'> & { state: CustomerState }, id: string): MachineState => {
  const { state, deps } = draft;
  const enrolment = state.enrolments[id]!;
  const { journey, at, visit, event, heard, arms } = enrolment;
  const carries = own(deps.catalogue.journeys, journey)?.carries ?? { event: [], customer: [] };
  const carried = carries.event.flatMap((name) => (own(event, name) === undefined ? [] : [[name, event[name]]]));
  return {
    contract: CONTRACT,
    customerId: state.id,
    enrolment: id,
    // The machine knows the step by the id that it has now.
    at: stepNow(draft, enrolment) ?? at,
    visit,
    event: Object.fromEntries(carried),
    heard,
    customer: factsNamed(draft, carries.customer),
    arms,
  };
};

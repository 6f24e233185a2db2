import type { Policy, Window } from '../../language/catalogue/policy.ts';
import type { Basis } from '../customer/model/journal.ts';
import type { CustomerState } from '../customer/model/state.ts';
import { lengthOf } from '../time/hours.ts';
import { iso } from '../time/instant.ts';
import { basisOfHours } from './hours.ts';
import type { DecidedMoment, Question } from './row.ts';

/** From when to when, by the clock where the customer is. */
interface Hours {
  from: string;
  to: string;
}

/** Quiet hours that the customer chose. */
export const ownHours = ({ hours }: Pick<CustomerState, 'hours'>): Hours | undefined =>
  hours?.from !== undefined && hours.to !== undefined ? { from: hours.from, to: hours.to } : undefined;

/** When messages keep quiet: their own hours, else the policy's. */
const quietHoursOf = (state: Pick<CustomerState, 'hours'>, { quietHours }: Policy): Hours | undefined =>
  ownHours(state) ?? quietHours;

/** Whether quiet hours leave nothing of the hours that suit a message. */
const coverAll = (quiet: Hours, window: Hours): boolean =>
  (quiet.from === window.from ? 0 : lengthOf({ from: quiet.from, to: window.from })) + lengthOf(window) <=
  lengthOf(quiet);

/** The quiet hours that hold a message: none where it does not keep them. */
export const quietFor = ({ state, copy, purpose, catalogue }: Question): Hours | undefined =>
  (copy?.quietHours ?? catalogue.policy.purposes[purpose].quietHours) === 'ignore'
    ? undefined
    : quietHoursOf(state, catalogue.policy);

/** The hours that suit a message. They give way to quiet hours of the customer's own that leave nothing of them. */
export const windowFor = (question: Question): Window | undefined => {
  const window = question.copy?.window;
  const own = ownHours(question.state);
  return window && own && quietFor(question) && coverAll(own, window) ? undefined : window;
};

export const basisOfQuietHours = (decided: DecidedMoment): Basis => {
  const { hours } = decided.state;
  const own = ownHours(decided.state);
  return { ...basisOfHours(decided), ...(hours && own ? { hours: { ...own, at: iso(hours.at) } } : {}) };
};

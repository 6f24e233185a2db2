import { customerZone } from '../customer/model/customer-zone.ts';
import type { Basis } from '../customer/model/journal.ts';
import { hashFraction } from '../hash.ts';
import type { DecidedMoment, Question } from './row.ts';

export const basisOfHours = (decided: DecidedMoment): Basis => ({
  zone: customerZone(decided.state, decided.catalogue),
});

/** Later by a part of the policy's spread, the same for a customer each time, and never past the `open` milliseconds that follow. */
export const spreadFrom = ({ state, step, catalogue }: Question, from: number, open: number): number => {
  const most = Math.min((catalogue.policy.quietHours?.spread ?? 0) * 1000, open);
  return from + Math.floor((hashFraction(`${state.id}/${step}`) * most) / 1000) * 1000;
};

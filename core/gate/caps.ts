import type { Cap } from '../../language/catalogue/policy.ts';
import type { Decision } from '../customer/model/decision.ts';
import { mayHaveReached } from '../customer/model/reservations.ts';
import type { Question } from './row.ts';

/** When those messages went out that count, newest first. A reservation of this visit's own does not count against it. */
export const countedTimes = (
  { state, enrolment, step, visit }: Pick<Question, 'state' | 'enrolment' | 'step' | 'visit'>,
  counts: (decision: Decision) => boolean,
): number[] => {
  const isOwn = (one: Decision): boolean => one.enrolment === enrolment && one.step === step && one.visit === visit;
  const times: number[] = [];
  for (const one of mayHaveReached(state))
    if (one.channel !== undefined && !isOwn(one) && counts(one)) times.push(one.at);
  return times.sort((a, b) => b - a);
};

/** When one more fits under a cap over these times (newest first), in milliseconds; undefined when it fits now. */
export const slotFrees = (times: number[], cap: Cap, now: number): number | undefined => {
  const oldestThatCounts = times[cap.count - 1];
  if (oldestThatCounts === undefined) return undefined;
  const free = oldestThatCounts + cap.seconds * 1000;
  return free > now ? free : undefined;
};

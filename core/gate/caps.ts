import type { Cap } from '../../language/catalogue/policy.ts';
import type { Decision } from '../customer/model/decision.ts';
import { mayHaveReached } from '../customer/model/reservations.ts';
import type { Question } from './row.ts';

/** When those messages went out that count, newest first. A reservation of this visit's own does not count against it. */
export const countedTimes = (
  { state, enrolment, step, visit }: Pick<Question, 'state' | 'enrolment' | 'step' | 'visit'>,
  counts: (decision: Decision) => boolean,
): number[] =>
  mayHaveReached(state)
    .filter(({ channel }) => channel !== undefined)
    .filter(
      (decision) =>
        (decision.enrolment !== enrolment || decision.step !== step || decision.visit !== visit) && counts(decision),
    )
    .map(({ at }) => at)
    .sort((a, b) => b - a);

/** When one more fits under a cap over these times (newest first), in milliseconds; undefined when it fits now. */
export const slotFrees = (times: number[], cap: Cap, now: number): number | undefined => {
  const oldestThatCounts = times[cap.count - 1];
  if (oldestThatCounts === undefined) return undefined;
  const free = oldestThatCounts + cap.seconds * 1000;
  return free > now ? free : undefined;
};

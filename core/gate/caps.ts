import type { Cap } from '../../language/catalogue/policy.ts';
import type { Decision } from '../customer/model/state.ts';
import type { Question } from './row.ts';

/** Reserved, sent and unknown count: each may have reached the customer. */
const mayHaveReached = ({ outcome, channel }: Decision): boolean =>
  channel !== undefined && (outcome === 'reserved' || outcome === 'sent' || outcome === 'unknown');

/** When those messages went out that count, newest first. This step's own lapsed reservation does not count against it. */
export const countedTimes = (
  { state, enrolment, step }: Pick<Question, 'state' | 'enrolment' | 'step'>,
  counts: (decision: Decision) => boolean,
): number[] =>
  state.decisions
    .filter(mayHaveReached)
    .filter((decision) => (decision.enrolment !== enrolment || decision.step !== step) && counts(decision))
    .map(({ at }) => at)
    .sort((a, b) => b - a);

/** When one more fits under a cap over these times (newest first), in milliseconds; undefined when it fits now. */
export const slotFrees = (times: number[], cap: Cap, now: number): number | undefined => {
  const oldestThatCounts = times[cap.count - 1];
  if (oldestThatCounts === undefined) return undefined;
  const free = oldestThatCounts + cap.seconds * 1000;
  return free > now ? free : undefined;
};

import type { Purpose } from '../../language/catalogue/kind.ts';
import type { Cap } from '../../language/catalogue/policy.ts';
import { mayHaveReached } from '../customer/model/reservations.ts';
import type { CustomerState, Decision } from '../customer/model/state.ts';

/** Reserved, sent and unknown count: each may have reached the customer. */
const counted = (state: CustomerState, others: (decision: Decision) => boolean): number[] =>
  mayHaveReached(state)
    .filter(others)
    .map(({ at }) => at)
    .sort((a, b) => b - a);

/** When one more fits under a cap over these times (newest first), in milliseconds; undefined when it fits now. */
const slotFrees = (times: number[], cap: Cap, now: number): number | undefined => {
  const oldestThatCounts = times[cap.count - 1];
  if (oldestThatCounts === undefined) return undefined;
  const free = oldestThatCounts + cap.seconds * 1000;
  return free > now ? free : undefined;
};

export const isSocial = (purpose: Purpose): boolean => purpose === 'relationship' || purpose === 'promotional';

export interface CapAsk {
  moment: string;
  purpose: Purpose;
  /** This step's own lapsed reservation does not count against it. */
  own: (decision: Decision) => boolean;
  momentCap: Cap | undefined;
  purposeCap: Cap | undefined;
  gap: number;
}

/** The first cap that is full, or the gap since the last message of the kind that asks for attention. */
export const capped = (
  state: CustomerState,
  ask: CapAsk,
  now: number,
): { reason: 'frequency-cap' | 'gap'; until: number } | undefined => {
  const others = (also: (decision: Decision) => boolean) =>
    counted(state, (decision) => decision.channel !== undefined && !ask.own(decision) && also(decision));
  const frees = [
    ask.momentCap &&
      slotFrees(
        others(({ moment }) => moment === ask.moment),
        ask.momentCap,
        now,
      ),
    isSocial(ask.purpose) && ask.purposeCap
      ? slotFrees(
          others(({ purpose }) => purpose === ask.purpose),
          ask.purposeCap,
          now,
        )
      : undefined,
  ].filter((at) => at !== undefined);
  if (frees.length > 0) return { reason: 'frequency-cap', until: Math.max(...frees) };
  if (!isSocial(ask.purpose)) return undefined;
  const until = slotFrees(
    others(({ purpose }) => isSocial(purpose)),
    { count: 1, seconds: ask.gap },
    now,
  );
  return until === undefined ? undefined : { reason: 'gap', until };
};

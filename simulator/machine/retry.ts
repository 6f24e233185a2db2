import type { Retrier, TaskState } from '../../language/compile/asl.ts';
import { matches } from './errors.ts';

const delayOf = (retrier: Retrier, attempt: number, random: () => number): number => {
  const { IntervalSeconds = 1, BackoffRate = 2, MaxDelaySeconds = Number.POSITIVE_INFINITY, JitterStrategy } = retrier;
  const seconds = Math.min(IntervalSeconds * BackoffRate ** attempt, MaxDelaySeconds);
  return Math.round(1000 * (JitterStrategy === 'FULL' ? random() * seconds : seconds));
};

export interface Again {
  /** Milliseconds. */
  delay: number;
  /** Place of a Retry to how often it was used. */
  retries: Record<string, number>;
}

/** The next attempt after an error, by the first Retry that is meant for it; undefined when it has none left. */
export const nextAttempt = (
  { Retry = [] }: TaskState,
  retries: Record<string, number>,
  error: string,
  random: () => number,
): Again | undefined => {
  const place = Retry.findIndex(({ ErrorEquals }) => matches(ErrorEquals, error));
  const retrier = Retry[place];
  const attempt = retries[place] ?? 0;
  if (!retrier || attempt >= (retrier.MaxAttempts ?? 3)) return undefined;
  return { delay: delayOf(retrier, attempt, random), retries: { ...retries, [place]: attempt + 1 } };
};

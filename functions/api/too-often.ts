import type { Caller } from './ports.ts';

export interface TooOftenDeps {
  /** Requests that somebody may make at once, and how many more each second. */
  burst: number;
  perSecond: number;
  /** In milliseconds. */
  now: () => number;
}

/** People that are remembered: whoever was not seen for longest is forgotten. */
const MOST = 1000;

/** A bucket for each person: how many seconds they have to wait, if at all. Each process counts by itself. */
export const createTooOften = ({
  burst,
  perSecond,
  now,
}: TooOftenDeps): ((caller: Pick<Caller, 'user'>) => number | undefined) => {
  const buckets = new Map<string, { left: number; at: number }>();
  return ({ user: { id } }) => {
    const at = now();
    const { left, at: before } = buckets.get(id) ?? { left: burst, at };
    const filled = Math.min(burst, left + ((at - before) / 1000) * perSecond);
    buckets.delete(id);
    buckets.set(id, { left: filled >= 1 ? filled - 1 : filled, at });
    const [oldest] = buckets.keys();
    if (buckets.size > MOST && oldest !== undefined) buckets.delete(oldest);
    return filled >= 1 ? undefined : Math.ceil((1 - filled) / perSecond);
  };
};

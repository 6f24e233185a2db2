interface Memo {
  /** In milliseconds. */
  lasts: number;
  now: () => number;
  /** Of an answer that could not be had anew; the old one is used on. */
  report: (error: unknown) => void;
}

/** How soon one that could not be had anew is asked for again, in milliseconds. */
const AGAIN = 60_000;

/** Asks once in a while, however many want to know. Where it cannot be asked anew the last answer stays; a first failure is not kept. */
export const memoizeFor = <Value>(ask: () => Promise<Value>, { lasts, now, report }: Memo): (() => Promise<Value>) => {
  let cached: { value: Value; until: number } | undefined;
  let pending: Promise<Value> | undefined;
  const again = async (): Promise<Value> => {
    try {
      const value = await ask();
      cached = { value, until: now() + lasts };
      return value;
    } catch (error) {
      if (!cached) throw error;
      report(error);
      cached = { ...cached, until: now() + AGAIN };
      return cached.value;
    } finally {
      pending = undefined;
    }
  };
  return async () => {
    if (cached && now() < cached.until) return cached.value;
    pending ??= again();
    return pending;
  };
};

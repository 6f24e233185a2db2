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
  let kept: { value: Value; until: number } | undefined;
  let pending: Promise<Value> | undefined;
  const again = async (): Promise<Value> => {
    try {
      const value = await ask();
      kept = { value, until: now() + lasts };
      return value;
    } catch (error) {
      if (!kept) throw error;
      report(error);
      kept = { ...kept, until: now() + AGAIN };
      return kept.value;
    } finally {
      pending = undefined;
    }
  };
  return async () => {
    if (kept && now() < kept.until) return kept.value;
    pending ??= again();
    return pending;
  };
};

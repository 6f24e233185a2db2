/** Asks once, however many want to know. A failure is not kept: the next asks again. */
export const memoizeAsync = <Value>(ask: () => Promise<Value>): (() => Promise<Value>) => {
  let pending: Promise<Value> | undefined;
  return () => {
    if (pending) return pending;
    const mine = ask();
    pending = mine;
    mine.catch(() => {
      if (pending === mine) pending = undefined;
    });
    return mine;
  };
};

/** Asks once, however many want to know. A failure is not kept: the next asks again. */
export const once = <Value>(ask: () => Promise<Value>): (() => Promise<Value>) => {
  let asked: Promise<Value> | undefined;
  return () => {
    if (asked) return asked;
    const mine = ask();
    asked = mine;
    mine.catch(() => {
      if (asked === mine) asked = undefined;
    });
    return mine;
  };
};

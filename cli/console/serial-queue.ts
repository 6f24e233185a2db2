/** Runs jobs one at a time, in the order they came; one that fails does not stop the next. */
export type SerialQueue = <Result>(job: () => Promise<Result> | Result) => Promise<Result>;

export const createSerialQueue = (): SerialQueue => {
  let last: Promise<unknown> = Promise.resolve();
  return (job) => {
    const turn = last.then(job);
    last = turn.catch(() => {});
    return turn;
  };
};

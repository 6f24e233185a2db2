/** A failure of the database itself (a full disk, a folder gone read-only), not of what ran on it. */
export const isStorageError = (error: unknown): boolean =>
  error instanceof Error && (error as NodeJS.ErrnoException).code === 'ERR_SQLITE_ERROR';

/**
 * Remembers the first failure of the database within a transaction. SQLite may already have rolled back by then, and
 * what is written after it would be kept by itself: so no catch on the way may turn such a failure into an answer.
 */
export interface StorageWatch {
  /** The same function, which notes a failure of the database and refuses to run after one. */
  guard<Parameters extends unknown[], Result>(
    run: (...parameters: Parameters) => Promise<Result>,
  ): (...parameters: Parameters) => Promise<Result>;
  /** Throws what no function can help: a failure of the database, this one or an earlier one that somebody caught. */
  check(error?: unknown): void;
  /** The transaction is over. */
  forget(): void;
}

export const createStorageWatch = (): StorageWatch => {
  let failure: unknown;
  const note = (error: unknown): void => {
    if (failure === undefined && isStorageError(error)) failure = error;
  };
  const refuse = (error: unknown): never => {
    note(error);
    throw error;
  };
  return {
    guard:
      (run) =>
      (...parameters) =>
        failure === undefined ? run(...parameters).catch(refuse) : Promise.reject(failure),
    check: (error) => {
      note(error);
      if (failure !== undefined) throw failure;
    },
    forget: () => {
      failure = undefined;
    },
  };
};

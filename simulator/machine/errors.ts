/** What went wrong: by the name that Retry and Catch know it by, and in words. */
export type Problem = Pick<StateError, 'error' | 'message'>;

/** An error of a state, by the name that Retry and Catch know it by. */
export class StateError extends Error {
  override name = 'StateError';
  readonly error: string;

  constructor(error: string, cause: string) {
    super(cause);
    this.error = error;
  }
}

/** The driver answered a task that this execution does not wait for. */
export class NotWaitingError extends Error {
  override name = 'NotWaitingError';
}

export const TIMEOUT = 'States.Timeout';
export const HEARTBEAT_TIMEOUT = 'States.HeartbeatTimeout';

/** These end an execution whatever its Catch says. */
const uncaught = ['States.Runtime', 'States.DataLimitExceeded'];

/** Whether a Retry or Catch with these `ErrorEquals` is meant for an error, wildcards as on AWS. */
export const matches = (errorEquals: string[], error: string): boolean =>
  errorEquals.some((expected) => {
    if (expected === error) return true;
    if (uncaught.includes(error)) return false;
    const timedOut = error === TIMEOUT || error === HEARTBEAT_TIMEOUT;
    return expected === 'States.ALL' || (timedOut ? expected === TIMEOUT : expected === 'States.TaskFailed');
  });

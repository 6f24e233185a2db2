/** What goes wrong in a machine, by the name that Retry knows it by. */
export class StateError extends Error {
  override name = 'StateError';
  readonly error: string;

  constructor(error: string, cause: string) {
    super(cause);
    this.error = error;
  }
}

/** Whether a Retry with these `ErrorEquals` is meant for an error of a task, wildcards as on AWS. */
export const matches = (errorEquals: string[], error: string): boolean =>
  errorEquals.some((expected) => expected === error || expected === 'States.ALL' || expected === 'States.TaskFailed');

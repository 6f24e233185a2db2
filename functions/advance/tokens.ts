/** Port: the task tokens by which machines wait, written before the commit that makes them wait. */
export interface TokenStore {
  /** Keeps one more token of a step; all of a step's tokens are kept. */
  put(enrolment: string, step: string, token: string): Promise<void>;
  /** Every token of a step, read strongly consistent. */
  list(enrolment: string, step: string): Promise<string[]>;
}

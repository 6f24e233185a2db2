import type { Timer } from '../../functions/effects/schema.ts';

/** A timer, and when it comes, in milliseconds. */
export interface SetTimer {
  at: number;
  timer: Timer;
}

/** Port: the timers of a world, one an enrolment: only the last one counts. */
export interface Timers {
  /** In place of the one that the enrolment had. */
  set(set: SetTimer): void;
  delete(enrolment: string): void;
  /** All of a customer. */
  wipe(customer: string): void;
  /** The next to come: of two at one time the one that was set first. */
  next(): SetTimer | undefined;
  count(): number;
}

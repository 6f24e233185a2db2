/** An enrolment has something to do at `due`. `at` is when the timer should come: a little later, so that any clock agrees. */
export interface TimerEffect {
  type: 'timer';
  enrolment: string;
  /** Its number: only the last one counts. */
  timer: number;
  due: number;
  at: number;
}

/** A timer that lies ahead and will not be needed: of somebody who is erased it must not lie there for months. */
export interface CancelEffect extends Omit<TimerEffect, 'type' | 'at'> {
  type: 'cancel';
}

/** What follows from a commit. Times are milliseconds since 1970. */
export type Effect = TimerEffect | CancelEffect;

import type { Schedule } from './schema.ts';

/** Port: timers that lie further ahead than a queue can hold them back. */
export interface Schedules {
  /** Puts the timer on the queue at `at`; a second time changes nothing. */
  put(schedule: Schedule): Promise<void>;
  /** Takes back all that a customer's timers left from before a time, in milliseconds: what came later is another life's. */
  wipe(customer: string, before: number): Promise<void>;
}

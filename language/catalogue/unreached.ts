import type { Moment } from './moment.ts';

/** The event of whose work a team cannot reach in time, and the journey by which something comes in its place. */
export const UNREACHED_EVENT = 'agent.task_unreached';
export const UNREACHED_JOURNEY = 'unreached';

/** Written in place of a moment: nothing stands for it, and it is done late. */
export const LATER = 'later';

/** What comes in the place of work that nobody waits for and its team cannot reach in time; undefined where it stays on its list. */
export const insteadOf = (moment: Pick<Moment, 'instead'> | undefined): string | undefined =>
  moment?.instead === LATER ? undefined : moment?.instead;

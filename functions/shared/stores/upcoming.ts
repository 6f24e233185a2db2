import type { Day, Days } from './counts.ts';

/** How many of those who rest at a step, all for the same, are due on a day; `People.at` lists them. */
export interface UpcomingCount {
  day: Day;
  journey: string;
  step: string;
  held?: string;
  count: number;
}

/** Port: what is due when, of everybody. A day before today has those who should have gone on and did not yet. */
export interface Upcoming {
  on(days: Days): Promise<UpcomingCount[]>;
}

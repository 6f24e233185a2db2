import type { Count } from '../shared/stores/counts.ts';
import type { Resting } from '../shared/stores/people.ts';
import type { UpcomingCount } from '../shared/stores/upcoming.ts';

/** What is added to counts at once. Of people who rest and are due on a day, who left counts as less than nobody. */
export interface Tally {
  counts: Count[];
  resting: UpcomingCount[];
}

/** Records of a stream, from the first to the last, by their sequence numbers. */
export interface Stretch {
  first: string;
  last: string;
}

/** Port: counts, each stretch of a stream once. */
export interface Ledger {
  /** Up to where the stretch that begins here has been counted; undefined where it has not. */
  countedTo(first: string): Promise<string | undefined>;
  /** Adds all of it, or nothing where the stretch that begins there has been counted. */
  count(stretch: Stretch, tally: Tally): Promise<void>;
  /** Whether so much can be added at once. */
  fits(tally: Tally): boolean;
}

/** Somebody's place in the index of people: the same place is the same row. */
export type Place = Omit<Resting, 'since'>;

/** Port: the index of people at their steps. Both come to the same however often they are done. */
export interface PeopleIndex {
  write(moves: { gone: Place[]; come: Resting[] }): Promise<void>;
}

/** Port: files a customer under what they are known by since a time, by the attribute's name, and under nothing else any more. */
export interface DirectoryIndex {
  file(customer: string, known: Record<string, string>, at: number): Promise<void>;
}

import { type Count, dayOf } from '../shared/stores/counts.ts';
import type { CrowdCount } from '../shared/stores/crowds.ts';
import type { Resting } from '../shared/stores/people.ts';
import type { Queued, QueuePlace } from '../shared/stores/queue.ts';
import type { UpcomingCount } from '../shared/stores/upcoming.ts';

/** What is added to counts at once. Of people who rest and are due on a day, and of a crowd, who left counts as less than nobody. */
export interface Tally {
  counts: Count[];
  resting: UpcomingCount[];
  crowds: CrowdCount[];
}

/** How far a shard of the stream is counted. */
export interface Mark {
  /** The sequence number of the last commit that is; missing before the first. */
  last?: string;
  /** Parts of the next commit that are: of one that changes more than can be added at once. */
  parts: number;
}

/** Others have counted on meanwhile: whoever finds that reads anew how far. */
export class CountedMeanwhile extends Error {
  override name = 'CountedMeanwhile';
  constructor() {
    super('This stretch of the stream was counted meanwhile. It comes again, and what was counted is passed over.');
  }
}

/** Port: counts, and with them how far each shard of the stream is counted. */
export interface Ledger {
  /** Read strongly consistent. */
  markOf(shard: string): Promise<Mark>;
  /** Adds all of it and moves the mark, or neither. Throws CountedMeanwhile where the mark is not where it was. */
  count(shard: string, from: Mark, to: Mark, tally: Tally): Promise<void>;
  /** Whether so much can be added at once. */
  fits(tally: Tally): boolean;
}

/** Somebody's place in the index of people: the same place is the same row. */
export type RestingKey = Omit<Resting, 'since'>;

/** Port: the index of people at their steps. Both come to the same however often they are done. */
export interface PeopleIndex {
  write(moves: { gone: RestingKey[]; come: Resting[] }): Promise<void>;
}

/** Work in a list, and where. */
export interface QueuedAt {
  place: QueuePlace;
  work: Queued;
}

/** Port: lists of work for people. Both come to the same however often they are done. */
export interface QueueIndex {
  write(moves: { gone: QueuePlace[]; come: QueuedAt[] }): Promise<void>;
}

/** Port: files a customer under what they are known by since a time, by the attribute's name, and under nothing else any more. */
export interface DirectoryIndex {
  file(customer: string, attributes: Record<string, string>, at: number): Promise<void>;
}

/** That somebody asks for a theme. */
export interface Asker {
  theme: string;
  customer: string;
}

/** Port: who asks for what. Both come to the same however often they are done. */
export interface AskersIndex {
  write(moves: { gone: Asker[]; come: Asker[] }): Promise<void>;
}

/** Port: counts an event that was refused. It is in no commit: one that is refused again after a crash counts twice. */
export interface RejectionCounter {
  rejected(reason: string, at: number): Promise<void>;
}

/** What a refused event counts as. */
export const rejection = (reason: string, at: number): Count => ({
  day: dayOf(at),
  journey: '',
  step: '',
  kind: 'rejected',
  value: reason,
  reason: '',
  arms: {},
  count: 1,
});

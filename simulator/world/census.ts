import type { CustomerState } from '../../core/customer/model/state.ts';
import { createCensus } from '../../functions/census/census.ts';
import type {
  AskersIndex,
  DirectoryIndex,
  Ledger,
  PeopleIndex,
  QueueIndex,
  RejectionCounter,
} from '../../functions/census/ports.ts';
import type { Askers } from '../../functions/shared/stores/askers.ts';
import type { Counts } from '../../functions/shared/stores/counts.ts';
import type { Crowds } from '../../functions/shared/stores/crowds.ts';
import type { Directory } from '../../functions/shared/stores/directory.ts';
import type { People } from '../../functions/shared/stores/people.ts';
import type { Queue } from '../../functions/shared/stores/queue.ts';
import type { Upcoming } from '../../functions/shared/stores/upcoming.ts';

/** What is read of everybody without looking at each. */
export interface Census {
  counts: Counts;
  people: People;
  upcoming: Upcoming;
  queue: Queue;
  crowds: Crowds;
  directory: Directory;
  askers: Askers;
}

/** Where a world keeps it. */
export interface CensusStorage {
  ledger: Ledger;
  people: PeopleIndex;
  queue: QueueIndex;
  directory: DirectoryIndex;
  askers: AskersIndex;
  rejections: RejectionCounter;
  read: Census;
}

/** All commits of a world are one shard of a stream. */
const SHARD = 'local';

/** Counts commits in the order in which they are given. */
export const createLocalCensus = (storage: CensusStorage) => {
  const census = createCensus(storage);
  return async (commits: readonly CustomerState[]): Promise<void> => {
    const { last = '0' } = await storage.ledger.markOf(SHARD);
    const streamed = commits.map((commit, place) => ({ sequence: String(BigInt(last) + BigInt(place + 1)), commit }));
    await census(SHARD, streamed);
  };
};

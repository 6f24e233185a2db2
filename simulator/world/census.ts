import type { DirectoryIndex, Ledger, PeopleIndex } from '../../functions/census/ports.ts';
import type { Counts } from '../../functions/shared/stores/counts.ts';
import type { Directory } from '../../functions/shared/stores/directory.ts';
import type { People } from '../../functions/shared/stores/people.ts';
import type { Upcoming } from '../../functions/shared/stores/upcoming.ts';

/** What is read of everybody without looking at each. */
export interface Census {
  counts: Counts;
  people: People;
  upcoming: Upcoming;
  directory: Directory;
}

/** Where a world keeps it. */
export interface CensusStorage {
  ledger: Ledger;
  people: PeopleIndex;
  directory: DirectoryIndex;
  read: Census;
}

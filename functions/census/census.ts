import type { JournalEntry } from '../../core/customer/model/journal.ts';
import { knownBy } from '../../core/customer/model/known-by.ts';
import type { Resting } from '../shared/stores/people.ts';
import { type Change, foldCommit } from './fold.ts';
import type { DirectoryIndex, Ledger, PeopleIndex, Place, Stretch, Tally } from './ports.ts';
import type { Commit, StreamedCommit } from './schema.ts';
import { partsOf, tallyOf } from './tally.ts';

export interface CensusDeps {
  ledger: Ledger;
  people: PeopleIndex;
  directory: DirectoryIndex;
  /** Sees each entry that is counted, once, or again where it failed midway. */
  onEntry?: (entry: JournalEntry) => void;
}

/** So much of a tally fits whatever it is about. */
const PART = 30;

/** A commit that changes something here. */
interface Changing extends StreamedCommit {
  change: Change;
}

/**
 * Counts what commits of one stretch of the stream changed, and keeps who rests where and who is known by what. They come in
 * the order of the stream, from where an earlier stretch ended; one that comes again changes nothing.
 */
export const createCensus = (deps: CensusDeps) => async (streamed: readonly StreamedCommit[]) => {
  const changing = streamed
    .map((one): Changing => ({ ...one, change: foldCommit(one.commit) }))
    .filter(({ change }) => !isNothing(change));
  let left = await uncounted(deps.ledger, changing);
  while (left.length > 0) {
    const most = howMany(deps.ledger, left);
    await take(deps, left.slice(0, most));
    left = left.slice(most);
  }
};

const isNothing = ({ counts, gone, come, isFoundAnew }: Change): boolean =>
  counts.length + gone.length + come.length === 0 && !isFoundAnew;

const tallied = (all: readonly Changing[]): Tally => tallyOf(all.map(({ change }) => change));

/** Whoever brings them again begins where a stretch began, though it may end elsewhere: stretches are looked up one after another. */
const uncounted = async (ledger: Ledger, changing: readonly Changing[]): Promise<readonly Changing[]> => {
  let left = changing;
  for (let [first] = left; first !== undefined; [first] = left) {
    const last = await ledger.countedTo(first.sequence);
    if (last === undefined) return left;
    const place = left.findIndex(({ sequence }) => sequence === last);
    // It ends beyond what came now.
    left = place < 0 ? [] : left.slice(place + 1);
  }
  return left;
};

/** How many of these, from the first, can be counted at once; at least one. */
const howMany = ({ fits }: Ledger, all: readonly Changing[]): number => {
  if (fits(tallied(all))) return all.length;
  let [most, tooMany] = [1, all.length];
  while (tooMany - most > 1) {
    const middle = Math.floor((most + tooMany) / 2);
    if (fits(tallied(all.slice(0, middle)))) most = middle;
    else tooMany = middle;
  }
  return most;
};

const take = async (deps: CensusDeps, all: readonly Changing[]): Promise<void> => {
  const { people, directory, onEntry = () => {} } = deps;
  // Both come to the same when they are done again; what is counted is done last.
  const moves = movesOf(all);
  if (moves.gone.length + moves.come.length > 0) await people.write(moves);
  for (const commit of foundAnew(all)) await directory.file(commit.id, knownBy(commit), commit.at);
  await count(deps.ledger, all);
  for (const { commit } of all) for (const entry of commit.journal) onEntry(entry);
};

/** Where everybody is in the end, and all that they left on the way: a failed attempt may have put them there. */
const movesOf = (all: readonly Changing[]): { gone: Place[]; come: Resting[] } => {
  const rows = new Map<string, { place: Place; resting?: Resting }>();
  const keyOf = ({ customer, journey, step, enrolment, due, held }: Place): string =>
    JSON.stringify([customer, journey, step, enrolment, due, held]);
  for (const { change } of all) {
    for (const place of change.gone) rows.set(keyOf(place), { place });
    for (const resting of change.come) rows.set(keyOf(resting), { place: resting, resting });
  }
  const last = [...rows.values()];
  return {
    gone: last.flatMap(({ place, resting }) => (resting ? [] : [place])),
    come: last.flatMap(({ resting }) => resting ?? []),
  };
};

/** The last commit of each customer of whom one changed what they are known by. */
const foundAnew = (all: readonly Changing[]): Commit[] => {
  const last = new Map(all.map(({ commit }) => [commit.id, commit]));
  const changed = new Set(all.flatMap(({ commit, change }) => (change.isFoundAnew ? [commit.id] : [])));
  return [...changed].flatMap((id) => last.get(id) ?? []);
};

const count = async ({ fits, count: add }: Ledger, all: readonly Changing[]): Promise<void> => {
  const first = all[0]?.sequence ?? '';
  const stretch: Stretch = { first, last: all.at(-1)?.sequence ?? first };
  const tally = tallied(all);
  if (fits(tally)) return add(stretch, tally);
  // One commit by itself. The part by which it is known as counted is the last.
  const [head, ...parts] = partsOf(tally, PART);
  for (const [place, part] of parts.entries()) {
    const own = `${first}/${place + 1}`;
    await add({ first: own, last: own }, part);
  }
  if (head) await add(stretch, head);
};

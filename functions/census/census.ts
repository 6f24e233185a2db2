import type { JournalEntry } from '../../core/customer/model/journal.ts';
import { knownBy } from '../../core/customer/model/known-by.ts';
import { chunksOf } from '../shared/chunks.ts';
import type { Resting } from '../shared/stores/people.ts';
import { type Change, foldCommit } from './fold.ts';
import type {
  Asker,
  AskersIndex,
  DirectoryIndex,
  Ledger,
  Mark,
  PeopleIndex,
  QueueIndex,
  RestingKey,
  Tally,
} from './ports.ts';
import type { Commit, StreamedCommit } from './schema.ts';
import { partsOf, tallyOf } from './tally.ts';
import { workMoves } from './work.ts';

export interface CensusDeps {
  ledger: Ledger;
  people: PeopleIndex;
  queue: QueueIndex;
  directory: DirectoryIndex;
  askers: AskersIndex;
  /** Sees each entry that is counted, once, or again where it failed midway. */
  onEntry?: (entry: JournalEntry) => void;
}

/** Customers who are filed at once: an import is of many. */
const AT_ONCE = 16;

/** So much of a tally fits whatever it is about. */
const PART = 30;

/** A commit that changes something here. */
interface Changing extends StreamedCommit {
  change: Change;
}

/**
 * Counts what commits of one shard of the stream changed, and keeps who rests where and who is known by what. They come in
 * the order of the stream; what comes again, in whatever batches, changes nothing. Throws CountedMeanwhile.
 */
export const createCensus = (deps: CensusDeps) => async (shard: string, streamed: readonly StreamedCommit[]) => {
  const changing = streamed
    .map((one): Changing => ({ ...one, change: foldCommit(one.commit) }))
    .filter(({ change }) => !isNothing(change));
  if (changing.length === 0) return;
  let mark = await deps.ledger.markOf(shard);
  let left = changing.filter(({ sequence }) => isAfter(sequence, mark.last));
  while (left.length > 0) {
    const most = howMany(deps.ledger, left, mark);
    mark = await take(deps, shard, mark, left.slice(0, most));
    left = left.slice(most);
  }
};

/** Sequence numbers are longer than numbers may be. */
const isAfter = (sequence: string, last: string | undefined): boolean =>
  last === undefined || BigInt(sequence) > BigInt(last);

const isNothing = ({ counts, gone, come, work, isFoundAnew, themes }: Change): boolean =>
  [counts, gone, come, themes, work.gone, work.come].every(({ length }) => length === 0) && !isFoundAnew;

const tallyAll = (all: readonly Changing[]): Tally => tallyOf(all.map(({ change }) => change));

/** How many of these, from the first, can be counted at once; at least one, and one whose parts are counted in part by itself. */
const howMany = ({ fits }: Ledger, all: readonly Changing[], { parts }: Mark): number => {
  if (parts > 0) return 1;
  if (fits(tallyAll(all))) return all.length;
  let [most, tooMany] = [1, all.length];
  while (tooMany - most > 1) {
    const middle = Math.floor((most + tooMany) / 2);
    if (fits(tallyAll(all.slice(0, middle)))) most = middle;
    else tooMany = middle;
  }
  return most;
};

const take = async (deps: CensusDeps, shard: string, from: Mark, all: readonly Changing[]): Promise<Mark> => {
  const { people, queue, directory, askers, onEntry = () => {} } = deps;
  // Both come to the same when they are done again; what is counted is done last.
  const moves = movesOf(all);
  if (moves.gone.length + moves.come.length > 0) await people.write(moves);
  const work = workMoves(all.map(({ change }) => change.work));
  if (work.gone.length + work.come.length > 0) await queue.write(work);
  for (const some of chunksOf(foundAnew(all), { count: AT_ONCE }))
    await Promise.all(some.map((commit) => directory.file(commit.id, knownBy(commit), commit.at)));
  const askerMoves = askedIn(all);
  if (askerMoves.gone.length + askerMoves.come.length > 0) await askers.write(askerMoves);
  const mark = await count(deps.ledger, shard, from, all);
  for (const { commit } of all) for (const entry of commit.journal) onEntry(entry);
  return mark;
};

/** Where everybody is in the end, and all that they left on the way: a failed attempt may have put them there. */
const movesOf = (all: readonly Changing[]): { gone: RestingKey[]; come: Resting[] } => {
  const rows = new Map<string, { place: RestingKey; resting?: Resting }>();
  const keyOf = ({ customer, journey, step, enrolment, due, held }: RestingKey): string =>
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

/** Who asks for what in the end. */
const askedIn = (all: readonly Changing[]): { gone: Asker[]; come: Asker[] } => {
  const last = new Map<string, Asker & { isAsked: boolean }>();
  for (const { commit, change } of all)
    for (const { theme, isAsked } of change.themes)
      last.set(JSON.stringify([commit.id, theme]), { theme, customer: commit.id, isAsked });
  const of = (isAsked: boolean): Asker[] =>
    [...last.values()].flatMap(({ isAsked: is, ...one }) => (is === isAsked ? [one] : []));
  return { gone: of(false), come: of(true) };
};

/** The last commit of each customer of whom one changed what they are known by. */
const foundAnew = (all: readonly Changing[]): Commit[] => {
  const last = new Map(all.map(({ commit }) => [commit.id, commit]));
  const changed = new Set(all.flatMap(({ commit, change }) => (change.isFoundAnew ? [commit.id] : [])));
  return [...changed].flatMap((id) => last.get(id) ?? []);
};

const count = async (
  { fits, count: add }: Ledger,
  shard: string,
  from: Mark,
  all: readonly Changing[],
): Promise<Mark> => {
  const last = all.at(-1)?.sequence;
  const to: Mark = { ...(last !== undefined && { last }), parts: 0 };
  const tally = tallyAll(all);
  if (from.parts === 0 && fits(tally)) {
    await add(shard, from, to, tally);
    return to;
  }
  // One commit by itself, or what is left of it.
  const parts = partsOf(tally, PART);
  let mark = from;
  for (const part of parts.slice(from.parts)) {
    const isLast = mark.parts === parts.length - 1;
    const next = isLast ? to : { ...mark, parts: mark.parts + 1 };
    await add(shard, mark, next, part);
    mark = next;
  }
  return mark;
};

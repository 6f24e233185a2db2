import { restOf } from '../../core/customer/model/rest.ts';
import { type Count, dayOf } from '../shared/stores/counts.ts';
import type { Resting } from '../shared/stores/people.ts';
import { armsIn, countOfEntry } from './count-entry.ts';
import type { RestingKey } from './ports.ts';
import type { Commit } from './schema.ts';
import { type WorkMoves, workMovesIn } from './work.ts';

/** What a commit changes of what is counted, and of who rests where. */
export interface Change {
  counts: Count[];
  gone: RestingKey[];
  come: Resting[];
  work: WorkMoves;
  /** They are known by something else now. */
  isFoundAnew: boolean;
  /** Themes that they asked for before and do not now, or the other way round. */
  themes: { theme: string; isAsked: boolean }[];
}

/** Ways on from a step that listens, or waits for a confirmation, or for a person. What else a step came to is a decision. */
const BRANCHES: readonly string[] = ['heard', 'silent', 'unconfirmed', 'done', 'undone'];

/** What this very commit says was before it; another release may have carried along what an earlier one said. */
const beforeOf = ({ before, version }: Commit) => (before?.version === version ? before : undefined);

const branchesIn = (commit: Commit): Count[] => {
  const moved = Object.entries(beforeOf(commit)?.enrolments ?? {});
  return moved.flatMap(([id, stood]): Count[] => {
    const now = Object.hasOwn(commit.enrolments, id) ? commit.enrolments[id] : undefined;
    if (!now || !stood.answered || !BRANCHES.includes(now.answer ?? '')) return [];
    const { journey, at: step, answer: value = '' } = now;
    const [day, arms] = [dayOf(commit.at), armsIn(commit, id)];
    return [{ day, journey, step, kind: 'answer', value, reason: '', arms, count: 1 }];
  });
};

/** All that a commit says, as additions. However often it is folded it comes to the same. */
export const foldCommit = (commit: Commit): Change => {
  const { id: customer, enrolments } = commit;
  const before = beforeOf(commit);
  const counts = commit.journal.flatMap((entry): Count[] => {
    const about = countOfEntry(commit, entry);
    return about ? [{ day: entry.at.slice(0, 10), ...about, count: 1 }] : [];
  });
  const gone: RestingKey[] = [];
  const come: Resting[] = [];
  for (const [enrolment, stood] of Object.entries(before?.enrolments ?? {})) {
    const now = Object.hasOwn(enrolments, enrolment) ? enrolments[enrolment] : undefined;
    const journey = now?.journey ?? stood.journey;
    const { due, held } = stood;
    const step = stood.at ?? now?.at;
    if (due !== undefined && journey !== undefined && step !== undefined)
      gone.push({ customer, journey, step, enrolment, due, ...(held !== undefined && { held }) });
    const resting = now && restOf(now);
    if (now && resting)
      come.push({ customer, journey: now.journey, step: now.at, enrolment, since: now.since, ...resting });
  }
  const themes = (before?.themes ?? []).map((theme) => ({ theme, isAsked: Object.hasOwn(commit.themes ?? {}, theme) }));
  return {
    counts: [...counts, ...branchesIn(commit)],
    gone,
    come,
    work: workMovesIn(commit),
    isFoundAnew: before?.known === true,
    themes,
  };
};

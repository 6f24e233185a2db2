import type { MoodPolicy } from '../../language/catalogue/policy.ts';
import type { JournalEntry } from '../customer/model/journal.ts';
import { type Heard, heardIn, type MoodThen, moodAt } from './mood.ts';

/** A score at an instant, in milliseconds. */
export interface MoodPoint {
  at: number;
  score: number;
  negative: boolean;
}

/** What one event did to the score, when it was taken. */
export interface MoodMove extends Heard {
  taken: number;
  before: number;
  after: number;
}

/** Mood over a span of time, and what moved it, oldest first. */
export interface MoodLine {
  points: MoodPoint[];
  moves: MoodMove[];
}

/** Between what moved it, mood fades: so many points show how. */
const SAMPLES = 120;

const takenAt = ({ signals }: Heard): number => Date.parse(signals[0]?.at ?? '');

const pointOf = (at: number, { score, negative }: MoodThen): MoodPoint => ({ at, score, negative });

/** A customer's mood from `from` to `to`, as the gate had it at each time, by the policy as it is now. */
export const moodLine = (timeline: JournalEntry[], from: number, to: number, policy: MoodPolicy): MoodLine => {
  const all = heardIn(timeline);
  const upTo = (at: number): Heard[] => all.filter((one) => takenAt(one) <= at);
  const sampled = Array.from({ length: SAMPLES + 1 }, (_, index) => from + (index * (to - from)) / SAMPLES);
  const points = sampled.map((at) => pointOf(at, moodAt(upTo(at), at, policy)));
  const moves: MoodMove[] = [];
  for (const [index, one] of all.entries()) {
    const time = takenAt(one);
    if (time < from || time > to) continue;
    const [before, after] = [all.slice(0, index), all.slice(0, index + 1)].map((events) =>
      moodAt(events, time, policy),
    );
    if (!before || !after) continue;
    points.push(pointOf(time, before), pointOf(time, after));
    moves.push({ ...one, taken: time, before: before.score, after: after.score });
  }
  // A sort is stable: of one instant what was before stays before what was after.
  return { points: points.sort((a, b) => a.at - b.at), moves };
};

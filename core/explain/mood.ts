import type { MoodPolicy } from '../../language/catalogue/policy.ts';
import type { JournalEntry, SignalEntry } from '../customer/model/journal.ts';
import { addSignal, clearsAt, type MoodSums, score } from '../sentiment/mood.ts';

/** One event that told of mood, by all that it told. */
export interface Heard {
  event: string;
  /** When it happened, in milliseconds. */
  at: number;
  signals: SignalEntry[];
}

/** Mood at an instant, from what had been heard by then. */
export interface MoodThen {
  score: number;
  negative: boolean;
  /** When it stops being negative, in milliseconds; the instant itself where it is not. */
  clears: number;
  /** Until when a strong sign alone keeps things quiet; 0 if none does. */
  quietUntil: number;
}

const happened = ({ at, happenedAt }: SignalEntry): number => Date.parse(happenedAt ?? at);

/** What had been heard, an event each, in the order of being taken. */
export const heardIn = (entries: JournalEntry[]): Heard[] => {
  const groups: (Heard & { taken: string })[] = [];
  for (const entry of entries) {
    if (entry.kind !== 'signal') continue;
    const last = groups.at(-1);
    const same = last && last.event === entry.event && last.taken === entry.at && last.at === happened(entry);
    if (same) last.signals.push(entry);
    else groups.push({ event: entry.event, at: happened(entry), taken: entry.at, signals: [entry] });
  }
  return groups;
};

/** Mood at `now` (milliseconds), as the gate had it. */
export const moodAt = (heard: Heard[], now: number, policy: MoodPolicy): MoodThen => {
  let sums: MoodSums = { s: 0, w: 0, at: 0 };
  let quietUntil = 0;
  for (const signal of heard.flatMap(({ signals }) => signals)) {
    const at = happened(signal);
    sums = addSignal(
      sums.w === 0 ? { s: 0, w: 0, at } : sums,
      { value: signal.value, weight: signal.weight, at },
      policy,
    );
    if (signal.value <= policy.strong) quietUntil = Math.max(quietUntil, at + policy.quietAfter * 1000);
  }
  const clears = Math.max(clearsAt(sums, now, policy), quietUntil, now);
  return { score: score(sums, now, policy), negative: clears > now, clears, quietUntil };
};

/**
 * How much an event draws the mood below the threshold at `now`: the score is at or below it while the sum over all events
 * of `(v - threshold) w 2^-age` is at or below `threshold * prior`.
 */
export const pullOf = ({ signals }: Heard, now: number, { negative, halfLife }: MoodPolicy): number =>
  signals.reduce((sum, signal) => {
    const faded = signal.weight * 2 ** (-(now - happened(signal)) / (halfLife * 1000));
    return sum + (signal.value - negative) * faded;
  }, 0);

const isLoud = ({ signals }: Heard, now: number, { strong, quietAfter }: MoodPolicy): boolean =>
  signals.some((signal) => signal.value <= strong && happened(signal) + quietAfter * 1000 > now);

/** The fewest events without which mood would not have been negative at `now`, and what is left without them. */
export const decisive = (heard: Heard[], now: number, policy: MoodPolicy): { without: Heard[]; left: MoodThen } => {
  const without = heard.filter((one) => isLoud(one, now, policy));
  const others = heard
    .filter((one) => !without.includes(one))
    .sort((a, b) => pullOf(a, now, policy) - pullOf(b, now, policy));
  const rest = () =>
    moodAt(
      heard.filter((one) => !without.includes(one)),
      now,
      policy,
    );
  for (const one of others) {
    if (!rest().negative) break;
    without.push(one);
  }
  return { without, left: rest() };
};

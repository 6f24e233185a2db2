import type { MoodPolicy } from '../../language/catalogue/policy.ts';
import type { JournalEntry, SignalEntry } from '../customer/model/journal.ts';
import { clearsAt, hear, heardWeight, type KeptMood, type MoodSums, type Signal, score } from '../sentiment/mood.ts';
import { softening, sumsWith } from '../sentiment/soften.ts';

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

const timeOf = ({ at, happenedAt }: SignalEntry): number => Date.parse(happenedAt ?? at);

/** What had been heard, an event each, in the order of being taken. */
export const heardIn = (entries: JournalEntry[]): Heard[] => {
  const groups: (Heard & { taken: string })[] = [];
  for (const entry of entries) {
    if (entry.kind !== 'signal') continue;
    if (entry.weight < 0) {
      withdraw(groups, entry);
      continue;
    }
    const last = groups.at(-1);
    const same = last && last.event === entry.event && last.taken === entry.at && last.at === timeOf(entry);
    if (same) last.signals.push(entry);
    else groups.push({ event: entry.event, at: timeOf(entry), taken: entry.at, signals: [entry] });
  }
  return groups;
};

const isTheSame = (one: SignalEntry, withdrawal: SignalEntry): boolean =>
  Math.abs(one.value - withdrawal.value) < 1e-9 && Math.abs(one.weight + withdrawal.weight) < 1e-9;

/** Who was understood wrong takes back that sign; a changed answer all that the one before told, as one sign. */
const withdraw = (groups: Heard[], withdrawal: SignalEntry): void => {
  const isOfIt = ({ event, at }: Heard) => event === withdrawal.event && at === timeOf(withdrawal);
  const exact = groups.findLastIndex((one) => isOfIt(one) && one.signals.some((sign) => isTheSame(sign, withdrawal)));
  const index = exact >= 0 ? exact : groups.findLastIndex(isOfIt);
  const group = groups[index];
  if (!group) return;
  const sign = group.signals.findLastIndex((one) => isTheSame(one, withdrawal));
  const left = sign >= 0 ? group.signals.toSpliced(sign, 1) : [];
  if (left.length > 0) groups[index] = { ...group, signals: left };
  else groups.splice(index, 1);
};

/** Mood at `now` (milliseconds), as the gate had it. */
export const moodAt = (events: Heard[], now: number, policy: MoodPolicy): MoodThen =>
  moodOf(events, now, policy, ({ value, weight }, at) => ({ value, weight, at }));

/**
 * Mood as it would have been with these events alone: what weighed less because of what was heard before, and what was softened
 * later, is worked out again.
 */
const moodOfPart = (events: Heard[], now: number, policy: MoodPolicy): MoodThen => {
  const sumsByIncident = new Map<string, MoodSums>();
  return moodOf(events, now, policy, ({ value, weight, fullWeight = weight, opens, closes }, at, mood) => {
    if (closes !== undefined) {
      const softened = sumsByIncident.get(closes);
      sumsByIncident.delete(closes);
      return softened && softening(softened, at, policy);
    }
    const signal = { value, weight: heardWeight(mood, { value, weight: fullWeight, at }, policy), at };
    const sums = opens === undefined ? undefined : sumsWith(sumsByIncident.get(opens), signal, policy);
    if (opens !== undefined && sums) sumsByIncident.set(opens, sums);
    return signal;
  });
};

/** An entry as it counts after what was heard before; undefined where it does not. */
type Count = (entry: SignalEntry, at: number, before: KeptMood) => Signal | undefined;

const moodOf = (events: Heard[], now: number, policy: MoodPolicy, count: Count): MoodThen => {
  let mood: KeptMood | undefined;
  for (const entry of events.flatMap(({ signals }) => signals)) {
    const at = timeOf(entry);
    const before = mood ?? { s: 0, w: 0, at, quietUntil: 0 };
    const signal = count(entry, at, before);
    if (signal) mood = hear(before, signal, Date.parse(entry.at), policy);
  }
  if (!mood) return { score: 0, negative: false, clears: now, quietUntil: 0 };
  const clears = Math.max(clearsAt(mood, now, policy), mood.quietUntil, now);
  return { score: score(mood, now, policy), negative: clears > now, clears, quietUntil: mood.quietUntil };
};

/**
 * How much an event by itself draws the mood below the threshold at `now`: the score is at or below it while the sum over all events
 * of `(v - threshold) w 2^-age` is at or below `threshold * prior`.
 */
export const pullOf = ({ signals }: Heard, now: number, { negative, halfLife }: MoodPolicy): number =>
  signals.reduce((sum, signal) => {
    const faded = (signal.fullWeight ?? signal.weight) * 2 ** (-(now - timeOf(signal)) / (halfLife * 1000));
    return sum + (signal.value - negative) * faded;
  }, 0);

/** Whether a strong sign of it keeps things quiet at `now`, if nothing has ended that. */
const isLoud = ({ signals }: Heard, now: number, { strong, quietAfter }: MoodPolicy): boolean =>
  signals.some((signal) => signal.value <= strong && timeOf(signal) + quietAfter * 1000 > now);

/** The fewest events without which mood would not have been negative at `now`, and what is left without them. */
export const decisive = (events: Heard[], now: number, policy: MoodPolicy): { without: Heard[]; left: MoodThen } => {
  const isQuiet = moodAt(events, now, policy).quietUntil > now;
  const without = events.filter((one) => isQuiet && isLoud(one, now, policy));
  const others = events
    .filter((one) => !without.includes(one))
    .sort((a, b) => pullOf(a, now, policy) - pullOf(b, now, policy));
  const rest = () =>
    moodOfPart(
      events.filter((one) => !without.includes(one)),
      now,
      policy,
    );
  for (const one of others) {
    if (!rest().negative) break;
    without.push(one);
  }
  return { without, left: rest() };
};

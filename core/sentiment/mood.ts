import type { MoodPolicy } from '../../language/catalogue/policy.ts';
import { toPlaces } from './value.ts';

/** Running sums S and W of mood (docs/gate.md), as of `at` (milliseconds). */
export interface MoodSums {
  s: number;
  w: number;
  at: number;
}

/** Evidence: `value` in -1..1, `weight` above 0, `at` in milliseconds. */
export interface Signal {
  value: number;
  weight: number;
  at: number;
}

/** Refused at the edge, since not a number is never "fine". */
export class SignalOutOfRange extends Error {
  override name = 'SignalOutOfRange';
}

const decay = (from: number, to: number, policy: MoodPolicy): number => 2 ** (-(to - from) / (policy.halfLife * 1000));

/** The sums with one more signal; its place in the order of arrival does not matter. Throws SignalOutOfRange. */
export const addSignal = (sums: MoodSums, signal: Signal, policy: MoodPolicy): MoodSums => {
  const { value, weight, at } = signal;
  if (!(value >= -1 && value <= 1 && weight > 0 && Number.isFinite(weight) && Number.isFinite(at))) {
    throw new SignalOutOfRange(
      `A signal has value ${value} and weight ${weight}: a value is -1 to 1, a weight above 0.`,
    );
  }
  const now = Math.max(sums.at, at);
  const old = decay(sums.at, now, policy);
  const fresh = weight * decay(at, now, policy);
  return { s: sums.s * old + fresh * value, w: sums.w * old + fresh, at: now };
};

/** The sums without a signal that was added before. */
export const withoutSignal = (sums: MoodSums, { value, weight, at }: Signal, policy: MoodPolicy): MoodSums => {
  const left = weight * decay(at, sums.at, policy);
  const w = Math.max(0, sums.w - left);
  const s = sums.s - left * value;
  // Of what was rounded nothing may be left that no weight stands for.
  return { s: Math.max(-w, Math.min(w, s)), w, at: sums.at };
};

/** The sums of both, as of the later of their instants. */
export const joinSums = (one: MoodSums, other: MoodSums, policy: MoodPolicy): MoodSums => {
  const at = Math.max(one.at, other.at);
  const [own, others] = [decay(one.at, at, policy), decay(other.at, at, policy)];
  return { s: one.s * own + other.s * others, w: one.w * own + other.w * others, at };
};

/** How much a further sign counts for at least: it says that the trouble goes on. */
const LEAST = 0.25;

/**
 * The weight with which a sign is heard, to three places. Quiet does not add up: a sign below the threshold draws mood no
 * further down than it would alone, or than it is drawn down already and a quarter of the sign's own pull. What speaks
 * against what was heard before counts in full.
 */
export const heardWeight = (sums: MoodSums, { value, weight, at }: Signal, policy: MoodPolicy): number => {
  const now = Math.max(sums.at, at);
  const before = (policy.negative * sums.w - sums.s) * decay(sums.at, now, policy);
  const own = (policy.negative - value) * weight * decay(at, now, policy);
  if (!(before > 0 && own > 0)) return toPlaces(weight);
  return toPlaces(weight * Math.max(LEAST, 1 - before / own));
};

/** The sums, and the quiet that a strong sign asks for beside them. Times are milliseconds. */
export interface KeptMood extends MoodSums {
  /** 0 where nothing strong was heard. */
  quietUntil: number;
  /** When the newest strong sign happened. */
  strongAt?: number | undefined;
  /** When the newest happened of what lifted the score to `positive`. */
  liftedAt?: number | undefined;
}

/**
 * Mood with one more signal, taken at `now`. A strong sign keeps things quiet for `quietAfter`; what happened later and lifts
 * the score to `positive` ends that, whichever of the two is heard of first. Throws SignalOutOfRange.
 */
export const hear = (mood: KeptMood, signal: Signal, now: number, policy: MoodPolicy): KeptMood => {
  const sums = addSignal(mood, signal, policy);
  const isStrong = signal.value <= policy.strong;
  const isPositive = score(sums, now, policy) >= policy.positive;
  // Items of before do not say when it was.
  const strongBefore = mood.strongAt ?? mood.quietUntil - policy.quietAfter * 1000;
  const strongAt = isStrong ? Math.max(strongBefore, signal.at) : strongBefore;
  const liftedAt = isPositive && signal.value > 0 ? Math.max(mood.liftedAt ?? 0, signal.at) : mood.liftedAt;
  const quietUntil = isStrong ? Math.max(mood.quietUntil, signal.at + policy.quietAfter * 1000) : mood.quietUntil;
  const isOver = isPositive && (liftedAt ?? 0) > strongAt;
  return {
    ...sums,
    quietUntil: isOver ? Math.min(quietUntil, now) : quietUntil,
    ...(quietUntil > 0 ? { strongAt } : {}),
    ...(liftedAt === undefined ? {} : { liftedAt }),
  };
};

/** Signs of one time as the one that counts the same; undefined of none. */
export const togetherAs = (signals: readonly Signal[]): Signal | undefined => {
  const [first] = signals;
  if (!first) return undefined;
  const weight = signals.reduce((sum, one) => sum + one.weight, 0);
  return { value: signals.reduce((sum, one) => sum + one.value * one.weight, 0) / weight, weight, at: first.at };
};

/**
 * Mood without what was heard of one time before. `before`: the mood ahead of it. A quiet that it asked for, or ended, is again
 * as it was; what was heard since keeps its own.
 */
export const unhear = (mood: KeptMood, signal: Signal, before: QuietBefore, policy: MoodPolicy): KeptMood => {
  const wasStrong = mood.strongAt === signal.at;
  const hadLifted = mood.liftedAt === signal.at;
  const quietUntil = wasStrong ? before.quietUntil : Math.max(mood.quietUntil, hadLifted ? before.quietUntil : 0);
  const strongAt = wasStrong ? before.strongAt : mood.strongAt;
  const liftedAt = hadLifted ? before.liftedAt : mood.liftedAt;
  return {
    ...withoutSignal(mood, signal, policy),
    quietUntil,
    ...(strongAt === undefined ? {} : { strongAt }),
    ...(liftedAt === undefined ? {} : { liftedAt }),
  };
};

/** What stood of a quiet before something was heard. */
export type QuietBefore = Pick<KeptMood, 'quietUntil' | 'strongAt' | 'liftedAt'>;

/** Mood at `now`, -1..1: `S/(W+p)` with both sums decayed to then. */
export const score = (sums: MoodSums, now: number, policy: MoodPolicy): number => {
  const old = decay(sums.at, now, policy);
  return (sums.s * old) / (sums.w * old + policy.prior);
};

/** When the score is safely above the negative threshold again: a second past `t + h log2((S - θW)/(θp))`; `now` if it is. */
export const clearsAt = (sums: MoodSums, now: number, policy: MoodPolicy): number => {
  const { negative, prior, halfLife } = policy;
  const ratio = (sums.s - negative * sums.w) / (negative * prior);
  if (!(ratio > 0)) return now;
  const at = sums.at + halfLife * 1000 * Math.log2(ratio);
  return at < now ? now : Math.max(now, Math.floor(at)) + 1000;
};

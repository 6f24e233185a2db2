import type { Catalogue } from '../../../language/catalogue/catalogue.ts';
import { DAY } from '../../../language/catalogue/milliseconds.ts';
import type { Policy } from '../../../language/catalogue/policy.ts';
import { ownValue } from '../../own-value.ts';
import { score } from '../../sentiment/mood.ts';
import { lastRunOut, openIncidents } from './incidents.ts';
import type { Millis } from './millis.ts';
import type { CustomerState } from './state.ts';

const WEEK = 7 * DAY;

export type Facts = Record<string, string | number | boolean>;

export const weekOf = (at: Millis): number => Math.floor(at / WEEK);

/** Whether mood is negative at `now`: by score, or by the quiet that a single strong signal asks for. */
export const isNegative = (state: CustomerState, now: Millis): boolean => now < state.mood.negativeUntil;

type MoodWord = 'negative' | 'neutral' | 'positive';

/** Mood in a word, at `now`. */
export const moodWordOf = (state: CustomerState, now: Millis, { mood }: Pick<Policy, 'mood'>): MoodWord =>
  moodWord(state, now, score(state.mood, now, mood), mood.positive);

const moodWord = (state: CustomerState, now: Millis, value: number, positive: number): MoodWord => {
  if (isNegative(state, now)) return 'negative';
  return value >= positive ? 'positive' : 'neutral';
};

const days = (from: Millis, now: Millis): number => Math.max(0, (now - from) / DAY);

/** Since the day that the attribute `since` tells. */
export const tenureDaysOf = ({ attributes }: CustomerState, now: Millis): number | undefined => {
  const since = attributes.since?.value;
  return typeof since === 'string' ? days(Date.parse(since), now) : undefined;
};

/** The customer's own last sign of life: one that we saw, or one that came with an import. */
const lastHeardAt = ({ lastHeardAt: seen, attributes }: CustomerState): Millis | undefined => {
  const importedAt = attributes.lastHeardAt?.value;
  const times = [seen, typeof importedAt === 'string' ? Date.parse(importedAt) : undefined].filter(
    (at) => at !== undefined,
  );
  return times.length > 0 ? Math.max(...times) : undefined;
};

/** When somebody was first known, under whichever of their ids. */
export const knownSinceOf = ({ firstSeenAt, knownSince }: Pick<CustomerState, 'firstSeenAt' | 'knownSince'>): Millis =>
  knownSince ?? firstSeenAt;

/** All that conditions may read about a customer: attributes, and the facts of docs/language.md, at `now`. Days are fractions. */
export const factsOf = (state: CustomerState, now: Millis, { policy }: Pick<Catalogue, 'policy'>): Facts => {
  const facts: Facts = {};
  for (const [name, { value }] of Object.entries(state.attributes)) facts[name] = value;
  const moodScore = score(state.mood, now, policy.mood);
  const open = openIncidents(state, now, policy).length;
  const lastIncidentAt = Math.max(state.lastIncidentAt ?? 0, lastRunOut(state, now, policy));
  const lastTrouble = Math.max(knownSinceOf(state), lastIncidentAt, Math.min(now, state.mood.negativeUntil));
  Object.assign(facts, {
    id: state.id,
    mood: moodWord(state, now, moodScore, policy.mood.positive),
    moodScore,
    calmDays: open > 0 ? 0 : days(lastTrouble, now),
    openIncidents: open,
    incidents13Weeks: incidentsSince(state, weekOf(now) - 12),
  });
  const heardAt = lastHeardAt(state);
  if (heardAt !== undefined) facts.silentDays = days(heardAt, now);
  const tenureDays = tenureDaysOf(state, now);
  if (tenureDays !== undefined) facts.tenureDays = tenureDays;
  for (const [scale, answer] of Object.entries(state.answers)) {
    facts[scale] = answer.score;
    facts[`${scale}Days`] = days(answer.at, now);
  }
  return facts;
};

const incidentsSince = (state: CustomerState, week: number): number =>
  Object.entries(state.incidentsByWeek).reduce((sum, [key, count]) => (Number(key) >= week ? sum + count : sum), 0);

/** The named facts only: what a machine may carry. */
export const pick = (facts: Facts, names: string[]): Facts => {
  const picked: Facts = {};
  for (const name of names) {
    const fact = ownValue(facts, name);
    if (fact !== undefined) picked[name] = fact;
  }
  return picked;
};

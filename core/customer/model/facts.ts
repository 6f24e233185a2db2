import type { Catalogue } from '../../../language/catalogue/catalogue.ts';
import { DAY } from '../../../language/catalogue/milliseconds.ts';
import { ownValue } from '../../own-value.ts';
import { score } from '../../sentiment/mood.ts';
import type { CustomerState, Incident, Millis } from './state.ts';

const WEEK = 7 * DAY;

export type Facts = Record<string, string | number | boolean>;

export const isOpen = ({ openedAt, closedAt }: Incident): boolean =>
  openedAt !== undefined && (closedAt === undefined || closedAt < openedAt);

export const openIncidents = (state: CustomerState): string[] =>
  Object.keys(state.incidents).filter((key) => isOpen(state.incidents[key] as Incident));

export const weekOf = (at: Millis): number => Math.floor(at / WEEK);

/** Whether mood is negative at `now`: by score, or by the quiet that a single strong signal asks for. */
export const isNegative = (state: CustomerState, now: Millis): boolean => now < state.mood.negativeUntil;

const moodWord = (state: CustomerState, now: Millis, value: number, positive: number): string => {
  if (isNegative(state, now)) return 'negative';
  return value >= positive ? 'positive' : 'neutral';
};

const days = (from: Millis, now: Millis): number => Math.max(0, (now - from) / DAY);

/** Since the day that the attribute `since` tells. */
export const tenureDaysOf = ({ attributes }: CustomerState, now: Millis): number | undefined => {
  const since = attributes.since?.value;
  return typeof since === 'string' ? days(Date.parse(since), now) : undefined;
};

/** All that conditions may read about a customer: attributes, and the facts of docs/language.md, at `now`. Days are fractions. */
export const factsOf = (state: CustomerState, now: Millis, { policy }: Catalogue): Facts => {
  const facts: Facts = {};
  for (const [name, { value }] of Object.entries(state.attributes)) facts[name] = value;
  const moodScore = score(state.mood, now, policy.mood);
  const open = openIncidents(state).length;
  const lastTrouble = Math.max(state.firstSeenAt, state.lastIncidentAt ?? 0, Math.min(now, state.mood.negativeUntil));
  Object.assign(facts, {
    id: state.id,
    mood: moodWord(state, now, moodScore, policy.mood.positive),
    moodScore,
    calmDays: open > 0 ? 0 : days(lastTrouble, now),
    silentDays: days(state.lastHeardAt ?? state.firstSeenAt, now),
    openIncidents: open,
    incidents13Weeks: incidentsSince(state, weekOf(now) - 12),
  });
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

import type { Catalogue } from '../../language/catalogue/catalogue.ts';
import type { Policy } from '../../language/catalogue/policy.ts';
import { decisionId } from '../customer/decision-id.ts';
import type { Incident } from '../customer/model/incident.ts';
import { runsOutAt } from '../customer/model/incidents.ts';
import type { DecisionEntry, EnteredEntry, JournalEntry } from '../customer/model/journal.ts';
import type { CustomerState } from '../customer/model/state.ts';
import { iso } from '../time/instant.ts';
import { isDecision, isFinal, sameStep } from './context.ts';
import { heardIn, moodAt } from './mood.ts';

/** How it was for a customer at a time. Times are ISO 8601, UTC. */
export interface Situation {
  at: string;
  /** `isStrong`: negative by a strong sign alone, whatever the score. */
  mood: { word: 'negative' | 'neutral' | 'positive'; score: number; until?: string; isStrong?: true };
  /** Open incidents, and when they count no longer if nobody closes them; undefined where the record does not reach back so far. */
  incidents?: { incident: string; since: string; ends: string }[];
  pausedUntil?: string;
  /** Journeys they were in. */
  running: { journey: string; enrolment: string; since: string }[];
  /** Messages that were held, with when they were asked about again at the latest. */
  held: {
    moment: string;
    journey: string;
    step: string;
    since: string;
    reason: DecisionEntry['reason'];
    until?: string;
  }[];
}

interface RecordThen {
  /** Up to that time. */
  timeline: JournalEntry[];
  state?: CustomerState | undefined;
}

const wasOpen = ({ openedAt, closedAt }: Incident, at: number): boolean =>
  openedAt !== undefined && openedAt <= at && (closedAt === undefined || closedAt < openedAt || closedAt > at);

/** Closed incidents are kept for a while; what was dropped since cannot be told any more. */
const openAt = ({ state }: RecordThen, at: number, policy: Policy): Situation['incidents'] => {
  if (state === undefined || (state.incidentsSince ?? 0) >= at) return undefined;
  return Object.entries(state.incidents)
    .map(([name, incident]) => ({ name, incident, ends: runsOutAt(name, incident, policy) }))
    .filter(({ incident, ends }) => wasOpen(incident, at) && at < ends)
    .map(({ name, incident, ends }) => ({ incident: name, since: iso(incident.openedAt ?? 0), ends: iso(ends) }));
};

const runningAt = ({ timeline }: RecordThen): Situation['running'] => {
  const ended = new Set(timeline.flatMap((entry) => (entry.kind === 'ended' ? [entry.enrolment] : [])));
  return timeline
    .filter((entry): entry is EnteredEntry => entry.kind === 'entered' && !ended.has(entry.enrolment))
    .map(({ journey, enrolment, at }) => ({ journey, enrolment, since: at }));
};

const heldAt = ({ timeline }: RecordThen): Situation['held'] => {
  const steps = new Map<string, DecisionEntry[]>();
  for (const entry of timeline.filter(isDecision)) {
    const key = decisionId(entry);
    steps.set(key, [...(steps.get(key) ?? []).filter((one) => sameStep(one, entry)), entry]);
  }
  return [...steps.values()].flatMap((entries) => {
    const last = entries.at(-1);
    if (!last || isFinal(last)) return [];
    const { moment, instead, journey, step, reason, until } = last;
    const since = entries[0]?.at ?? last.at;
    return [{ moment: instead ?? moment, journey, step, since, reason, ...(until === undefined ? {} : { until }) }];
  });
};

/** What the record says of a time, in milliseconds. */
export const situationAt = (record: RecordThen, { policy }: Catalogue, at: number): Situation => {
  const { score, negative, clears } = moodAt(heardIn(record.timeline), at, policy.mood);
  const calm = score >= policy.mood.positive ? ('positive' as const) : ('neutral' as const);
  const incidents = openAt(record, at, policy);
  const paused = record.state?.paused;
  const isPaused = paused !== undefined && paused.at <= at && paused.until > at;
  return {
    at: iso(at),
    mood: {
      word: negative ? 'negative' : calm,
      score,
      ...(negative ? { until: iso(clears) } : {}),
      ...(negative && score > policy.mood.negative ? { isStrong: true } : {}),
    },
    ...(incidents ? { incidents } : {}),
    ...(isPaused ? { pausedUntil: iso(paused.until) } : {}),
    running: runningAt(record),
    held: heldAt(record),
  };
};

import { factsOf } from '../../core/customer/model/facts.ts';
import { isOpenAt } from '../../core/customer/model/incidents.ts';
import type { Evidence } from '../../core/customer/model/journal.ts';
import type { CustomerState, Enrolment, Incident } from '../../core/customer/model/state.ts';
import { becauseOf } from '../../core/gate/because.ts';
import type { Catalogue } from '../../language/catalogue/catalogue.ts';

/** A mood in a word. `until` is there while it is negative: when it clears if nothing else happens. */
export interface MoodView {
  word: string;
  /** -1 to 1. */
  score: number;
  until?: string;
  evidence: Evidence[];
}

/** Where an enrolment stands. */
interface StepView {
  id: string;
  doing: 'held' | 'listening' | 'waiting';
  /** Of a held step. */
  moment?: string;
  reason?: string;
  because?: string;
  /** Of a listening step: the events it waits for. */
  on?: string[];
  until?: string;
}

export interface EnrolmentView {
  id: string;
  journey: string;
  title: string;
  per?: string;
  startedAt: string;
  /** Leaving: it says its last words. */
  leaving: boolean;
  arms: Record<string, string>;
  step?: StepView;
}

export type CustomerView = ReturnType<typeof viewCustomer>;

export interface ViewDeps {
  now: number;
  catalogue: Catalogue;
}

const iso = (at: number): string => new Date(at).toISOString();

export const viewMood = (state: CustomerState, { now, catalogue }: Pick<ViewDeps, 'now' | 'catalogue'>): MoodView => {
  const { mood, moodScore } = factsOf(state, now, catalogue);
  const { negativeUntil } = state.mood;
  return {
    word: String(mood),
    score: Math.round(Number(moodScore) * 1000) / 1000,
    ...(negativeUntil > now ? { until: iso(negativeUntil) } : {}),
    evidence: state.evidence,
  };
};

const viewStep = (enrolment: Enrolment, { catalogue }: ViewDeps): StepView | undefined => {
  const { at: id, due, held, message } = enrolment;
  const until = iso(due);
  if (held && message) {
    const { reason } = held;
    return { id, doing: 'held', moment: message.moment, reason, because: becauseOf(reason, catalogue), until };
  }
  const step = catalogue.journeys[enrolment.journey]?.steps[id];
  if (step?.kind === 'listen') return { id, doing: 'listening', on: step.on, until };
  return step === undefined ? undefined : { id, doing: 'waiting', until };
};

const viewEnrolment = (id: string, enrolment: Enrolment, deps: ViewDeps): EnrolmentView => {
  const { journey, per, startedAt, words, control, arms } = enrolment;
  const step = viewStep(enrolment, deps);
  return {
    id,
    journey,
    title: deps.catalogue.journeys[journey]?.title ?? journey,
    ...(per === undefined ? {} : { per }),
    startedAt: iso(startedAt),
    leaving: words !== undefined,
    arms: { [journey]: control ? 'control' : 'treated', ...arms },
    ...(step ? { step } : {}),
  };
};

const viewIncident = (key: string, { openedAt }: Incident) => {
  const at = key.indexOf(':');
  return {
    kind: key.slice(0, at),
    id: key.slice(at + 1),
    ...(openedAt === undefined ? {} : { openedAt: iso(openedAt) }),
  };
};

const viewConsent = (key: string, { choice, at }: CustomerState['consent'][string]) => {
  const colon = key.indexOf(':');
  return { [key.slice(0, colon)]: key.slice(colon + 1), choice, at: iso(at) };
};

const mapValues = <Value, Result>(
  record: Record<string, Value>,
  of: (value: Value) => Result,
): Record<string, Result> => Object.fromEntries(Object.entries(record).map(([name, value]) => [name, of(value)]));

/** What is known about a customer, and where each fact comes from, as JSON for people and programs. */
export const viewCustomer = (state: CustomerState, deps: ViewDeps) => {
  const { id, firstSeenAt, lastHeardAt, closedAt, paused } = state;
  return {
    id,
    asOf: iso(deps.now),
    firstSeenAt: iso(firstSeenAt),
    ...(lastHeardAt === undefined ? {} : { lastHeardAt: iso(lastHeardAt) }),
    ...(closedAt === undefined ? {} : { closedAt: iso(closedAt) }),
    ...(paused && paused.until > deps.now ? { pausedUntil: iso(paused.until) } : {}),
    attributes: mapValues(state.attributes, ({ at, ...rest }) => ({ ...rest, at: iso(at) })),
    consent: Object.entries(state.consent).map(([key, consent]) => viewConsent(key, consent)),
    unreachable: mapValues(state.unreachable, ({ why, at }) => ({ why, at: iso(at) })),
    openIncidents: Object.entries(state.incidents)
      .filter(([key, incident]) => isOpenAt(key, incident, deps.now, deps.catalogue.policy))
      .map(([key, incident]) => viewIncident(key, incident)),
    answers: mapValues(state.answers, ({ score, at }) => ({ score, at: iso(at) })),
    mood: viewMood(state, deps),
    enrolments: Object.entries(state.enrolments).map(([each, enrolment]) => viewEnrolment(each, enrolment, deps)),
  };
};

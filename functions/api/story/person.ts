import { asTold } from '../../../core/customer/model/as-told.ts';
import { consentKey } from '../../../core/customer/model/consent.ts';
import { customerZone } from '../../../core/customer/model/customer-zone.ts';
import { factsOf, knownSinceOf, tenureDaysOf } from '../../../core/customer/model/facts.ts';
import { openIncidents, runsOutAt } from '../../../core/customer/model/incidents.ts';
import type { JournalEntry } from '../../../core/customer/model/journal.ts';
import type { CustomerState } from '../../../core/customer/model/state.ts';
import { moodLine } from '../../../core/explain/mood-line.ts';
import { titleOf } from '../../../core/explain/words/decision.ts';
import { becauseOf } from '../../../core/gate/because.ts';
import { ownHours } from '../../../core/gate/own-hours.ts';
import { protectedBy } from '../../../core/gate/rows/protected.ts';
import type { Catalogue } from '../../../language/catalogue/catalogue.ts';
import { addressOf, CHANNELS, SENDABLE } from '../../../language/catalogue/channel.ts';
import { DAY } from '../../../language/catalogue/milliseconds.ts';
import { optionsOf } from '../../preferences/options.ts';
import type { AskedTheme, CustomerSummary, Preferences, Story } from '../contract/customers.ts';
import { moodWord } from './mood-word.ts';
import { nameOf } from './name-of.ts';
import { promisesOf } from './promises.ts';

export interface PersonGiven {
  state: CustomerState;
  now: number;
  catalogue: Catalogue;
}

const iso = (at: number): string => new Date(at).toISOString();
const round = (score: number): number => Math.round(score * 1000) / 1000;

const textOf = ({ attributes }: CustomerState, name: string): string | undefined => {
  const value = attributes[name]?.value;
  return value === undefined ? undefined : String(value);
};

/** Somebody in a list. */
export const summaryOf = ({ state, now, catalogue }: PersonGiven): CustomerSummary => {
  const [name, email, phone] = [nameOf(state), textOf(state, 'email'), textOf(state, 'phone')];
  const journeys = new Set(Object.values(state.enrolments).map(({ journey }) => journey));
  return {
    customer: state.id,
    ...(name === undefined ? {} : { name }),
    ...(email === undefined ? {} : { email }),
    ...(phone === undefined ? {} : { phone }),
    mood: moodWord(factsOf(state, now, catalogue).mood),
    journeys: [...journeys].map((journey) => ({ journey, title: titleOf(journey, catalogue) })),
    openIncidents: openIncidents(state, now, catalogue.policy).length,
    changedAt: iso(state.at),
  };
};

/** More is not shown of a mood: what is older weighs nothing any more. */
const SPAN = 60 * DAY;

const moodOf = ({ state, now, catalogue }: PersonGiven, timeline: JournalEntry[]): Story['mood'] => {
  const { mood, moodScore } = factsOf(state, now, catalogue);
  const { mood: policy } = catalogue.policy;
  const { negativeUntil } = state.mood;
  const first = timeline.find(({ kind, at }) => kind === 'signal' && Date.parse(at) >= now - SPAN);
  const from = first ? Math.min(Date.parse(first.at), now - DAY) : now;
  const { points, moves } = first ? moodLine(timeline, from, now, policy) : { points: [], moves: [] };
  return {
    word: moodWord(mood),
    score: round(Number(moodScore)),
    ...(negativeUntil > now ? { until: iso(negativeUntil) } : {}),
    evidence: state.evidence.map(asTold),
    points: points.map(({ at, score }) => ({ at: iso(Math.round(at)), score: round(score) })),
    moves: moves.toReversed().map(({ taken, at, before, after, signals }) => ({
      at: iso(taken),
      happenedAt: iso(at),
      before: round(before),
      after: round(after),
      because: signals.map(({ because }) => because),
    })),
    negative: policy.negative,
    positive: policy.positive,
  };
};

/** What somebody chose of all that can be chosen. */
export const preferencesOf = ({ state, now, catalogue }: PersonGiven): Preferences => {
  const { moments } = catalogue;
  const hours = ownHours(state);
  const usedChannels = new Set(Object.values(moments).flatMap(({ channels }) => channels));
  const choiceOf = (kind: 'topic' | 'channel', id: string) => {
    const consent = state.consent[consentKey(kind, id)];
    return consent ? { choice: consent.choice, at: iso(consent.at) } : {};
  };
  const channels = SENDABLE.filter((channel) => usedChannels.has(channel)).map((channel) => {
    const unreachable = state.unreachable[channel]?.why;
    const address = textOf(state, addressOf(channel) ?? '');
    return {
      channel,
      title: CHANNELS[channel].customer.name,
      ...choiceOf('channel', channel),
      ...(unreachable === undefined ? {} : { unreachable }),
      ...(address === undefined ? {} : { address }),
    };
  });
  return {
    topics: optionsOf(catalogue, state.consent)
      .filter(({ kind }) => kind === 'topic')
      .map(({ id, name, on }) => ({ topic: id, title: name, isOn: on, ...choiceOf('topic', id) })),
    channels,
    ...(state.paused && state.paused.until > now ? { pausedUntil: iso(state.paused.until) } : {}),
    ...(state.frequency ? { frequency: state.frequency.choice } : {}),
    ...(hours ? { hours } : {}),
  };
};

const knownOf = ({ attributes }: CustomerState): Story['known'] =>
  Object.entries(attributes).map(([name, { value, provenance, event, at, since, sensitive }]) => ({
    name,
    value,
    provenance,
    event,
    at: iso(at),
    ...(since === undefined ? {} : { since: iso(since) }),
    isSensitive: sensitive === true,
  }));

const incidentsOf = ({ state, now, catalogue: { policy } }: PersonGiven): Story['incidents'] =>
  openIncidents(state, now, policy).map((key) => {
    const colon = key.indexOf(':');
    const incident = state.incidents[key] ?? {};
    const { openedAt } = incident;
    return {
      kind: key.slice(0, colon),
      id: key.slice(colon + 1),
      ...(openedAt === undefined ? {} : { openedAt: iso(openedAt), endsAt: iso(runsOutAt(key, incident, policy)) }),
    };
  });

/** What they asked for, newest first. */
export const themesOf = ({ themes = {} }: CustomerState): AskedTheme[] =>
  Object.entries(themes)
    .toSorted(([, one], [, other]) => other.at - one.at)
    .map(([theme, { at, event, quote, noted }]) => ({
      theme,
      at: iso(at),
      event,
      ...(quote === undefined ? {} : { quote }),
      isNoted: noted === true,
    }));

type Enrolled = Story['enrolments'][number];

const stepOf = (
  { journey, at: step, due, held, message }: CustomerState['enrolments'][string],
  catalogue: Catalogue,
): Pick<Enrolled, 'step'> => {
  const here = { step, due: iso(due) };
  if (held && message) {
    const { reason } = held;
    const because = becauseOf({ reason }, catalogue);
    return { step: { ...here, doing: 'held', moment: message.moment, reason, because } };
  }
  const definition = catalogue.journeys[journey]?.steps[step];
  if (definition?.kind === 'listen') return { step: { ...here, doing: 'listening', on: definition.on } };
  return definition === undefined ? {} : { step: { ...here, doing: 'waiting' } };
};

const enrolmentsOf = ({ state, catalogue }: PersonGiven): Enrolled[] =>
  Object.entries(state.enrolments).map(([enrolment, each]) => {
    const { journey, per, startedAt, words, leave, control, arms } = each;
    return {
      enrolment,
      journey,
      title: titleOf(journey, catalogue),
      ...(per === undefined ? {} : { per }),
      startedAt: iso(startedAt),
      isLeaving: words !== undefined || leave !== undefined,
      arms: { [journey]: control ? 'control' : 'treated', ...arms },
      ...stepOf(each, catalogue),
    };
  });

const NEXT = {
  held: 'Asks again whether this may go out',
  listening: 'Listens no longer, and goes on',
  waiting: 'Goes on',
};

const nextOf = (enrolments: readonly Enrolled[]): Story['next'] =>
  enrolments
    .flatMap(({ journey, title, step }) =>
      step ? [{ at: step.due, journey, title, step: step.step, says: NEXT[step.doing] }] : [],
    )
    .toSorted((one, other) => (one.at < other.at ? -1 : 1));

/** Who somebody is, how they feel, and where they are. */
export const personOf = (source: PersonGiven, timeline: JournalEntry[]) => {
  const { state, now, catalogue } = source;
  const { id, lastHeardAt, closedAt } = state;
  const enrolments = enrolmentsOf(source);
  const [name, locale, tenureDays] = [nameOf(state), textOf(state, 'locale'), tenureDaysOf(state, now)];
  const by = protectedBy(source);
  return {
    customer: id,
    ...(name === undefined ? {} : { name }),
    asOf: iso(now),
    zone: customerZone(state, catalogue),
    ...(locale === undefined ? {} : { locale }),
    firstSeenAt: iso(knownSinceOf(state)),
    ...(lastHeardAt === undefined ? {} : { lastHeardAt: iso(lastHeardAt) }),
    ...(tenureDays === undefined ? {} : { tenureDays }),
    ...(closedAt === undefined ? {} : { closedAt: iso(closedAt) }),
    ...(by ? { protectedBy: { event: by.event, at: iso(by.at) } } : {}),
    mood: moodOf(source, timeline),
    known: knownOf(state),
    answers: Object.entries(state.answers).map(([scale, { score, at }]) => ({ scale, score, at: iso(at) })),
    preferences: preferencesOf(source),
    incidents: incidentsOf(source),
    promises: promisesOf(timeline, catalogue),
    themes: themesOf(state),
    themesKnown: Object.keys(catalogue.policy.themes ?? {}),
    enrolments,
    next: nextOf(enrolments),
  };
};

import { holds } from '../../language/catalogue/condition.ts';
import type { EventType } from '../../language/catalogue/event.ts';
import type { Trigger } from '../../language/catalogue/journey.ts';
import { type Draft, namesOf } from './draft.ts';
import type { IncomingEvent } from './incoming.ts';
import { type Enrolment, LIMITS, type Occurrence, type Waiting } from './state.ts';

/** What happened no earlier than the enrolment's entering event, and is not that event itself. */
export const happenedSince = (enrolment: Enrolment, { id, at }: { id: string; at: string | number }): boolean =>
  id !== enrolment.eventId && new Date(at).getTime() >= enrolment.startedAt;

/** Keeps an event that a listening step, an `unless` or a running enrolment may still ask for. */
export const keepOccurrence = (draft: Draft, type: EventType, event: IncomingEvent): void => {
  const { state } = draft;
  const listening = Object.values(state.enrolments).flatMap(({ waiting }) => (waiting ? [waiting] : []));
  const heardBy = listening.filter(({ on }) => on.includes(event.type));
  if (!type.awaited && heardBy.length === 0) return;
  const fields: Record<string, unknown> = {};
  for (const name of type.kept) if (event.fields[name] !== undefined) fields[name] = event.fields[name];
  const all = [...(state.occurrences[event.type] ?? []), { id: event.id, at: Date.parse(event.at), fields }];
  state.occurrences[event.type] = all.sort((a, b) => a.at - b.at).slice(-LIMITS.occurrences);
};

type Listening = Pick<Waiting, 'step' | 'on' | 'where' | 'answers'>;

/** Whether a listening step takes this occurrence. */
export const takes = async (
  draft: Draft,
  enrolmentId: string,
  { on, where, answers }: Listening,
  type: string,
  occurrence: { id: string; at: string | number; fields: Record<string, unknown> },
): Promise<boolean> => {
  const enrolment = draft.state.enrolments[enrolmentId];
  if (!enrolment || !on.includes(type) || !happenedSince(enrolment, occurrence)) return false;
  if (Object.values(enrolment.took).includes(occurrence.id)) return false;
  if (answers && !isAnswer(draft, enrolmentId, answers, occurrence.fields)) return false;
  if (!where) return true;
  const heard = { ...occurrence.fields, at: new Date(occurrence.at).toISOString() };
  return holds(where, namesOf(draft, enrolment, heard));
};

/** An answer names its moment or its decision; one that names nothing counts by its scale. */
const isAnswer = (
  { state }: Draft,
  enrolment: string,
  { moment, asks }: NonNullable<Waiting['answers']>,
  fields: Record<string, unknown>,
): boolean => {
  if (fields.answers === undefined) return asks === 'open' || fields.scale === asks;
  const asked = state.decisions.filter((decision) => decision.enrolment === enrolment && decision.moment === moment);
  return fields.answers === moment || asked.some(({ step }) => fields.answers === `${enrolment}/${step}`);
};

/** The oldest occurrence that a listening step takes, if there is one. */
export const occurrenceFor = async (
  draft: Draft,
  enrolment: string,
  listening: Listening,
): Promise<Occurrence | undefined> => {
  const candidates = listening.on.flatMap((type) =>
    (draft.state.occurrences[type] ?? []).map((occurrence) => ({ type, occurrence })),
  );
  candidates.sort((a, b) => a.occurrence.at - b.occurrence.at);
  for (const { type, occurrence } of candidates) {
    if (await takes(draft, enrolment, listening, type, occurrence)) return occurrence;
  }
  return undefined;
};

/** Whether something that overtakes a moment has happened since its enrolment. */
export const hasHappened = async (draft: Draft, enrolmentId: string, triggers: Trigger[] = []): Promise<boolean> => {
  const enrolment = draft.state.enrolments[enrolmentId];
  if (!enrolment) return false;
  for (const { on, where } of triggers) {
    for (const occurrence of draft.state.occurrences[on] ?? []) {
      if (!happenedSince(enrolment, occurrence)) continue;
      if (!where || (await holds(where, namesOf(draft, enrolment, occurrence.fields)))) return true;
    }
  }
  return false;
};

/** Drops occurrences that no running enrolment can take and that are too old for a new one to. */
export const pruneOccurrences = ({ state }: Draft): void => {
  const starts = Object.values(state.enrolments).map(({ startedAt }) => startedAt);
  for (const [type, all] of Object.entries(state.occurrences)) {
    const needed = all.filter(({ at }) => starts.some((startedAt) => at >= startedAt));
    // The newest stays for an enrolment whose entering event comes late.
    state.occurrences[type] = needed.length > 0 ? needed : all.slice(-1);
  }
};

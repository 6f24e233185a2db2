import type { EventType } from '../../language/catalogue/event.ts';
import type { Listening } from '../../language/catalogue/step.ts';
import type { Trigger } from '../../language/catalogue/trigger.ts';
import { holds } from '../../language/expressions/condition.ts';
import { digest } from '../hash.ts';
import { ownValue } from '../own-value.ts';
import { iso } from '../time/instant.ts';
import { parseDecisionId } from './decision-id.ts';
import { type Draft, namesOf } from './draft.ts';
import type { Decision } from './model/decision.ts';
import type { Enrolment } from './model/enrolment.ts';
import type { IncomingEvent } from './model/incoming.ts';
import type { Millis } from './model/millis.ts';
import type { Occurrence } from './model/occurrence.ts';
import { mayHaveReached } from './model/reservations.ts';
import { type InHand, isOneStep } from './standing.ts';

/** What happened no earlier than the enrolment's entering event, and is not that event itself. */
export const happenedSince = (enrolment: Enrolment, { id, at }: Pick<Occurrence, 'id' | 'at'>): boolean =>
  id !== enrolment.eventId && at >= enrolment.startedAt;

/** What stays of an event for conditions and copy: its fields in use, and where they are its type, and when it happened. */
export const keptFields = (
  { kept: names }: EventType,
  { type, fields, at }: IncomingEvent,
): Record<string, unknown> => {
  const all: Record<string, unknown> = { type, ...fields, at };
  return Object.fromEntries(names.flatMap((name) => (ownValue(all, name) === undefined ? [] : [[name, all[name]]])));
};

/** What `heard` means in a condition about an event. */
export const heardOf = ({ fields, at }: Pick<Occurrence, 'fields' | 'at'>): Record<string, unknown> => ({
  ...fields,
  at: iso(at),
});

/** Keeps an event that a listening step, an `unless` or a running enrolment may still ask for. */
export const keepOccurrence = (
  { state }: Draft,
  { awaited }: EventType,
  { type, id, at, kept: values }: { type: string; id: string; at: number; kept: Record<string, unknown> },
): void => {
  if (!awaited) return;
  const others = (ownValue(state.occurrences, type) ?? []).filter((one) => one.id !== id);
  const all = [...others, { id, at, fields: values }];
  state.occurrences = { ...state.occurrences, [type]: all.sort((a, b) => a.at - b.at) };
};

/** What a step takes. `although`: what was taken already, and counts for it all the same. */
export interface Taking extends Listening {
  although?: readonly string[] | undefined;
}

/** Whether a listening step takes this occurrence. */
export const takes = async (
  draft: Draft,
  { id, enrolment }: InHand,
  { on, where, answers, although }: Taking,
  type: string,
  occurrence: Occurrence,
): Promise<boolean> => {
  if (!on.includes(type) || !happenedSince(enrolment, occurrence)) return false;
  if (enrolment.took.includes(occurrence.id) && !although?.includes(occurrence.id)) return false;
  if (answers && !isAnswer(draft, id, answers, occurrence)) return false;
  return !where || holds(where, namesOf(draft, enrolment, heardOf(occurrence)));
};

/** When and at which steps this enrolment asked, as far as we know. */
export const askedBy = ({ state }: Draft, enrolment: string, moment: string): Decision[] =>
  mayHaveReached(state).filter((decision) => decision.enrolment === enrolment && decision.moment === moment);

/** Buses know whole seconds only. */
export const toSecond = (at: number): number => Math.floor(at / 1000);

/** An answer names its moment or its decision; one that names nothing counts by its scale, if we had asked by then. */
const isAnswer = (
  draft: Draft,
  enrolment: string,
  { moment, asks }: NonNullable<Listening['answers']>,
  { fields, at }: Pick<Occurrence, 'fields' | 'at'>,
): boolean => {
  const question = askedBy(draft, enrolment, moment);
  if (fields.answers === undefined) {
    return (asks === 'open' || fields.scale === asks) && question.some((one) => toSecond(one.at) <= toSecond(at));
  }
  const named = parseDecisionId(fields.answers);
  // Of several turns the last decision alone may still be kept: an answer to an earlier one is an answer too.
  return question.some(
    (decision) =>
      fields.answers === moment ||
      (named.enrolment === enrolment &&
        isOneStep(draft, named.step, decision) &&
        named.visit !== undefined &&
        named.visit <= decision.visit),
  );
};

/** The oldest occurrence that a listening step takes, if there is one. */
export const occurrenceFor = async (
  draft: Draft,
  inHand: InHand,
  listening: Taking,
): Promise<(Occurrence & { type: string }) | undefined> => {
  const candidates = listening.on.flatMap((type) =>
    (ownValue(draft.state.occurrences, type) ?? []).map((occurrence) => ({ type, occurrence })),
  );
  candidates.sort((a, b) => a.occurrence.at - b.occurrence.at);
  for (const { type, occurrence } of candidates) {
    if (await takes(draft, inHand, listening, type, occurrence)) return { ...occurrence, type };
  }
  return undefined;
};

/** By which an enrolment remembers that a trigger has happened. */
export const triggerKey = ({ on, where = '' }: Trigger): string => digest([on, where], 8);

/** Whether an occurrence of its type is what a trigger of this enrolment names. */
export const hasHappened = async (
  draft: Draft,
  enrolment: Enrolment,
  { where }: Trigger,
  occurrence: Occurrence,
): Promise<boolean> =>
  happenedSince(enrolment, occurrence) && (!where || holds(where, namesOf(draft, enrolment, heardOf(occurrence))));

/** What has happened since an enrolment that overtakes a moment, if anything has. */
export const overtakes = async (
  draft: Draft,
  enrolment: Enrolment,
  triggers: Trigger[] = [],
): Promise<{ event: string; at: Millis } | undefined> => {
  const { overtaken } = enrolment;
  for (const trigger of triggers) {
    const { on: event } = trigger;
    const forgotten = overtaken && ownValue(overtaken, triggerKey(trigger));
    if (forgotten !== undefined) return { event, at: forgotten };
    for (const occurrence of ownValue(draft.state.occurrences, event) ?? [])
      if (await hasHappened(draft, enrolment, trigger, occurrence)) return { event, at: occurrence.at };
  }
  return undefined;
};

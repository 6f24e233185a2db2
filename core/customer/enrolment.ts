import type { EventType } from '../../language/catalogue/event.ts';
import { START } from '../../language/catalogue/fixed-step.ts';
import type { Journey } from '../../language/catalogue/journey.ts';
import { DAY } from '../../language/catalogue/milliseconds.ts';
import type { EntryRefusal } from '../../language/catalogue/reason.ts';
import { evaluate } from '../../language/expressions/condition.ts';
import { digest } from '../hash.ts';
import { ownValue } from '../own-value.ts';
import { type Draft, namesWith, note } from './draft.ts';
import { isContinued, seriesOfEvent } from './incident-series.ts';
import { shortId } from './model/bound.ts';
import type { Enrolment } from './model/enrolment.ts';
import { hasRoomFor } from './model/fit-item.ts';
import type { IncomingEvent } from './model/incoming.ts';
import { LIMITS } from './model/limits.ts';
import { NOTHING_IN_HAND } from './standing.ts';
import { crowdEntering } from './work/crowd.ts';

/** A date further ahead than this is a mistake, not a plan. */
export const LONGEST_WAIT = 3653 * DAY;

const REFUSED: Record<EntryRefusal, string> = {
  condition: 'What we know about you did not call for this series.',
  'already-running': 'You are in this series already.',
  'already-entered': 'You have been through this series before.',
  'too-soon': 'You were in this series only recently.',
  'account-closed': 'You closed your account.',
  'too-long': 'It would have had to wait for more than ten years.',
  'too-many': 'You are in as many series as we can follow at once.',
  'no-key': 'The event did not say what this was about.',
  continued: 'It was part of what we were in touch with you about already.',
};
const only = (fields: Record<string, unknown>, names: string[]): Record<string, unknown> =>
  Object.fromEntries(names.flatMap((name) => (ownValue(fields, name) === undefined ? [] : [[name, fields[name]]])));

const enteringFields = ({ fields }: Journey, event: IncomingEvent): Record<string, unknown> =>
  only({ ...event.fields, at: event.at }, fields);

/** Whether a date that the path waits for lies too far ahead to be believed. */
const waitsTooLong = async ({ now }: Draft, { until }: Journey, names: Record<string, unknown>): Promise<boolean> => {
  for (const { date, offset } of until) {
    const at = await evaluate(date, names);
    if (typeof at === 'string' && Date.parse(at) + offset * 1000 > now + LONGEST_WAIT) return true;
  }
  return false;
};

/** Why an earlier enrolment keeps this one out, if it does. */
const keptOut = (
  draft: Draft,
  { id, enter }: Journey,
  per: string | undefined,
  at: number,
): EntryRefusal | undefined => {
  const { enrolments, ended } = draft.state;
  const isSame = (other: { per?: string | undefined }) => other.per === per;
  if (Object.values(enrolments).some((other) => other.journey === id && isSame(other))) return 'already-running';
  const past = (ownValue(ended, id) ?? []).filter(isSame);
  if (enter.again === 'always' || past.length === 0) return undefined;
  if (enter.again === 'never') return 'already-entered';
  const last = Math.max(...past.map(({ startedAt }) => startedAt));
  return at < last + enter.again * 1000 ? 'too-soon' : undefined;
};

/** By which value of `per` a customer enters; or why they do not. */
const admit = async (
  draft: Draft,
  journey: Journey,
  event: IncomingEvent,
): Promise<{ per?: string } | { refused: EntryRefusal }> => {
  const { state } = draft;
  if (state.closedAt !== undefined) return { refused: 'account-closed' };
  const names = namesWith(draft, { ...event.fields, at: event.at }, {});
  const { when, per } = journey.enter;
  if (when && (await evaluate(when, names)) !== true) return { refused: 'condition' };
  const key = per === undefined ? undefined : await evaluate(per, names);
  if (per !== undefined && key === undefined) return { refused: 'no-key' };
  const value = key === undefined ? undefined : shortId(String(key));
  const refused = keptOut(draft, journey, value, Date.parse(event.at));
  if (refused) return { refused };
  const series = await seriesOfEvent(draft, draft.deps.catalogue.events[event.type] as EventType, names.event);
  if (series && isContinued(draft, journey, value, series)) return { refused: 'continued' };
  const isFull = Object.keys(state.enrolments).length >= LIMITS.enrolments;
  if (isFull || !hasRoomFor(state, enteringFields(journey, event))) return { refused: 'too-many' };
  if (await waitsTooLong(draft, journey, names)) return { refused: 'too-long' };
  return value === undefined ? {} : { per: value };
};

/** Enters a customer into a journey by an event and answers the enrolment, or journals why not. */
export const enter = async (draft: Draft, journey: Journey, event: IncomingEvent): Promise<string | undefined> => {
  const { state, now, deps } = draft;
  const admitted = await admit(draft, journey, event);
  if ('refused' in admitted) {
    const reason = admitted.refused;
    note(draft, { kind: 'not-entered', journey: journey.id, event: event.type, reason, because: REFUSED[reason] });
    return undefined;
  }
  const id = digest([state.id, journey.id, admitted.per ?? '', event.id]);
  const control = deps.assignment.holdout(state.id, journey.id, journey.holdout);
  const arms = Object.fromEntries(
    journey.splits.map(({ step, arms: choices }) => [step, deps.assignment.arm(state.id, journey.id, step, choices)]),
  );
  const crowd = crowdEntering(draft, event);
  const enrolment: Enrolment = {
    journey: journey.id,
    ...admitted,
    startedAt: Date.parse(event.at),
    enteredAt: now,
    control,
    arms,
    eventId: event.id,
    ...(crowd !== undefined && { crowd }),
    event: enteringFields(journey, event),
    heard: {},
    took: [],
    at: START,
    visit: 0,
    ...NOTHING_IN_HAND,
    answer: 'entered',
    since: now,
    due: now,
    timer: 1,
  };
  state.enrolments[id] = enrolment;
  const group = control ? 'control' : 'treated';
  note(draft, {
    kind: 'entered',
    journey: journey.id,
    enrolment: id,
    event: event.type,
    arms: { [journey.id]: group, ...arms },
  });
  return id;
};

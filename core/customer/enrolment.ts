import type { Journey } from '../../language/catalogue/journey.ts';
import type { EndReason, EntryRefusal } from '../../language/catalogue/reason.ts';
import type { MachineState } from '../../language/catalogue/task.ts';
import { evaluate } from '../../language/expressions/condition.ts';
import { digest } from '../hash.ts';
import { own } from '../own.ts';
import { decisionAt, noteDecision } from './decision.ts';
import { type Draft, factsNamed, namesWith, note } from './draft.ts';
import { shortId } from './model/bound.ts';
import type { IncomingEvent } from './model/incoming.ts';
import type { Enrolment } from './model/state.ts';
import { LIMITS } from './model/state.ts';

/** Whether an enrolment runs, in the phase that asks. */
export const runningIn = (draft: Draft, id: string, phase: string): Enrolment | undefined => {
  const enrolment = draft.state.enrolments[id];
  return enrolment?.phase === phase ? enrolment : undefined;
};

/** Sends a listening machine, which waits with a token, to ask what it came to. */
export const askAgain = ({ state }: Draft, enrolment: string, step: string): void => {
  state.effects.push({ type: 'resume', enrolment, step });
};

/** Sends a parked machine, which waits with a token, back to its step. */
export const wake = ({ state }: Draft, enrolment: string, step: string): void => {
  state.effects.push({ type: 'resume', enrolment, step, answer: { outcome: 'done', customer: {} } });
};

/** What is open comes to `ended`, unless it is reserved; what waits or is parked is told to ask again. */
const closePhase = (draft: Draft, id: string, { open, waiting, journey }: Enrolment): void => {
  if (open && decisionAt(draft.state, id, open.step) === undefined) {
    noteDecision(draft, { ...open, enrolment: id, journey }, 'ended', 'enrolment-ended', {});
  }
  if (open?.parked) wake(draft, id, open.step);
  if (waiting) askAgain(draft, id, waiting.step);
};

/** Ends an enrolment. Its machine learns it at its next task. */
export const endEnrolment = (draft: Draft, id: string, reason: EndReason): void => {
  const { state } = draft;
  const enrolment = state.enrolments[id];
  if (!enrolment) return;
  closePhase(draft, id, enrolment);
  delete state.enrolments[id];
  const { journey, per, startedAt } = enrolment;
  // Of each value of `per` the last counts.
  const earlier = (own(state.ended, journey) ?? []).filter((other) => other.per !== per || other.startedAt > startedAt);
  const last = earlier.some((other) => other.per === per) ? [] : [{ ...(per === undefined ? {} : { per }), startedAt }];
  state.ended = { ...state.ended, [journey]: [...earlier, ...last].slice(-LIMITS.endedPerJourney) };
  // Who left early left early, also when the last words are said to their end.
  const left = enrolment.phase !== 'main' && reason === 'finished';
  note(draft, { kind: 'ended', journey, enrolment: id, reason: left ? 'exit' : reason });
};

/** Leaves the steps it is at for an exit's last words, which a new execution of the same machine says. */
export const startLastWords = (draft: Draft, id: string, phase: string, heard: Record<string, unknown>): void => {
  const enrolment = draft.state.enrolments[id];
  if (!enrolment) return;
  closePhase(draft, id, enrolment);
  delete enrolment.open;
  delete enrolment.waiting;
  enrolment.phase = phase;
  enrolment.heard = heard;
  startMachine(draft, id, enrolment);
};

const startMachine = (draft: Draft, id: string, enrolment: Enrolment): void => {
  const { state, deps } = draft;
  const journey = own(deps.catalogue.journeys, enrolment.journey) as Journey;
  const input: MachineState = {
    customerId: state.id,
    enrolment: id,
    phase: enrolment.phase,
    event: only(enrolment.event, journey.carries.event),
    heard: enrolment.heard,
    customer: factsNamed(draft, journey.carries.customer),
    arms: enrolment.arms,
    parks: 0,
  };
  const execution = enrolment.phase === 'main' ? id : `${id}-${enrolment.phase}`;
  state.effects.push({ type: 'start', journey: enrolment.journey, execution, at: draft.now, input });
};

const only = (fields: Record<string, unknown>, names: string[]): Record<string, unknown> =>
  Object.fromEntries(names.flatMap((name) => (own(fields, name) === undefined ? [] : [[name, fields[name]]])));

/**
 * When the longest path of an enrolment is over for sure, in milliseconds: a day past it, since each task takes a moment
 * and an outage is waited out; undefined where a date lies more than a year ahead.
 */
const endOf = async (draft: Draft, { until, longest }: Journey, event: IncomingEvent): Promise<number | undefined> => {
  const { now, deps } = draft;
  const names = namesWith(draft, { ...event.fields, at: event.at }, {});
  let latest = now;
  for (const { date, offset } of until) {
    const at = await evaluate(date, names);
    if (typeof at === 'string') latest = Math.max(latest, Date.parse(at) + offset * 1000);
  }
  const ends = latest + longest * 1000;
  return ends - now > YEAR ? undefined : ends + Math.ceil(DAY / deps.catalogue.pace);
};

const DAY = 86_400_000;
const YEAR = 365 * DAY;

const refuse = (draft: Draft, journey: string, event: string, reason: EntryRefusal): undefined =>
  void note(draft, { kind: 'not-entered', journey, event, reason, because: REFUSED[reason] });

const REFUSED: Record<EntryRefusal, string> = {
  condition: 'What we know about you did not call for this series.',
  'already-running': 'You are in this series already.',
  'already-entered': 'You have been through this series before.',
  'too-soon': 'You were in this series only recently.',
  'account-closed': 'You closed your account.',
  'too-long': 'It would have had to wait for more than a year.',
  'too-many': 'You are in as many series as we can follow at once.',
  'no-key': 'The event did not say what this was about.',
};

/** Why an earlier enrolment keeps this one out, if it does. */
const before = (
  draft: Draft,
  { id, enter }: Journey,
  per: string | undefined,
  at: number,
): EntryRefusal | undefined => {
  const { enrolments, ended } = draft.state;
  const same = (other: { per?: string | undefined }) => other.per === per;
  const running = Object.values(enrolments).filter((other) => other.journey === id && same(other));
  if (running.length > 0) return 'already-running';
  const past = (own(ended, id) ?? []).filter(same);
  if (enter.again === 'always' || past.length === 0) return undefined;
  if (enter.again === 'never') return 'already-entered';
  const last = Math.max(...past.map(({ startedAt }) => startedAt));
  return at < last + enter.again * 1000 ? 'too-soon' : undefined;
};

/** Enters a customer into a journey by an event and answers the enrolment, or journals why not. */
export const enter = async (draft: Draft, journey: Journey, event: IncomingEvent): Promise<string | undefined> => {
  const { state, now, deps } = draft;
  if (state.closedAt !== undefined) return refuse(draft, journey.id, event.type, 'account-closed');
  const entering = { ...event.fields, at: event.at };
  const names = namesWith(draft, entering, {});
  if (journey.enter.when && (await evaluate(journey.enter.when, names)) !== true) {
    return refuse(draft, journey.id, event.type, 'condition');
  }
  const key = journey.enter.per === undefined ? undefined : await evaluate(journey.enter.per, names);
  if (journey.enter.per !== undefined && key === undefined) return refuse(draft, journey.id, event.type, 'no-key');
  const per = key === undefined ? undefined : shortId(String(key));
  const startedAt = Date.parse(event.at);
  const kept = before(draft, journey, per, startedAt);
  if (kept) return refuse(draft, journey.id, event.type, kept);
  if (Object.keys(state.enrolments).length >= LIMITS.enrolments)
    return refuse(draft, journey.id, event.type, 'too-many');
  const endsBy = await endOf(draft, journey, event);
  if (endsBy === undefined) return refuse(draft, journey.id, event.type, 'too-long');
  const id = digest([state.id, journey.id, per ?? '', event.id]);
  const control = deps.draw.holdout(state.id, journey.id, journey.holdout);
  const arms: Record<string, string> = {};
  for (const { step, arms: choices } of journey.splits) {
    arms[step] = deps.draw.arm(state.id, journey.id, step, choices);
  }
  const enrolment: Enrolment = {
    journey: journey.id,
    ...(per === undefined ? {} : { per }),
    startedAt,
    enteredAt: now,
    endsBy,
    phase: 'main',
    control,
    arms,
    eventId: event.id,
    event: only(entering, journey.fields),
    heard: {},
    took: {},
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
  startMachine(draft, id, enrolment);
  return id;
};

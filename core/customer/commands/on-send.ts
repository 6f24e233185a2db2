import type { Moment } from '../../../language/catalogue/moment.ts';
import type { DeliverTask } from '../../../language/catalogue/task.ts';
import { gate, gateWork, purposeOf } from '../../gate/gate.ts';
import type { Ask, Verdict } from '../../gate/verdict.ts';
import { own } from '../../own.ts';
import { decideFinally, decisionAt, giveUp, machineOutcome, noteDecision, type Place } from '../decision.ts';
import { detailsOf } from '../details.ts';
import { type CopyNames, copyAsk, type Draft, iso, type Words, withOf } from '../draft.ts';
import { runningIn, wake } from '../enrolment.ts';
import type { Decision, Enrolment, Millis, Open } from '../model/state.ts';
import { overtakes } from '../occurrence.ts';

/** What a send comes to for now: `reserved` may be sent by this attempt alone, `later` waits for another's lease. */
export type SendAnswer =
  | { outcome: 'sent' | 'unsent' | 'ended' }
  | { outcome: 'held' | 'later'; until: Millis }
  | { outcome: 'reserved'; decision: Decision; names: CopyNames };

export interface SendCommand {
  task: Omit<DeliverTask, 'task' | 'customer'>;
  /** Of this invocation. */
  attempt: string;
  /** How long it alone may send, in milliseconds: longer than the function's time-out. */
  lease: number;
  /** What it would say: no other command writes. */
  words: Words;
}

/** Whether anything is left to decide before a task asks the gate: rows 1 and 2 of its table. */
const settled = (draft: Draft, { task, attempt }: SendCommand): SendAnswer | 'ours' | undefined => {
  const { state, now, deps } = draft;
  const running = runningIn(draft, task.enrolment, task.phase);
  const decision = decisionAt(state, task.enrolment, task.step);
  if (!decision) return running ? undefined : { outcome: 'ended' };
  if (decision.outcome !== 'reserved') return { outcome: toAnswer(machineOutcome(decision.outcome)) };
  if (decision.attempt === attempt) return 'ours';
  if (now < (decision.lease ?? 0)) return { outcome: 'later', until: decision.lease ?? now };
  if (running && deps.catalogue.policy.purposes[decision.purpose].ifUnsure === 'resend') return undefined;
  giveUp(draft, decision, task.ends);
  return { outcome: 'sent' };
};

const toAnswer = (outcome: string): 'sent' | 'unsent' | 'ended' =>
  outcome === 'unsent' || outcome === 'ended' ? outcome : 'sent';

/** Decides one moment: a final decision, a hold, or a reservation that lets this attempt send. */
export const onSend = async (draft: Draft, command: SendCommand): Promise<SendAnswer> => {
  const { task } = command;
  const before = settled(draft, command);
  if (before === 'ours')
    return runningIn(draft, task.enrolment, task.phase) ? reservation(draft, command) : takeBack(draft, task);
  if (before) return before;
  const enrolment = draft.state.enrolments[task.enrolment] as Enrolment;
  const lapsed = decisionAt(draft.state, task.enrolment, task.step);
  const parked = parkedSince(enrolment, task);
  for (let moment = inHand(enrolment, task); ; ) {
    const ask = await askOf(draft, enrolment, { ...task, moment });
    const verdict = verdictOn(draft, ask);
    if (lapsed && verdict.outcome !== 'clear' && verdict.outcome !== 'held') {
      giveUp(draft, lapsed, task.ends);
      return { outcome: 'sent' };
    }
    if (verdict.outcome !== 'replaced') {
      const answer = await settle(draft, command, enrolment, ask, verdict);
      // A repeat that decides must not let the machine sleep.
      if (parked && answer.outcome !== 'held') wake(draft, task.enrolment, task.step);
      return answer;
    }
    noteDecision(draft, placeOf(ask), 'replaced', verdict.reason, { instead: verdict.instead });
    openStep(enrolment, { ...ask, moment: verdict.instead }, 'replaced', draft.now, draft.now);
    moment = verdict.instead;
  }
};

/** How the step's machine is parked, when this ask is an earlier one that comes again or late. */
const parkedSince = ({ open }: Enrolment, { step, parks }: SendCommand['task']): Open['parked'] =>
  open?.step === step && open.parked && parks < open.parked.parks ? open.parked : undefined;

/** The moment this step decides about: the task's, or what replaced it. */
const inHand = ({ open }: Enrolment, task: SendCommand['task']): string =>
  open?.step === task.step ? open.moment : task.moment;

/** The question that a step puts to the gate. */
export const askOf = async (draft: Draft, enrolment: Enrolment, task: SendCommand['task']): Promise<Ask> => {
  const { journey, enrolment: id, step, moment, purpose } = task;
  const copy = own(draft.deps.catalogue.moments, moment);
  const open = enrolment.open?.step === step ? enrolment.open : undefined;
  return {
    journey,
    enrolment: id,
    step,
    moment,
    purpose: copy ? purposeOf({ journey, purpose }, copy, draft.deps.catalogue) : purpose,
    control: enrolment.control,
    since: open?.since ?? draft.now,
    held: open && { reason: open.reason, since: open.reasonSince },
    overtaken: (await overtakes(draft, id, task.unless)) !== undefined,
    busyUntil: open?.reason === 'channel-busy' ? open.until : 0,
  };
};

/** The gate's word: work for a person passes but its first rows. */
export const verdictOn = ({ state, now, deps }: Draft, ask: Ask): Verdict => {
  const channels = own(deps.catalogue.moments, ask.moment)?.channels;
  const isWork = channels?.length === 1 && channels[0] === 'agent';
  return isWork ? gateWork(state, ask, now, deps) : gate(state, ask, now, deps);
};

const placeOf = ({ journey, enrolment, step, moment, purpose }: Ask): Place => ({
  journey,
  enrolment,
  step,
  moment,
  purpose,
});

const openStep = (enrolment: Enrolment, ask: Ask, reason: Open['reason'], until: Millis, now: Millis): void => {
  const { step, moment, purpose, since, held } = ask;
  const reasonSince = held?.reason === reason ? held.since : now;
  enrolment.open = { step, moment, purpose, since, reason, reasonSince, until };
};

const settle = async (
  draft: Draft,
  command: SendCommand,
  enrolment: Enrolment,
  ask: Ask,
  verdict: Exclude<Verdict, { outcome: 'replaced' }>,
): Promise<SendAnswer> => {
  const { task } = command;
  if (verdict.outcome === 'held') return hold(draft, enrolment, ask, verdict);
  if (verdict.outcome === 'clear' && verdict.channel !== 'agent') {
    return reserve(draft, command, enrolment, ask, verdict.channel);
  }
  const details = await detailsOf(draft, enrolment, command, verdict, ask.moment);
  const outcome = verdict.outcome === 'clear' ? 'sent' : verdict.outcome;
  decideFinally(draft, placeOf(ask), outcome, verdict.reason, { ...details, ends: task.ends });
  return { outcome: toAnswer(machineOutcome(outcome)) };
};

/**
 * Journalled when it begins and when its reason changes. A machine that is parked stays known as parked: this may be a
 * task that came twice.
 */
const hold = (
  draft: Draft,
  enrolment: Enrolment,
  ask: Ask,
  verdict: Extract<Verdict, { outcome: 'held' }>,
): SendAnswer => {
  const parked = enrolment.open?.step === ask.step ? enrolment.open.parked : undefined;
  openStep(enrolment, ask, verdict.reason, verdict.until, draft.now);
  if (parked && enrolment.open) enrolment.open.parked = parked;
  if (ask.held?.reason !== verdict.reason)
    noteDecision(draft, placeOf(ask), 'held', verdict.reason, { until: iso(verdict.until) });
  return { outcome: 'held', until: verdict.until };
};

const reserve = async (
  draft: Draft,
  command: SendCommand,
  enrolment: Enrolment,
  ask: Ask,
  channel: Moment['channels'][number],
): Promise<SendAnswer> => {
  const { state, now } = draft;
  const { task, attempt, lease } = command;
  const given = await withOf(draft, enrolment, task.with);
  const because = command.words.because(copyAsk(draft, ask.moment, enrolment, given));
  const lapsed = decisionAt(state, task.enrolment, task.step);
  const lapses = lapsed ? (lapsed.lapses ?? 0) + 1 : 0;
  state.decisions = state.decisions.filter((known) => known !== lapsed);
  const decision: Decision = {
    ...placeOf(ask),
    outcome: 'reserved',
    at: now,
    channel,
    attempt,
    // Each may have gone out. A provider that takes a message and does not answer must not be given it every minute.
    lease: now + lease * 2 ** lapses,
    ...(lapses > 0 ? { lapses } : {}),
    because,
  };
  state.decisions.push(decision);
  openStep(enrolment, ask, 'reserved', now, now);
  return reservation(draft, command);
};

/** Its enrolment ended between this attempt's reservation and the reply to it that was lost: surely not sent. */
const takeBack = (draft: Draft, task: SendCommand['task']): SendAnswer => {
  decideFinally(draft, decisionAt(draft.state, task.enrolment, task.step) as Decision, 'ended', 'enrolment-ended');
  return { outcome: 'ended' };
};

/** What the attempt that holds the reservation needs to send. */
const reservation = async (draft: Draft, { task }: SendCommand): Promise<SendAnswer> => {
  const decision = decisionAt(draft.state, task.enrolment, task.step) as Decision;
  const enrolment = draft.state.enrolments[task.enrolment] as Enrolment;
  const given = await withOf(draft, enrolment, task.with);
  return { outcome: 'reserved', decision, names: copyAsk(draft, decision.moment, enrolment, given).names };
};

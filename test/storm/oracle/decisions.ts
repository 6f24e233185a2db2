import type { DecisionEntry } from '../../../core/customer/model/journal.ts';
import type { CustomerState } from '../../../core/customer/model/state.ts';
import { HOUR, MINUTE } from '../../../language/catalogue/milliseconds.ts';
import type { Run } from '../functions.ts';
import type { Case } from './forbidden.ts';
import { reasonsAgainst } from './forbidden.ts';
import { commitKey, type Ledger, stepIn } from './ledger.ts';
import { keyOf, type StepRecord } from './steps.ts';
import { isEventFull, isTaskFull } from './works.ts';

const INTERIM = ['held', 'replaced'];

/** What a moment says it does about these. */
const TACT: Record<string, 'whenIncident' | 'whenNegative' | undefined> = {
  'open-incident': 'whenIncident',
  'negative-sentiment': 'whenNegative',
};

/** Stands for an emit, which has no moment: only the first rows can speak against it. */
const WORK = '';

/** Whether decisions are final once, timely and true to their reasons. */
export const createDecisionWatch = (ledger: Ledger) => {
  const { entered, running, stepOf, counted, owed, record, broken, caseOf } = ledger;

  const decide = async (entry: DecisionEntry, run: Run, state: CustomerState): Promise<void> => {
    record.decisions++;
    const { enrolment, step: name, visit, outcome, reason, moment, purpose, because } = entry;
    const key = keyOf(enrolment, { at: name, visit });
    const step = stepOf(key);
    const enrolled = entered.get(enrolment);
    if (!enrolled) return broken('I3', `${key} was decided and never entered.`);
    if (!reason || !because) broken('I3', `${key} ${outcome} has no reason.`);
    if (step.finals.length > 0) broken('I3', `${key}: ${outcome} after ${step.finals.map((f) => f.outcome).join()}.`);
    const one = caseOf(run, step, { moment, purpose, at: state.at, enrolled });
    lookAtTact(entry, one);
    if (INTERIM.includes(outcome)) return interim(entry, step, one, state.at);
    await final(entry, step, one);
    lookAtWork(entry, one);
    step.finals.push({ outcome, reason, purpose });
    if (outcome === 'sent' || outcome === 'unknown') {
      const at = counted.get(key)?.at ?? state.at;
      if (entry.channel) counted.set(key, { key, moment, purpose, at, latest: state.at });
    } else counted.delete(key);
    if (entry.message || (outcome === 'sent' && (entry.with || entry.channel === 'inbox')))
      owed.set(key, commitKey(state));
  };

  /** Work, and events of ours, are done no more often than their caps say. */
  const lookAtWork = (
    { outcome, moment, instead, merged, channel, with: values, step, journey }: DecisionEntry,
    one: Case,
  ): void => {
    const capCase = { ...one, journey, step };
    const isEvent = outcome === 'sent' && values !== undefined;
    // What a colleague has already is no more work.
    if (merged !== undefined) return;
    const task = outcome === 'escalated' ? instead : outcome === 'sent' && channel === 'agent' ? moment : undefined;
    // A gesture is counted by its own record, from when it was offered.
    if (stepIn(one.catalogue, journey, step)?.kind === 'give') return;
    const isFull = isEvent
      ? isEventFull(moment, capCase)
      : task !== undefined && isTaskFull(task, capCase, outcome === 'sent');
    if (isFull) broken('I7', `${step} ${task ?? moment} was done over its cap.`);
    const place = { journey, step, at: one.at };
    if (isEvent) ledger.done.push({ what: { event: moment }, ...place });
    if (task !== undefined) ledger.done.push({ what: { task }, ...place });
  };

  /** Bad mood or an open incident comes to what the moment says, else to what its purpose says. */
  const lookAtTact = (
    { reason, outcome, step, moment, purpose, instead }: DecisionEntry,
    { catalogue }: Case,
  ): void => {
    const when = TACT[reason];
    const reaction = when && (catalogue.moments[moment]?.[when] ?? catalogue.policy.purposes[purpose][when]);
    if (reaction === undefined) return;
    const [meant, other] =
      typeof reaction === 'string'
        ? [({ send: 'sent', hold: 'held', skip: 'suppressed' } as const)[reaction]]
        : 'instead' in reaction
          ? ['replaced', reaction.instead]
          : ['escalated', reaction.person];
    if (meant !== outcome || other !== instead)
      broken('I1', `${step} ${moment} is ${outcome} ${instead ?? ''} for ${reason}, it says ${meant} ${other ?? ''}.`);
  };

  const interim = async (entry: DecisionEntry, step: StepRecord, one: Case, at: number): Promise<void> => {
    const { reason, outcome } = entry;
    if (outcome === 'held') {
      const last = step.heldNotes.get(reason) ?? 0;
      if (at < last + HOUR || step.heldFor === reason) broken('I3', `${step.key} was held twice for ${reason}.`);
      step.heldNotes.set(reason, at);
    }
    step.heldFor = outcome === 'held' ? reason : undefined;
    await justify(entry, one, reason);
    step.since ??= at;
  };

  /** A decision's reason has to be true. */
  const justify = async (entry: DecisionEntry, one: Case, reason: string): Promise<void> => {
    const against = await reasonsAgainst(one, true);
    if (against.has(reason)) return;
    const { step, outcome, journey, instead } = entry;
    // Work that would have taken the place of a message.
    if (reason === 'task-cap' && instead && isTaskFull(instead, { ...one, journey }, false)) return;
    broken('I1', `${step} ${entry.moment} ${outcome} for ${reason}, which is not so (${[...against].join()}).`);
  };

  const final = async (entry: DecisionEntry, step: StepRecord, one: Case): Promise<void> => {
    const { outcome, reason, channel, enrolment } = entry;
    const isReserved = step.reserved.size > 0;
    const place = `${entry.step} ${entry.moment}`;
    const settles = ['unknown', 'ended', 'failed'].includes(outcome) || (outcome === 'sent' && isReserved);
    if (!settles && !running.has(enrolment)) broken('I3', `${place} ${outcome} after its enrolment was over.`);
    if (outcome === 'ended' && step.since === undefined) broken('I3', `${place} ended and was never open.`);
    if (outcome === 'unknown' && !isReserved) broken('I3', `${place} is unknown and was never reserved.`);
    if (step.sends > 0 && !['sent', 'unknown'].includes(outcome)) broken('I3', `${place} was sent and is ${outcome}.`);
    if (outcome === 'sent' && channel && channel !== 'agent' && step.sends === 0)
      broken('I2', `${place} was never sent.`);
    if (outcome === 'sent' && !isReserved) {
      const { purpose = 'care' } = one.catalogue.journeys[entry.journey] ?? {};
      const against = await reasonsAgainst(entry.with ? { ...one, purpose, moment: WORK } : one);
      const rows = ['holdout', 'account-closed', 'overtaken', 'moment-retired'].filter((row) => against.has(row));
      const wrong = entry.with ? rows.filter((row) => row === 'holdout') : rows;
      if (wrong.length > 0) broken('I1', `${place} was given in spite of ${wrong.join()}.`);
    }
    if (outcome === 'control' && !one.enrolled.control) broken('I1', `${place} is control and was treated.`);
    if (outcome === 'escalated') await justify(entry, one, reason);
    if (outcome !== 'suppressed') return;
    const retiredFor = one.at - (step.heldNotes.get(reason) ?? one.at);
    if (reason === 'moment-retired' && retiredFor < 15 * MINUTE)
      broken('I1', `${place} was given up ${retiredFor} ms after it had gone.`);
    if (!reason.startsWith('patience:')) return justify(entry, one, reason);
    const cause = reason.slice('patience:'.length);
    await justify(entry, one, cause);
    const { moments, policy } = one.catalogue;
    const patience = moments[entry.moment]?.patience ?? policy.purposes[entry.purpose].patience;
    const waited = one.at - (step.since ?? one.at);
    const lost = cause === 'channel-busy' ? 0 : step.lost;
    if (cause === 'channel-down' || waited < patience * 1000 + lost)
      broken('I1', `${place} was given up after ${waited} ms of patience.`);
  };

  return decide;
};

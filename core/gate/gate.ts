import type { Catalogue } from '../../language/catalogue/catalogue.ts';
import type { Purpose } from '../../language/catalogue/kind.ts';
import type { Moment } from '../../language/catalogue/moment.ts';
import { type BareReason, patienceOver } from '../../language/catalogue/reason.ts';
import type { CustomerState } from '../customer/model/state.ts';
import { openWorkOf } from '../customer/work/open-work.ts';
import { ownValue } from '../own-value.ts';
import { reach } from './reach.ts';
import type { GateDeps, Question } from './row.ts';
import { type Decide, OF_EVERYTHING, OF_MESSAGES } from './rows.ts';
import { type Ask, suppress, type Verdict } from './verdict.ts';
import { isFull, taskCaps } from './work-caps.ts';

/** Whether this customer, at `now` (milliseconds), would want this moment. Pure; the rows are asked in docs/gate.md's order. */
export const gate = (state: CustomerState, ask: Ask, now: number, deps: GateDeps): Verdict => {
  const question = questionOf(state, ask, now, deps);
  const first = walk(OF_EVERYTHING, question);
  if (first) return first;
  const verdict = walk(OF_MESSAGES, question);
  if (verdict) return withPatience(withTaskCap(verdict, question), question);
  return 'channel' in question.reach
    ? { outcome: 'clear', reason: 'clear', channel: question.reach.channel }
    : suppress(question.reach.blocked);
};

/** The gate for work that a person gets: the same walk over the first rows alone. */
export const gateWork = (state: CustomerState, ask: Ask, now: number, deps: GateDeps): Verdict =>
  walk(OF_EVERYTHING, questionOf(state, ask, now, deps)) ?? { outcome: 'clear', reason: 'clear', channel: 'agent' };

const questionOf = (state: CustomerState, ask: Ask, now: number, deps: GateDeps): Question => {
  const copy = ownValue(deps.catalogue.moments, ask.moment);
  const purpose = copy ? purposeOf(ask, copy, deps.catalogue) : ask.purpose;
  return {
    ...ask,
    ...deps,
    state,
    now,
    copy,
    purpose,
    reach: reach(state, copy?.channels ?? [], deps.catalogue.policy),
  };
};

const walk = (rows: readonly Decide[], question: Question): Verdict | undefined => {
  for (const decide of rows) {
    const verdict = decide(question);
    if (verdict) return verdict;
  }
  return undefined;
};

/** Work that would take a message's place is left out where a colleague has it already. */
const withTaskCap = (verdict: Verdict, { state, journey, step, now, catalogue }: Question): Verdict => {
  if (verdict.outcome !== 'escalated') return verdict;
  const { instead } = verdict;
  // What is open already is no more work.
  return !openWorkOf(state, instead, now) && isFull(state, taskCaps(instead, { journey, step }, catalogue), now)
    ? { outcome: 'suppressed', reason: 'task-cap', instead }
    : verdict;
};

/**
 * When patience for a hold is over. What a channel took is no time in which the customer had a reason to wait: it has as
 * much patience of its own, and a fault of ours ends none.
 */
const patienceEnds = (reason: BareReason, { since, busyUntil, lost, copy, purpose, catalogue }: Question): number => {
  const patience = (copy?.patience ?? catalogue.policy.purposes[purpose].patience) * 1000;
  const { busy, down } = lost ?? { busy: 0, down: 0 };
  if (reason === 'channel-down') return Number.POSITIVE_INFINITY;
  // The wait that is under way is in `busy` already.
  if (reason === 'channel-busy') return busyUntil + patience - busy;
  return since + patience + busy + down;
};

/** What a hold comes to when nobody has patience for it any more. */
const withPatience = (verdict: Verdict, question: Question): Verdict => {
  if (verdict.outcome !== 'held') return verdict;
  const { now } = question;
  const ends = patienceEnds(verdict.reason, question);
  if (now >= ends) return suppress(patienceOver(verdict.reason));
  const hasWaited = question.lost !== undefined && Number.isFinite(ends);
  return { ...verdict, until: Math.min(verdict.until, ends), ...(hasWaited ? { patienceEnds: ends } : {}) };
};

/** The purpose a moment has in a journey: its own, else the journey's. */
export const purposeOf = (
  ask: Pick<Ask, 'journey' | 'purpose'>,
  copy: Moment,
  catalogue: Pick<Catalogue, 'journeys'>,
): Purpose => copy.purpose ?? ownValue(catalogue.journeys, ask.journey)?.purpose ?? ask.purpose;

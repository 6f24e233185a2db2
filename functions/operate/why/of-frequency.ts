import type { Cap } from '../../../language/catalogue/policy.ts';
import type { DecisionEntry } from '../../customer/journal.ts';
import { isSocial } from '../../gate/caps.ts';
import { nameOf } from '../words/decision.ts';
import {
  type Asked,
  type Because,
  copyOf,
  isDecision,
  type Named,
  policyOf,
  rests,
  sameStep,
  untold,
} from './asked.ts';
import { duration, when } from './tell.ts';

/** Messages that may have reached the customer by then, newest first: what caps and the gap count. */
export const countedIn = ({ before, decision }: Asked): DecisionEntry[] =>
  before
    .filter(isDecision)
    .filter(({ outcome, channel }) => channel !== undefined && (outcome === 'sent' || outcome === 'unknown'))
    .filter((one) => !sameStep(one, decision) && !cameBack(one, before))
    .toReversed();

/** Of a message nobody knew of, the provider said later that it had not arrived. */
const cameBack = ({ outcome, enrolment, step }: DecisionEntry, before: Asked['before']): boolean =>
  outcome === 'unknown' &&
  before.some(
    (one) => one.kind === 'delivery' && one.status === 'bounced' && one.enrolment === enrolment && one.step === step,
  );

/** A cap that was full: by these messages, until then (milliseconds). */
export interface Full {
  cap: Cap;
  /** Whose cap it is. */
  of: string;
  messages: DecisionEntry[];
  frees: number;
}

const fullBy = (messages: DecisionEntry[], cap: Cap, of: string, at: number): Full | undefined => {
  const counted = messages.slice(0, cap.count);
  const oldest = counted[cap.count - 1];
  if (oldest === undefined) return undefined;
  const frees = Date.parse(oldest.at) + cap.seconds * 1000;
  return frees > at ? { cap, of, messages: counted, frees } : undefined;
};

/** The caps of the policy and of the moment, as far as they are full. */
export const fullCaps = (asked: Asked): Full[] => {
  const { decision, at, catalogue } = asked;
  const counted = countedIn(asked);
  const { moment, purpose } = decision;
  const own = copyOf(asked)?.cap;
  const policy = isSocial(purpose) ? policyOf(asked).cap : undefined;
  const same = (key: 'moment' | 'purpose') => counted.filter((one) => one[key] === decision[key]);
  return [
    own && fullBy(same('moment'), own, nameOf(moment, catalogue), at),
    policy && fullBy(same('purpose'), policy, `${purpose} messages`, at),
  ].filter((full) => full !== undefined);
};

/** The message that the gap is counted from, until then. */
export const fullGap = (asked: Asked): Full | undefined => {
  const { decision, at, catalogue } = asked;
  if (!isSocial(decision.purpose)) return undefined;
  const social = countedIn(asked).filter(({ purpose }) => isSocial(purpose));
  return fullBy(social, { count: 1, seconds: catalogue.policy.gap }, 'the gap', at);
};

const iso = (at: number): string => new Date(at).toISOString();

const namedOf = (full: Full[]): Named => ({
  messages: full
    .flatMap(({ messages }) => messages)
    .map(({ enrolment, step, moment, at }) => ({ enrolment, step, moment, at })),
  ends: iso(Math.max(...full.map(({ frees }) => frees))),
});

const said = ({ at, moment, journey }: DecisionEntry, { catalogue, zone }: Asked): string =>
  `Counted: ${nameOf(moment, catalogue)} (${moment}, in ${journey}), ${when(at, zone)}.`;

const MISSING =
  "By today's policy, what is on record left room: one more was being sent at that moment, or the policy has changed.";

/** The messages that filled a cap. */
export const ofCap = (asked: Asked): Because => {
  const full = fullCaps(asked);
  if (full.length === 0) return untold(MISSING);
  const rested = full.flatMap(({ cap, of, messages }) => [
    `At most ${cap.count} per ${duration(cap.seconds)} of ${of}, and ${cap.count === 1 ? 'it' : 'all'} had gone out.`,
    ...messages.map((one) => said(one, asked)),
  ]);
  const otherwise = full.flatMap(({ cap, of, frees }) => [
    `A slot under ${cap.count} per ${duration(cap.seconds)} of ${of} frees on ${when(frees, asked.zone)}.`,
    `Had ${cap.count === 1 ? 'it' : 'one of them'} not gone out, and nothing else in its place, there would have been room.`,
  ]);
  return rests(rested, otherwise, namedOf(full));
};

/** The message that came just before. */
export const ofGap = (asked: Asked): Because => {
  const full = fullGap(asked);
  const last = full?.messages[0];
  if (!full || !last) return untold(MISSING);
  const rested = [
    `Between two relationship or promotional messages there are at least ${duration(full.cap.seconds)}.`,
    said(last, asked),
  ];
  const otherwise = [
    `The gap is over on ${when(full.frees, asked.zone)}.`,
    'Had that message not gone out, and nothing else in its place, it would not have waited for the gap.',
  ];
  return rests(rested, otherwise, namedOf([full]));
};

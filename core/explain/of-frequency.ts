import type { Cap } from '../../language/catalogue/policy.ts';
import type { DecisionEntry } from '../customer/model/journal.ts';
import { isSocial } from '../gate/caps.ts';
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
import { duration, rate, when } from './tell.ts';
import { nameOf } from './words/decision.ts';

type Entries = Asked['before'];

/** Messages of these entries that may have reached the customer, newest first: what caps and the gap count. */
const countedOf = (entries: Entries, { before, decision }: Asked): DecisionEntry[] =>
  entries
    .filter(isDecision)
    .filter(({ outcome, channel }) => channel !== undefined && (outcome === 'sent' || outcome === 'unknown'))
    .filter((one) => !sameStep(one, decision) && !cameBack(one, before))
    .toReversed();

export const countedIn = (asked: Asked): DecisionEntry[] => countedOf(asked.before, asked);

/** What was being sent at that moment counted too, and came to be on record soon after. */
const underWay = (asked: Asked): DecisionEntry[] =>
  countedOf(asked.after, asked).filter(({ at }) => Date.parse(at) <= asked.at + LEASE);

/** In milliseconds: longer than one attempt at sending may take. */
const LEASE = 120_000;

/** Of a message nobody knew of, the provider said later that it had not arrived. */
const cameBack = ({ outcome, enrolment, step }: DecisionEntry, before: Entries): boolean =>
  outcome === 'unknown' &&
  before.some(
    (one) => one.kind === 'delivery' && one.status === 'bounced' && one.enrolment === enrolment && one.step === step,
  );

/** A cap that was full: by these messages, until then (milliseconds). */
interface Full {
  cap: Cap;
  /** Whose cap it is. */
  of: string;
  messages: DecisionEntry[];
  frees: number;
}

const fullOf = (messages: DecisionEntry[], cap: Cap, of: string, at: number): Full | undefined => {
  const counted = messages.slice(0, cap.count);
  const oldest = counted[cap.count - 1];
  if (oldest === undefined) return undefined;
  const frees = Date.parse(oldest.at) + cap.seconds * 1000;
  return frees > at ? { cap, of, messages: counted, frees } : undefined;
};

/** A cap over those messages that count for it, full by what had gone out or else by what was just going out. */
const fullBy = (asked: Asked, counts: (one: DecisionEntry) => boolean, cap: Cap, of: string): Full | undefined => {
  const gone = countedIn(asked).filter(counts);
  return fullOf(gone, cap, of, asked.at) ?? fullOf([...underWay(asked).filter(counts), ...gone], cap, of, asked.at);
};

/** The caps of the policy and of the moment, as far as they are full. */
const fullCaps = (asked: Asked): Full[] => {
  const { decision, catalogue } = asked;
  const { moment, purpose } = decision;
  const own = copyOf(asked)?.cap;
  const policy = isSocial(purpose) ? policyOf(asked).cap : undefined;
  return [
    own && fullBy(asked, (one) => one.moment === moment, own, nameOf(moment, catalogue)),
    policy && fullBy(asked, (one) => one.purpose === purpose, policy, `${purpose} messages`),
  ].filter((full) => full !== undefined);
};

/** The message that the gap is counted from, until then. */
const fullGap = (asked: Asked): Full | undefined => {
  const { decision, catalogue } = asked;
  if (!isSocial(decision.purpose)) return undefined;
  return fullBy(asked, ({ purpose }) => isSocial(purpose), { count: 1, seconds: catalogue.policy.gap }, 'the gap');
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

const MISSING = "By today's policy, what is on record left room: the policy has changed, or something is missing.";

/** The messages that filled a cap. */
export const ofCap = (asked: Asked): Because => {
  const full = fullCaps(asked);
  if (full.length === 0) return untold(MISSING);
  const rested = full.flatMap(({ cap, of, messages }) => [
    `At most ${rate(cap)} of ${of}, and ${cap.count === 1 ? 'it' : 'all'} had gone out.`,
    ...messages.map((one) => said(one, asked)),
  ]);
  const otherwise = full.flatMap(({ cap, of, frees }) => [
    `A slot under ${rate(cap)} of ${of} frees on ${when(frees, asked.zone)}.`,
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

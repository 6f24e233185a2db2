import type { Cap } from '../../language/catalogue/policy.ts';
import { isLost } from '../customer/model/feedback.ts';
import type { DecisionEntry } from '../customer/model/journal.ts';
import {
  type ExplainContext,
  type Grounds,
  isDecision,
  type Named,
  patienceEnds,
  sameStep,
  unsure,
} from './context.ts';
import { when } from './tell.ts';
import { nameOf } from './words/decision.ts';

type Entries = ExplainContext['before'];

/** Messages of these entries that may have reached the customer, newest first: what caps and the gap count. */
const countedOf = (entries: Entries, { before, decision }: ExplainContext): DecisionEntry[] =>
  entries
    .filter(isDecision)
    .filter(({ outcome, channel }) => channel !== undefined && (outcome === 'sent' || outcome === 'unknown'))
    .filter((one) => !sameStep(one, decision) && !cameBack(one, before))
    .toReversed();

export const countedIn = (context: ExplainContext): DecisionEntry[] => countedOf(context.before, context);

/** What was being sent at that moment counted too, and came to be on record soon after. */
const underWay = (context: ExplainContext): DecisionEntry[] =>
  countedOf(context.after, context).filter(({ at }) => Date.parse(at) <= context.at + LEASE);

/** In milliseconds: longer than one attempt at sending may take. */
const LEASE = 120_000;

/** Of a message nobody knew of, the provider said later that it had not arrived; or of any, that it was never sent. */
const cameBack = ({ outcome, enrolment, step }: DecisionEntry, before: Entries): boolean =>
  before.some(
    (one) =>
      one.kind === 'delivery' &&
      (one.status === 'rejected' || (outcome === 'unknown' && isLost(one.status))) &&
      one.enrolment === enrolment &&
      one.step === step,
  );

/** A cap that was full: by these messages within its time, until then (milliseconds). */
export interface FullCap<Entry extends { at: string } = DecisionEntry> {
  cap: Cap;
  /** Whose cap it is. */
  of: string;
  messages: Entry[];
  frees: number;
}

/** A cap over these, newest first, if they fill it at that time. */
export const fullOf = <Entry extends { at: string }>(
  messages: Entry[],
  cap: Cap,
  of: string,
  at: number,
): FullCap<Entry> | undefined => {
  const endOf = (one: Entry): number => Date.parse(one.at) + cap.seconds * 1000;
  const counted = messages.filter((one) => endOf(one) > at);
  const oldest = counted[cap.count - 1];
  return oldest && { cap, of, messages: counted, frees: endOf(oldest) };
};

/** What would have made room. Where ids became one, or a cap was more generous, there may be more than fit under it. */
export const hadFewerGone = ({ cap, messages }: FullCap): string => {
  const more = messages.length - cap.count + 1;
  if (messages.length === 1) return 'Had that message not gone out, and nothing else in its place';
  if (more === 1) return 'Had one of them not gone out, and nothing else in its place';
  return `Had ${more === messages.length ? 'none of them' : `only ${messages.length - more} of them`} gone out, and nothing else in their place`;
};

/** A cap over those messages that count for it, full by what had gone out or else by what was just going out. */
export const fullBy = (
  context: ExplainContext,
  counts: (one: DecisionEntry) => boolean,
  cap: Cap,
  of: string,
): FullCap | undefined => {
  const gone = countedIn(context).filter(counts);
  const full =
    fullOf(gone, cap, of, context.at) ?? fullOf([...underWay(context).filter(counts), ...gone], cap, of, context.at);
  return full && { ...full, frees: Math.min(full.frees, heldUntil(full, context)) };
};

/** Of what nobody knew of, or was just going out, the gate counts from a time before that of its entry: a hold says until when. */
const heldUntil = ({ messages }: FullCap, context: ExplainContext): number => {
  const { outcome, until } = context.decision;
  const isExact = messages.every((one) => one.outcome === 'sent' && Date.parse(one.at) <= context.at);
  if (isExact || outcome !== 'held' || until === undefined) return Number.POSITIVE_INFINITY;
  const ends = Date.parse(until);
  return ends < patienceEnds(context) ? ends : Number.POSITIVE_INFINITY;
};

export const namedIn = (full: FullCap[]): Named => ({
  messages: full
    .flatMap(({ messages }) => messages)
    .map(({ enrolment, step, moment, at }) => ({ enrolment, step, moment, at })),
  ends: new Date(Math.max(...full.map(({ frees }) => frees))).toISOString(),
});

export const countedInWords = ({ at, moment, journey }: DecisionEntry, { catalogue, zone }: ExplainContext): string =>
  `Counted: ${nameOf(moment, catalogue)} (${moment}, in ${journey}), ${when(at, zone)}.`;

/** No cap is full by what is on record. */
export const hadRoom = (): Grounds =>
  unsure("By today's policy, what is on record left room: the policy has changed, or something is missing.");

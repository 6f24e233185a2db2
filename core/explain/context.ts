import type { Catalogue } from '../../language/catalogue/catalogue.ts';
import type { Moment } from '../../language/catalogue/moment.ts';
import type { PurposePolicy } from '../../language/catalogue/policy.ts';
import type { DecisionEntry, JournalEntry } from '../customer/model/journal.ts';
import { ownValue } from '../own-value.ts';

/** What an explanation is made from: the catalogue as it is now, and what was on record before the decision. */
export interface ExplainContext {
  catalogue: Catalogue;
  /** The zone that times are told in. */
  zone: string;
  decision: DecisionEntry;
  /** Entries before it, oldest first. */
  before: JournalEntry[];
  /** Entries after it. */
  after: JournalEntry[];
  /** When it was decided, in milliseconds. */
  at: number;
  /** A reason as people read it: handed in, since each reason has its words beside what explains it. */
  inWords: (reason: string) => string;
}

/** Pieces of the record that a decision rested on, for programs. Times are ISO 8601, UTC. */
export interface Named {
  score?: number;
  /** All that was heard by then and still weighs, heaviest first; `without` those alone, mood would not have been negative. */
  heard?: { event: string; at: string; because: string[] }[];
  without?: { event: string; at: string; score: number }[];
  incidents?: { incident: string; since: string; ends?: string | undefined }[];
  /** Messages that used up a cap or the gap, newest first. */
  messages?: { enrolment: string; step: string; moment: string; at: string }[];
  journey?: string;
  enrolment?: string;
  zone?: string;
  topic?: string;
  channels?: string[];
  attribute?: string;
  event?: string;
  /** When its reason ends by itself. */
  ends?: string;
  /** When its patience does. */
  patienceEnds?: string;
}

/** What a decision rested on and what would have changed it, a sentence each. */
export interface Grounds {
  rested: string[];
  otherwise: string[];
  named: Named;
  /** The record is not complete, or the catalogue has changed since: what could not be told. */
  unsure?: string;
}

export const grounds = (rested: string[], otherwise: string[], named: Named = {}): Grounds => ({
  rested,
  otherwise,
  named,
});

/** What the record does not tell is said, not guessed. */
export const unsure = (why: string, rested: string[] = [], named: Named = {}): Grounds => ({
  rested,
  otherwise: [],
  named,
  unsure: why,
});

export const copyOf = ({ catalogue, decision }: ExplainContext): Moment | undefined =>
  ownValue(catalogue.moments, decision.moment);

export const policyOf = ({ catalogue, decision }: ExplainContext): PurposePolicy =>
  catalogue.policy.purposes[decision.purpose];

export const isDecision = (entry: JournalEntry): entry is DecisionEntry => entry.kind === 'decision';

/** No visit of an enrolment comes again, and its step may have another id by the time of the second. */
export const sameStep = (a: DecisionEntry, b: DecisionEntry): boolean =>
  a.enrolment === b.enrolment && a.visit === b.visit;

export const isFinal = ({ outcome }: DecisionEntry): boolean => outcome !== 'held' && outcome !== 'replaced';

/** When a step was first decided about: patience counts from then. */
export const begunAt = ({ before, decision }: ExplainContext): string =>
  before.find((entry) => isDecision(entry) && sameStep(entry, decision))?.at ?? decision.at;

const isOfBusyChannel = (reason: string): boolean => reason.endsWith('channel-busy');

const isOfChannel = (reason: string): boolean => isOfBusyChannel(reason) || reason.endsWith('channel-down');

/** The waits for a channel that are on record of a step. */
export const channelWaits = ({ before, decision }: ExplainContext): DecisionEntry[] =>
  [...before.filter(isDecision), decision].filter(
    (entry) => sameStep(entry, decision) && entry.outcome === 'held' && isOfChannel(entry.reason),
  );

/** In milliseconds: what of them is on record, each only up to where the channel was to be asked again. */
const lostToChannel = (context: ExplainContext): number => {
  let lost = 0;
  let counted = 0;
  for (const { at, until = at } of channelWaits(context)) {
    const from = Math.max(counted, Date.parse(at));
    counted = Math.max(from, Date.parse(until));
    lost += counted - from;
  }
  return lost;
};

/**
 * When the patience of a step ends, in milliseconds, if it does not wait for its channel from now on. What it waits for that takes
 * nothing of its patience; for a busy channel it has as much of its own.
 */
export const patienceEnds = (context: ExplainContext): number => {
  const { decision } = context;
  if (decision.patienceEnds !== undefined) return Date.parse(decision.patienceEnds);
  const seconds = copyOf(context)?.patience ?? policyOf(context).patience;
  const [begun, lost] = isOfBusyChannel(decision.reason)
    ? [firstBusy(context).at, 0]
    : [begunAt(context), lostToChannel(context)];
  return Date.parse(begun) + seconds * 1000 + lost;
};

const firstBusy = (context: ExplainContext): DecisionEntry =>
  channelWaits(context).find(({ reason }) => isOfBusyChannel(reason)) ?? context.decision;

/** Not every wait for a channel is on record, and what was decided before this was noted does not say when patience ends. */
export const isPatienceKnown = (context: ExplainContext): boolean => {
  const { decision } = context;
  const isFirstWait = isOfBusyChannel(decision.reason) && firstBusy(context) === decision;
  return decision.patienceEnds !== undefined || isFirstWait || channelWaits(context).length === 0;
};

/** What would follow if what stood in its way did not: for a hold it still may. */
export const inItsWay = ({ decision: { outcome } }: ExplainContext): string =>
  outcome === 'held' ? 'this is not in its way any more' : 'this would not have been in its way';

import type { Catalogue } from '../../language/catalogue/catalogue.ts';
import type {
  DecisionEntry,
  JournalEntry,
  MergedEntry,
  NotEnteredEntry,
  PromiseEntry,
} from '../customer/model/journal.ts';
import type { CustomerState } from '../customer/model/state.ts';
import { type Grounds, isDecision } from './context.ts';
import { explainOne } from './explain-one.ts';
import { knownByThen } from './known-by-then.ts';
import { promisedIn } from './promised.ts';
import { type Situation, situationAt } from './situation.ts';

/** What is kept of a customer. */
export interface CustomerRecord {
  customer: string;
  /** Oldest first. */
  timeline: JournalEntry[];
  /** As it is now: whose zone, and which incidents were open when. */
  state?: CustomerState | undefined;
}

export interface Explanation extends Grounds {
  decision: DecisionEntry;
}

/** A customer's decisions explained, oldest first, up to `at` where one is given. */
export interface Explained {
  customer: string;
  zone: string;
  /** How it was for them at that time. */
  situation?: Situation;
  /** Ids that turned out to be one person's. */
  merged?: MergedEntry[];
  entered: Extract<JournalEntry, { kind: 'entered' }>[];
  notEntered: NotEnteredEntry[];
  /** The last word of each promise that messages made. */
  promised?: PromiseEntry[];
  decisions: Explanation[];
}

export interface ExplainOptions {
  /** Whose times are told. */
  zone: string;
  /** Up to then, in milliseconds; by default all. */
  at?: number | undefined;
}

/** Explains the decision at a place of a timeline that is kept oldest first, by the catalogue as it is now. */
export const explainDecision = (
  decision: DecisionEntry,
  { timeline, index }: { timeline: JournalEntry[]; index: number },
  catalogue: Catalogue,
  zone: string,
): Explanation => {
  const before = knownByThen(timeline.slice(0, index), decision.customer);
  const after = timeline.slice(index + 1);
  return { decision, ...explainOne({ catalogue, zone, decision, before, after, at: Date.parse(decision.at) }) };
};

/** Explains each decision from the record alone, by the catalogue as it is now. */
export const explain = (
  { customer, state, ...record }: CustomerRecord,
  catalogue: Catalogue,
  { zone, at }: ExplainOptions,
): Explained => {
  const timeline = record.timeline.filter((entry) => at === undefined || Date.parse(entry.at) <= at);
  const decisions = timeline.flatMap((entry, index) =>
    isDecision(entry) ? [explainDecision(entry, { timeline, index }, catalogue, zone)] : [],
  );
  // It stands under both ids.
  const merged = timeline.filter((entry) => entry.kind === 'merged').filter(({ customer: of, into }) => of === into);
  const promised = promisedIn(timeline);
  return {
    customer,
    zone,
    ...(at === undefined ? {} : { situation: situationAt({ timeline, state }, catalogue, at) }),
    ...(merged.length > 0 ? { merged } : {}),
    entered: timeline.filter((entry) => entry.kind === 'entered'),
    notEntered: timeline.filter((entry) => entry.kind === 'not-entered'),
    ...(promised.length > 0 ? { promised } : {}),
    decisions,
  };
};

import type { Catalogue } from '../../language/catalogue/catalogue.ts';
import type { DecisionEntry, JournalEntry, NotEnteredEntry } from '../customer/model/journal.ts';
import type { CustomerState } from '../customer/model/state.ts';
import { type Grounds, isDecision } from './context.ts';
import { explainOne } from './explain-one.ts';
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
  entered: Extract<JournalEntry, { kind: 'entered' }>[];
  notEntered: NotEnteredEntry[];
  decisions: Explanation[];
}

export interface ExplainOptions {
  /** Whose times are told. */
  zone: string;
  /** Up to then, in milliseconds; by default all. */
  at?: number | undefined;
}

/** Explains each decision from the record alone, by the catalogue as it is now. */
export const explain = (
  { customer, state, ...record }: CustomerRecord,
  catalogue: Catalogue,
  { zone, at }: ExplainOptions,
): Explained => {
  const timeline = record.timeline.filter((entry) => at === undefined || Date.parse(entry.at) <= at);
  const decisions = timeline.flatMap((decision, index): Explanation[] => {
    if (!isDecision(decision)) return [];
    const [before, after] = [timeline.slice(0, index), timeline.slice(index + 1)];
    return [{ decision, ...explainOne({ catalogue, zone, decision, before, after, at: Date.parse(decision.at) }) }];
  });
  return {
    customer,
    zone,
    ...(at === undefined ? {} : { situation: situationAt({ timeline, state }, catalogue, at) }),
    entered: timeline.filter((entry) => entry.kind === 'entered'),
    notEntered: timeline.filter((entry) => entry.kind === 'not-entered'),
    decisions,
  };
};

import { decisionId } from '../core/customer/decision-id.ts';
import type { DecisionEntry, JournalEntry } from '../core/customer/model/journal.ts';
import { LEFT_OUT, NOT_READ } from '../core/customer/model/refusal.ts';
import { isSendable } from '../language/catalogue/channel.ts';

/** What became of everybody in one journey. Reasons are codes. */
export interface JourneyCounts {
  entered: number;
  control: number;
  /** Messages to customers. */
  sent: number;
  /** Messages that waited at least once, and how often for each reason. */
  held: number;
  heldFor: Record<string, number>;
  suppressed: Record<string, number>;
  toPerson: number;
  /** Events emitted, such as points. */
  gestures: number;
  /** Not sent to the control group. */
  withheld: number;
  /** The series was over before the message went out. */
  ended: number;
  failed: number;
  goals: number;
}

export interface Totals {
  /** ISO 8601; missing while nothing has happened. */
  from?: string;
  to?: string;
  customers: number;
  journeys: Record<string, JourneyCounts>;
  /** Events not taken, by reason. */
  rejected: Record<string, number>;
}

/** What became of everybody, per journey, as it accumulates. */
export interface Summary {
  add(entry: JournalEntry): void;
  totals(): Totals;
}

export const noCounts = (): JourneyCounts => ({
  entered: 0,
  control: 0,
  sent: 0,
  held: 0,
  heldFor: {},
  suppressed: {},
  toPerson: 0,
  gestures: 0,
  withheld: 0,
  ended: 0,
  failed: 0,
  goals: 0,
});

const increment = (counts: Record<string, number>, key: string): void => {
  counts[key] = (counts[key] ?? 0) + 1;
};

const sentAs = (channel: DecisionEntry['channel']): 'gestures' | 'sent' | 'toPerson' => {
  if (channel === undefined) return 'gestures';
  return isSendable(channel) ? 'sent' : 'toPerson';
};

const decide = (counts: JourneyCounts, { outcome, reason, channel }: DecisionEntry): void => {
  if (outcome === 'sent') counts[sentAs(channel)]++;
  else if (outcome === 'escalated') counts.toPerson++;
  else if (outcome === 'control') counts.withheld++;
  else if (outcome === 'ended') counts.ended++;
  else if (outcome === 'failed' || outcome === 'unknown') counts.failed++;
  else if (outcome === 'suppressed') increment(counts.suppressed, reason);
  else if (outcome === 'held') increment(counts.heldFor, reason);
};

export const createSummary = (): Summary => {
  const journeys: Record<string, JourneyCounts> = {};
  const rejected: Record<string, number> = {};
  const customers = new Set<string>();
  const held = new Set<string>();
  const span: { from?: string; to?: string } = {};
  const of = (journey: string): JourneyCounts => {
    journeys[journey] ??= noCounts();
    return journeys[journey];
  };
  const hold = (entry: DecisionEntry): void => {
    const key = decisionId(entry);
    if (held.has(key)) return;
    held.add(key);
    of(entry.journey).held++;
  };
  return {
    add: (entry) => {
      span.from ??= entry.at;
      span.to = entry.at;
      if (entry.customer !== undefined) customers.add(entry.customer);
      // Two ids of one person are one customer.
      if (entry.kind === 'merged') customers.delete(entry.from);
      else if (entry.kind === 'decision') {
        decide(of(entry.journey), entry);
        if (entry.outcome === 'held') hold(entry);
      } else if (entry.kind === 'goal') of(entry.journey).goals++;
      else if (entry.kind === 'rejected' && entry.reason !== LEFT_OUT && entry.reason !== NOT_READ)
        increment(rejected, entry.reason);
      else if (entry.kind === 'entered') {
        of(entry.journey).entered++;
        if (entry.arms[entry.journey] === 'control') of(entry.journey).control++;
      }
    },
    totals: () => ({ ...span, customers: customers.size, journeys, rejected }),
  };
};

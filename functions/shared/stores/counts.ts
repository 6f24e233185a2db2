/** A day by UTC, such as `2026-11-27`. */
export type Day = string;

/** The day of an instant. */
export const dayOf = (at: number): Day => new Date(at).toISOString().slice(0, 10);

/** What is counted: entries of the journal by their kind, and how steps that wait for something were answered. */
export const COUNTED = [
  'entered',
  'not-entered',
  'decision',
  'answer',
  'goal',
  'ended',
  'delivery',
  'promise',
  'rejected',
] as const;
export type Counted = (typeof COUNTED)[number];

/** How often something happened on a day. What is not said is empty: '' or {}. */
export interface Count {
  day: Day;
  /** Empty for events that were rejected, for promises, and for word of messages whose journey nobody remembers. */
  journey: string;
  /** Of decisions, answers and deliveries; of promises the moment that made them. */
  step: string;
  kind: Counted;
  /**
   * Of a decision its outcome; of an answer `heard` or `silent`, `sent` or `unconfirmed`, `done` or `undone`; of an end, a refused entry and a rejected
   * event the reason; of a promise what became of it; of a delivery what became of it, such as `bounced`, or `replied-automatically`.
   */
  value: string;
  /** Of a decision, as the journal has it: `gap`, `muted-by:renewal`, `patience:quiet-hours`. */
  reason: string;
  /** As in the journal's entry: the journey to `control` or `treated`, each split to its arm. Empty where an enrolment was over. */
  arms: Record<string, string>;
  count: number;
}

/** From one day to another, both included. */
export interface Days {
  from: Day;
  to: Day;
}

/** Port: what became of everybody, by the day it happened. Counts lag behind commits by up to half a minute. */
export interface Counts {
  /** All that was counted of a journey; of the journey '' what belongs to none. In no order that means anything. */
  of(journey: string, days: Days): Promise<Count[]>;
}

import type { Channel } from '../../language/catalogue/channel.ts';
import type { Purpose } from '../../language/catalogue/kind.ts';

/** What the gate says about a moment that this step has not decided yet. Times in milliseconds. */
export type Verdict =
  | { outcome: 'clear'; reason: 'clear'; channel: Channel }
  | { outcome: 'held'; reason: string; until: number }
  | { outcome: 'suppressed'; reason: string }
  | { outcome: 'control'; reason: 'holdout' }
  | { outcome: 'replaced'; reason: string; instead: string }
  | { outcome: 'escalated'; reason: string; instead: string };

/** A moment at a step, as the gate is asked about it. */
export interface Ask {
  journey: string;
  enrolment: string;
  step: string;
  visit: number;
  moment: string;
  /** As compiled: for a moment that has left the catalogue. */
  purpose: Purpose;
  control: boolean;
  /** First hold or reserve of this step; patience counts from it. */
  since: number;
  /** What it is held for, if it is, and since when for that reason. */
  held: { reason: string; since: number } | undefined;
  /** Its `unless` has happened. */
  overtaken: boolean;
  /** A channel that was busy is left alone until then. */
  busyUntil: number;
}

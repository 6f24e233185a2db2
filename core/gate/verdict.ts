import type { Channel } from '../../language/catalogue/channel.ts';
import type { Purpose } from '../../language/catalogue/kind.ts';
import type { Cap } from '../../language/catalogue/policy.ts';
import type { BareReason, DecisionReason } from '../../language/catalogue/reason.ts';
import type { RefusedKind } from '../customer/model/refused-kind.ts';

/**
 * What the gate says about a moment that this step has not decided yet. Times in milliseconds. `patienceEnds`: of a step that has
 * waited for its channel, since the record does not have every such wait.
 */
export type Verdict =
  | { outcome: 'clear'; reason: 'clear'; channel: Channel }
  | { outcome: 'held'; reason: BareReason; until: number; patienceEnds?: number }
  | { outcome: 'suppressed'; reason: DecisionReason; instead?: string }
  | { outcome: 'control'; reason: 'holdout' }
  | { outcome: 'replaced'; reason: BareReason; instead: string }
  | { outcome: 'escalated'; reason: BareReason; instead: string };

/** Of the gestures that a moment offers: what may be given to this customer now, and why not the others. */
export interface Offerable {
  kinds: string[];
  refused: RefusedKind[];
}

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
  held: { reason: BareReason; since: number } | undefined;
  /** Its `unless` has happened. */
  overtaken: boolean;
  /** Of a moment that offers gestures: what may be given now, and why not the others. */
  offers?: Offerable | undefined;
  /** Of a task: the step's own cap. */
  cap?: Cap | undefined;
  /** A channel that was busy is left alone until then. */
  busyUntil: number;
  /** For a fault of ours, and not because it had too much to do. */
  isDown?: boolean;
  /** How long the step has been held for its channel in all, in milliseconds. */
  lost?: ChannelWaits | undefined;
}

/** Milliseconds that a step waited for a busy channel, and for one that was down. */
export interface ChannelWaits {
  busy: number;
  down: number;
}

export const hold = (reason: BareReason, until: number): Verdict => ({ outcome: 'held', reason, until });

export const suppress = (reason: DecisionReason): Verdict => ({ outcome: 'suppressed', reason });

/** Since when a step has been held for this reason, which may be shorter than it has been held; `now` if it is not. */
export const heldSince = (ask: Pick<Ask, 'held'>, reason: BareReason, now: number): number =>
  ask.held?.reason === reason ? ask.held.since : now;

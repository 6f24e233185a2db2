import type { Demand } from '../../../core/customer/gestures/budgets.ts';

/**
 * What became of a reservation: it is held, also where it was before; one of its budgets is used up; or it was given back
 * before, and is never held again.
 */
export type Reserved = 'reserved' | 'released' | { full: Demand['scope'] };

/** Port: what agents give in a month, and all together. Never more than a budget, whoever asks at once. */
export interface Budgets {
  /** Takes all that a gesture needs, or nothing. By its id: whoever asks again takes nothing more. */
  reserve(gesture: string, demands: readonly Demand[]): Promise<Reserved>;
  /** Gives back what is reserved for a gesture, once; what comes later under this id is refused. */
  release(gesture: string): Promise<void>;
  /** What is used of each of these budgets. */
  used(keys: readonly string[]): Promise<number[]>;
}

/** Too many at once wanted something of one budget; whoever called tries again later. */
export class BudgetBusy extends Error {
  override name = 'BudgetBusy';
  constructor(attempts: number) {
    super(`A budget of gestures changed ${attempts} times while it was asked for. Try again.`);
  }
}

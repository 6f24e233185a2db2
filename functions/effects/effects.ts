import type { Effect, EraseEffect, StartEffect } from '../../core/customer/model/effect.ts';
import { isLate } from '../../core/customer/model/erasure.ts';
import { own } from '../../core/own.ts';
import { NOT_HEARD, type TaskAnswer } from '../../language/catalogue/task.ts';
import type { TokenStore } from '../advance/tokens.ts';
import type { CustomerStore } from '../shared/stores/store.ts';

/** Port: Step Functions. An execution that exists and a token that is gone count as done. */
export interface Machines {
  /** Throws MachineNotDeployed while a deploy is under way. */
  start(journey: string, execution: string, input: unknown): Promise<void>;
  succeed(token: string, answer: TaskAnswer): Promise<void>;
  /** One that is not there any more, or never was, counts as done. */
  stop(journey: string, execution: string): Promise<void>;
  fail(token: string, error: string): Promise<void>;
}

/** A journey's machine is not there yet; the effect goes back to its queue. */
export class MachineNotDeployed extends Error {
  override name = 'MachineNotDeployed';
}

export interface EffectsDeps {
  machines: Machines;
  tokens: TokenStore;
  load: CustomerStore['load'];
  erase: (effect: EraseEffect) => Promise<void>;
  now: () => number;
}

/** Performs one effect; a second time changes nothing. */
export const createEffects =
  (deps: EffectsDeps) =>
  async (effect: Effect): Promise<void> => {
    const { machines, tokens, erase } = deps;
    if (effect.type === 'start') return startUnlessOver(deps, effect);
    if (effect.type === 'stop') return machines.stop(effect.journey, effect.execution);
    if (effect.type === 'erase') return erase(effect);
    const { enrolment, step, answer } = effect;
    for (const token of await tokens.list(enrolment, step)) {
      await (answer ? machines.succeed(token, answer) : machines.fail(token, NOT_HEARD));
    }
  };

/**
 * A start that comes late may be of somebody who has been erased since: nothing would stop it before its date. A fresh one is done
 * before their machines are stopped.
 */
const startUnlessOver = async ({ machines, load, now }: EffectsDeps, effect: StartEffect): Promise<void> => {
  const { journey, execution, at, input } = effect;
  if (isLate(at, now())) {
    const state = await load(input.customerId);
    if (state === undefined || own(state.enrolments, input.enrolment) === undefined) return;
  }
  await machines.start(journey, execution, input);
};

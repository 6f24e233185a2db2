import { NOT_HEARD, type TaskAnswer } from '../../language/catalogue/task.ts';
import type { TokenStore } from '../advance/tokens.ts';
import type { Effect, EraseEffect } from '../customer/effect.ts';

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
  erase: (effect: EraseEffect) => Promise<void>;
}

/** Performs one effect; a second time changes nothing. */
export const createEffects =
  ({ machines, tokens, erase }: EffectsDeps) =>
  async (effect: Effect): Promise<void> => {
    if (effect.type === 'start') return machines.start(effect.journey, effect.execution, effect.input);
    if (effect.type === 'stop') return machines.stop(effect.journey, effect.execution);
    if (effect.type === 'erase') return erase(effect);
    const { enrolment, step, answer } = effect;
    for (const token of await tokens.list(enrolment, step)) {
      await (answer ? machines.succeed(token, answer) : machines.fail(token, NOT_HEARD));
    }
  };

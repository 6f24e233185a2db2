import type { Effect } from '../../core/customer/model/effect.ts';
import { AdvanceTask, type TaskAnswer } from '../../language/catalogue/task.ts';
import type { EffectQueue } from '../relay/ports.ts';
import type { ChangeCustomer } from '../shared/stores/change.ts';
import type { TokenStore } from './tokens.ts';

export interface AdvanceDeps {
  change: ChangeCustomer;
  tokens: TokenStore;
  effects: EffectQueue;
}

/** Moves a machine on: listens, decides, parks, emits, tells facts, finishes. A task that is asked twice is answered alike. */
export const createAdvance =
  ({ change, tokens, effects }: AdvanceDeps) =>
  async (given: unknown): Promise<TaskAnswer> => {
    const task = AdvanceTask.parse(given);
    const waits = task.task === 'listen' || task.task === 'park';
    if (waits) await tokens.put(task.enrolment, task.step, task.token);
    const { answer } = await change(task.customer, { kind: 'advance', task });
    if (waits && answer.outcome === 'ended') await effects.queue([askAgain(task)]);
    return answer;
  };

/** Nothing was committed that the stream could carry: the machine is told at once to ask again, and learns that it is over. */
const askAgain = ({ task, enrolment, step }: AdvanceTask): Effect => ({
  type: 'resume',
  enrolment,
  step,
  ...(task === 'park' ? { answer: { outcome: 'done', customer: {} } } : {}),
});

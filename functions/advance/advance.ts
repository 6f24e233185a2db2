import { AdvanceTask, type TaskAnswer } from '../../language/catalogue/task.ts';
import type { ChangeCustomer } from '../customer/change.ts';
import type { TokenStore } from './tokens.ts';

export interface AdvanceDeps {
  change: ChangeCustomer;
  tokens: TokenStore;
}

/** Moves a machine on: listens, decides, parks, emits, tells facts, finishes. A task that is asked twice is answered alike. */
export const createAdvance =
  ({ change, tokens }: AdvanceDeps) =>
  async (given: unknown): Promise<TaskAnswer> => {
    const task = AdvanceTask.parse(given);
    if (task.task === 'listen' || task.task === 'park') await tokens.put(task.enrolment, task.step, task.token);
    const { answer } = await change(task.customer, { kind: 'advance', task });
    return answer;
  };

import { AdvanceTask, type TaskAnswer } from '../../language/catalogue/task.ts';
import { answerOf } from '../shared/answer.ts';
import { readTask } from '../shared/read-task.ts';
import type { ChangeCustomer } from '../shared/stores/change.ts';

export interface AdvanceDeps {
  change: ChangeCustomer;
}

/** Moves a customer on: waits, listens, loops, emits, finishes. A task that is asked twice is answered alike. */
export const createAdvance =
  ({ change }: AdvanceDeps) =>
  async (payload: unknown): Promise<TaskAnswer> => {
    const task = readTask(AdvanceTask, payload);
    const { answer, readings } = await change(task.customer, { ...task, kind: 'task' });
    // Only a step that sends is reserved, and deliver decides those.
    const outcome = typeof answer === 'string' ? answer : 'elsewhere';
    return answerOf(outcome, readings(task.journey, task.enrolment));
  };

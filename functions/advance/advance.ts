import { AdvanceTask, type TaskAnswer } from '../../language/catalogue/task.ts';
import { answerOf } from '../shared/answer.ts';
import { grantOffer } from '../shared/grant.ts';
import { readTask } from '../shared/read-task.ts';
import type { Budgets } from '../shared/stores/budgets.ts';
import type { ChangeCustomer } from '../shared/stores/change.ts';

export interface AdvanceDeps {
  change: ChangeCustomer;
  budgets: Pick<Budgets, 'reserve'>;
}

/** Moves a customer on: waits, listens, loops, emits, gives, finishes. A task that is asked twice is answered alike. */
export const createAdvance =
  (deps: AdvanceDeps) =>
  async (payload: unknown): Promise<TaskAnswer> => {
    const task = readTask(AdvanceTask, payload);
    const changed = await deps.change(task.customer, { ...task, kind: 'task' });
    const { answer } = changed;
    const isOffer = typeof answer !== 'string' && 'offered' in answer;
    const { readings, answer: last } = isOffer
      ? await grantOffer(deps, task.customer, answer.offered, changed.after)
      : { readings: changed.readings, answer };
    // Only a step that sends is reserved, and deliver decides those; only what a person gives is given or refused.
    const outcome = typeof last !== 'string' || last === 'given' || last === 'refused' ? 'elsewhere' : last;
    return answerOf(outcome, readings(task.journey, task.enrolment));
  };

import type { Readings } from '../../core/customer/reduce.ts';
import { CONTRACT, type TaskAnswer } from '../../language/catalogue/task.ts';

/** What a machine is answered: how the step ended or why the run ends, and what its conditions read. */
export const answerOf = (outcome: TaskAnswer['outcome'], { customer, heard }: Readings): TaskAnswer => ({
  contract: CONTRACT,
  outcome,
  customer,
  heard,
});

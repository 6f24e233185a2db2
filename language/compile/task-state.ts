import type { JourneyDefinition } from '../catalogue/definition.ts';
import { type AdvanceTask, CONTRACT, type DeliverTask } from '../catalogue/task.ts';
import type { Retrier, TaskState } from './asl.ts';
import { expression } from './expression.ts';

/** What every state of one machine is written with. */
export interface Scope {
  journey: Pick<JourneyDefinition, 'id'>;
}

const FUNCTIONS = { deliver: '${DeliverFunction}', advance: '${AdvanceFunction}' } as const;

/** What each function can be asked to do. */
interface Tasks {
  deliver: DeliverTask['task'];
  advance: AdvanceTask['task'];
}
export type Target = keyof Tasks;
export type TaskOf<Of extends Target> = Tasks[Of];

/** Lambda's own passing errors, and with States.TaskFailed what a function throws: all our tasks may be repeated. */
const TRANSIENT = [
  'Lambda.ServiceException',
  'Lambda.AWSLambdaException',
  'Lambda.SdkClientException',
  'Lambda.TooManyRequestsException',
  'Lambda.ClientExecutionTimeoutException',
  'States.TaskFailed',
];

/** A passing failure is over in seconds; for a longer one the run ends, and its timer starts another. */
const RETRY: Retrier[] = [
  { ErrorEquals: TRANSIENT, IntervalSeconds: 1, BackoffRate: 3, MaxAttempts: 2, JitterStrategy: 'FULL' },
];

/** The answer over the state, and the number of the visit that comes next. */
const MERGED = expression('$merge([$states.input, $states.result.Payload, {"visit": $states.input.visit + 1}])');

/** One visit to a step: a call of the function that decides it. */
export const taskState = <Of extends Target>(
  scope: Scope,
  step: string,
  task: TaskOf<Of>,
  target: Of,
  next: string,
): TaskState => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke',
  Arguments: {
    FunctionName: FUNCTIONS[target],
    Payload: {
      contract: CONTRACT,
      task,
      customer: expression('$states.input.customerId'),
      journey: scope.journey.id,
      enrolment: expression('$states.input.enrolment'),
      step,
      visit: expression('$states.input.visit'),
    },
  },
  Output: MERGED,
  Retry: RETRY,
  Next: next,
});

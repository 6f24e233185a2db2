/** Amazon States Language, the part of it that we write and that the simulator runs: QueryLanguage JSONata throughout. */

export interface Retrier {
  ErrorEquals: string[];
  IntervalSeconds?: number;
  MaxAttempts?: number;
  BackoffRate?: number;
  MaxDelaySeconds?: number;
  JitterStrategy?: 'FULL' | 'NONE';
}

export interface ChoiceRule {
  Condition: string | boolean;
  Next: string;
  /** Values anywhere below it may be `{% JSONata %}`, as in a task. */
  Output?: unknown;
}

export interface TaskState {
  Type: 'Task';
  Resource: string;
  Arguments?: unknown;
  Output?: unknown;
  Retry?: Retrier[];
  Next: string;
}

export interface ChoiceState {
  Type: 'Choice';
  Choices: ChoiceRule[];
  Default: string;
}

interface SucceedState {
  Type: 'Succeed';
}

export type State = TaskState | ChoiceState | SucceedState;

export interface Machine {
  Comment?: string;
  QueryLanguage: 'JSONata';
  StartAt: string;
  /** Of a whole run. */
  TimeoutSeconds: number;
  States: Record<string, State>;
}

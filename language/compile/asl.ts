/** Amazon States Language, the part of it that we write and that the simulator runs: QueryLanguage JSONata throughout. */

export interface Retrier {
  ErrorEquals: string[];
  IntervalSeconds?: number;
  MaxAttempts?: number;
  BackoffRate?: number;
  MaxDelaySeconds?: number;
  JitterStrategy?: 'FULL' | 'NONE';
}

/** Values anywhere below `Output` and `Assign` may be `{% JSONata %}`. */
interface Shaping {
  Output?: unknown;
  Assign?: Record<string, unknown>;
}

export interface Catcher extends Shaping {
  ErrorEquals: string[];
  Next: string;
}

export interface ChoiceRule extends Shaping {
  Condition: string | boolean;
  Next: string;
}

interface Common extends Shaping {
  Comment?: string;
}

interface Onward {
  Next?: string;
  End?: true;
}

export interface TaskState extends Common, Onward {
  Type: 'Task';
  Resource: string;
  Arguments?: unknown;
  TimeoutSeconds?: number | string;
  HeartbeatSeconds?: number | string;
  Retry?: Retrier[];
  Catch?: Catcher[];
}

export interface ChoiceState extends Common {
  Type: 'Choice';
  Choices: ChoiceRule[];
  Default?: string;
}

export interface WaitState extends Common, Onward {
  Type: 'Wait';
  Seconds?: number | string;
  Timestamp?: string;
}

export interface PassState extends Common, Onward {
  Type: 'Pass';
}

export interface SucceedState extends Common {
  Type: 'Succeed';
}

export interface FailState {
  Type: 'Fail';
  Comment?: string;
  Error?: string;
  Cause?: string;
}

export type State = TaskState | ChoiceState | WaitState | PassState | SucceedState | FailState;

export interface Machine {
  Comment?: string;
  QueryLanguage: 'JSONata';
  StartAt: string;
  States: Record<string, State>;
}

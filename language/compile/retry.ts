import { NOT_HEARD } from '../catalogue/task.ts';
import type { Catcher, Retrier } from './asl.ts';

/** Lambda's own passing errors, and with States.TaskFailed what a function throws: all our tasks may be repeated. */
const TRANSIENT = [
  'Lambda.ServiceException',
  'Lambda.AWSLambdaException',
  'Lambda.SdkClientException',
  'Lambda.TooManyRequestsException',
  'Lambda.ClientExecutionTimeoutException',
  'States.TaskFailed',
];

export const MAX_RETRIES = 8;

/** Bridges an outage of about twenty minutes; the upper bound of all delays is 44 minutes. */
const patient: Retrier = {
  ErrorEquals: TRANSIENT,
  IntervalSeconds: 2,
  BackoffRate: 3,
  MaxDelaySeconds: 900,
  MaxAttempts: MAX_RETRIES,
  JitterStrategy: 'FULL',
};

/** `States.TaskFailed` would also match the error that tells a listen to ask. */
const neverRetried: Retrier = { ErrorEquals: [NOT_HEARD], MaxAttempts: 0 };

export const MAX_FINISH_RETRIES = 60;

export const retry = { task: [patient], token: [neverRetried, patient] };

/** Nothing comes after `finish`, so it outlasts an outage of a day, and then fails for all to see. */
export const retryFinish: Retrier[] = [
  { ...patient, BackoffRate: 2, MaxDelaySeconds: 3600, MaxAttempts: MAX_FINISH_RETRIES },
];

export const STATE = '{% $states.input %}';

/** Whatever else goes wrong, the enrolment ends. */
export const toFinish: Catcher = { ErrorEquals: ['States.ALL'], Next: 'finish', Output: STATE };

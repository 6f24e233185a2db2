import type { JourneyDefinition, Step } from '../catalogue/definition.ts';
import type { Moment } from '../catalogue/moment.ts';
import type { Ends } from '../catalogue/task.ts';
import { NOT_HEARD } from '../catalogue/task.ts';
import type { TaskState } from './asl.ts';
import { expression, literal } from './expression.ts';
import { retry, retryFinish, STATE, toFinish } from './retry.ts';

/** What every state of one machine is written with. */
export interface Scope {
  journey: JourneyDefinition;
  moments: Record<string, Moment>;
  /** Facts that the machine's conditions read: each task asks for them. */
  facts: string[];
  maxParks: number;
}

export type StepOf<Kind extends Step['kind']> = Extract<Step, { kind: Kind }>;

const DELIVER = '${DeliverFunction}';
const ADVANCE = '${AdvanceFunction}';
const INVOKE = 'arn:aws:states:::lambda:invoke';
const TOKEN = expression('$states.context.Task.Token');

/** The answer over the state. A count of parks belongs to one step, so that any other answer starts it anew. */
const MERGED = expression('$merge([$states.input, {"parks": 0}, $states.result.Payload])');
const TOKEN_MERGED = expression('$merge([$states.input, {"parks": 0}, $states.result])');

const naming = (scope: Scope, task: string, step: string): Record<string, unknown> => ({
  task,
  customer: expression('$states.input.customerId'),
  journey: scope.journey.id,
  enrolment: expression('$states.input.enrolment'),
  phase: expression('$states.input.phase'),
  step,
  facts: scope.facts,
});

const invoke = (FunctionName: string, Payload: Record<string, unknown>, Next: string): TaskState => ({
  Type: 'Task',
  Resource: INVOKE,
  Arguments: { FunctionName, Payload },
  Output: MERGED,
  Retry: retry.task,
  Catch: [toFinish],
  Next,
});

const given = (fields: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

const delivery = (scope: Scope, step: StepOf<'send' | 'task'>, task: string, ends?: Ends): Record<string, unknown> => ({
  ...naming(scope, task, step.id),
  moment: step.moment,
  purpose: scope.moments[step.moment]?.purpose ?? scope.journey.purpose,
  ...given({ with: literal(step.with), unless: literal(step.unless), ends }),
  parks: expression('$states.input.parks'),
  maxParks: scope.maxParks,
});

export const deliver = (scope: Scope, step: StepOf<'send' | 'task'>, next: string, ends?: Ends): TaskState =>
  invoke(DELIVER, delivery(scope, step, 'send', ends), next);

/** Waits, held, for its time-out or for a resume, and asks again either way. */
export const park = (scope: Scope, step: StepOf<'send' | 'task'>, ends?: Ends): TaskState => ({
  Type: 'Task',
  Resource: `${INVOKE}.waitForTaskToken`,
  Arguments: { FunctionName: ADVANCE, Payload: { ...delivery(scope, step, 'park', ends), token: TOKEN } },
  TimeoutSeconds: expression('$states.input.seconds'),
  Output: STATE,
  Retry: retry.token,
  Catch: [{ ErrorEquals: ['States.Timeout'], Next: step.id, Output: STATE }, toFinish],
  Next: step.id,
});

const listening = (step: StepOf<'listen'>): Record<string, unknown> => ({
  on: step.on,
  ...given({ where: literal(step.where), answers: step.answers }),
});

export const listen = (scope: Scope, step: StepOf<'listen'>, heard: string, timedOut: string): TaskState => ({
  Type: 'Task',
  Resource: `${INVOKE}.waitForTaskToken`,
  Arguments: {
    FunctionName: ADVANCE,
    Payload: { ...naming(scope, 'listen', step.id), ...listening(step), token: TOKEN },
  },
  TimeoutSeconds: Math.max(1, step.within),
  Output: TOKEN_MERGED,
  Retry: retry.token,
  Catch: [{ ErrorEquals: ['States.Timeout', NOT_HEARD], Next: timedOut, Output: STATE }, toFinish],
  Next: heard,
});

export const decide = (scope: Scope, step: StepOf<'listen'>, next: string): TaskState =>
  invoke(ADVANCE, { ...naming(scope, 'decide', step.id), ...listening(step) }, next);

export const emit = (scope: Scope, step: StepOf<'emit'>, next: string, ends?: Ends): TaskState =>
  invoke(
    ADVANCE,
    { ...naming(scope, 'emit', step.id), event: step.event, ...given({ with: literal(step.with), ends }) },
    next,
  );

export const facts = (scope: Scope, step: string, next: string): TaskState =>
  invoke(ADVANCE, naming(scope, 'facts', step), next);

/** The end of every path whose last task did not end the enrolment itself. No Catch: a failure here must be seen. */
export const finish = (scope: Scope): TaskState => {
  const { Catch: _, ...state } = invoke(ADVANCE, naming(scope, 'finish', 'finish'), 'done');
  return { ...state, Retry: retryFinish };
};

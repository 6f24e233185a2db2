import type { Machine } from '../../language/compile/asl.ts';
import { HEARTBEAT_TIMEOUT, NotWaitingError, TIMEOUT } from './errors.ts';
import { dueAt, type Execution, type Waiting } from './execution.ts';
import type { Tick } from './functions.ts';
import type { Later } from './later.ts';
import { enter, failTask, resume, succeedTask } from './states.ts';

type Task = Extract<Waiting, { kind: 'task' }>;

const timedOut = (definition: Machine, execution: Execution, task: Task, tick: Tick) => {
  const { timeoutAt = Number.POSITIVE_INFINITY, heartbeatAt = Number.POSITIVE_INFINITY } = task;
  const error = timeoutAt <= heartbeatAt ? TIMEOUT : HEARTBEAT_TIMEOUT;
  return failTask({ definition, execution, tick }, error, `The task "${execution.state}" was not answered in time.`);
};

/** One step of what is due; the same execution when nothing is. */
const step = (definition: Machine, execution: Execution, tick: Tick): Later<Execution> => {
  const { waiting } = execution;
  const due = dueAt(execution);
  if (!waiting || due === undefined || due > tick.now) return execution;
  if (waiting.kind === 'task') return timedOut(definition, execution, waiting, tick);
  return waiting.kind === 'until' ? resume({ definition, execution, tick }) : enter({ definition, execution, tick });
};

/**
 * Runs states until there is something to wait for: a task to be performed, a token, a time; or the end. What was
 * waited for and is due (a Wait, a retry, a time-out) goes on. The same execution comes back when nothing was due.
 */
export const advance = async (definition: Machine, execution: Execution, tick: Tick): Promise<Execution> => {
  let before = execution;
  for (;;) {
    const stepped = step(definition, before, tick);
    const after = stepped instanceof Promise ? await stepped : stepped;
    if (after === before) return after;
    before = after;
  }
};

const taskOf = (execution: Execution): Task => {
  if (execution.waiting?.kind === 'task') return execution.waiting;
  throw new NotWaitingError(
    `Execution "${execution.name}" waits for no task at "${execution.state}" (${execution.status}).`,
  );
};

/** A task answered, or its token did. Runs on to the next thing to wait for. */
export const taskSucceeded = async (
  definition: Machine,
  execution: Execution,
  result: unknown,
  tick: Tick,
): Promise<Execution> => {
  taskOf(execution);
  return advance(definition, await succeedTask({ definition, execution, tick }, result), tick);
};

/** A task failed: its call threw, or its token was answered by an error. Runs on to the next thing to wait for. */
export const taskFailed = async (
  definition: Machine,
  execution: Execution,
  { error, cause }: { error: string; cause: string },
  tick: Tick,
): Promise<Execution> => {
  taskOf(execution);
  return advance(definition, await failTask({ definition, execution, tick }, error, cause), tick);
};

/** The call behind a token was made: only the token, or time, is waited for now. */
export const taskSubmitted = (execution: Execution, token: string): Execution => {
  const { waiting } = execution;
  if (waiting?.kind !== 'task' || waiting.token !== token || waiting.submitted) return execution;
  return { ...execution, waiting: { ...waiting, submitted: true }, history: execution.history + 1 };
};

/** Whoever holds the token gave a sign of life. */
export const taskHeartbeat = (execution: Execution, now: number): Execution => {
  const task = taskOf(execution);
  if (task.heartbeat === undefined) return execution;
  return { ...execution, waiting: { ...task, heartbeatAt: now + task.heartbeat * 1000 } };
};

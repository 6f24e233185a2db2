import { describe, expect, it } from 'vitest';
import type { Retrier, TaskState } from '../../../language/compile/asl.ts';
import { NotWaitingError } from '../../../simulator/machine/errors.ts';
import { awaits, dueAt, type Execution } from '../../../simulator/machine/execution.ts';
import {
  advance,
  taskFailed,
  taskHeartbeat,
  taskSubmitted,
  taskSucceeded,
} from '../../../simulator/machine/interpreter.ts';
import { begin, errorOf, t0 } from './support.ts';

const INVOKE = 'arn:aws:states:::lambda:invoke';
const TOKEN = `${INVOKE}.waitForTaskToken`;

const task = (more: Partial<TaskState> = {}): TaskState => ({ Type: 'Task', Resource: INVOKE, Next: 'end', ...more });

const run = (more: Partial<TaskState> = {}, input: unknown = { x: 1 }) =>
  begin(
    { t: task(more), end: { Type: 'Succeed' }, caught: { Type: 'Succeed', Output: { caught: '{% $states.input %}' } } },
    input,
  );

const boom = { error: 'Boom', cause: 'it broke' };

describe('Task', () => {
  it('asks for its arguments to be performed, and goes on with the result', async () => {
    const { definition, execution, at } = await run({ Arguments: { Payload: { n: '{% $states.input.x %}' } } });
    expect(execution.waiting).toEqual({ kind: 'task', resource: INVOKE, arguments: { Payload: { n: 1 } } });
    expect(dueAt(execution)).toBeUndefined();
    expect(await taskSucceeded(definition, execution, { Payload: 2 }, at(1))).toMatchObject({ output: { Payload: 2 } });
  });

  it('shapes its output from input and result, and assigns from both', async () => {
    const { definition, execution, at } = await begin(
      {
        t: task({
          Output: '{% $merge([$states.input, $states.result.Payload]) %}',
          Assign: { seen: '{% $states.result.Payload.y %}' },
        }),
        end: { Type: 'Succeed', Output: { all: '{% $states.input %}', seen: '{% $seen %}' } },
      },
      { x: 1 },
    );
    const after = await taskSucceeded(definition, execution, { Payload: { y: 2 } }, at(1));
    expect(after.output).toEqual({ all: { x: 1, y: 2 }, seen: 2 });
  });

  it('survives being kept as JSON at any point', async () => {
    const { definition, execution, at } = await run({ Resource: TOKEN, TimeoutSeconds: 60 });
    const kept = JSON.parse(JSON.stringify(execution)) as Execution;
    expect(kept).toEqual(execution);
    expect(await taskSucceeded(definition, kept, 'ok', at(1))).toEqual(
      await taskSucceeded(definition, execution, 'ok', at(1)),
    );
  });

  it('leaves the execution it is given as it was', async () => {
    const { definition, execution, at } = await run();
    const before = structuredClone(execution);
    await taskFailed(definition, execution, boom, at(1));
    await taskSucceeded(definition, execution, {}, at(1));
    expect(execution).toEqual(before);
  });

  it('refuses an answer that nothing waits for', async () => {
    const { definition, execution, at } = await run();
    const ended = await taskSucceeded(definition, execution, {}, at(1));
    await expect(taskSucceeded(definition, ended, {}, at(2))).rejects.toThrow(NotWaitingError);
  });

  it('fails the execution without Retry and Catch', async () => {
    const { definition, execution, at } = await run();
    expect(errorOf(await taskFailed(definition, execution, boom, at(1)))).toEqual({ status: 'failed', ...boom });
  });

  it('can recover from its own expressions', async () => {
    const Catch = [
      { ErrorEquals: ['States.QueryEvaluationError'], Next: 'caught', Output: '{% $states.errorOutput.Error %}' },
    ];
    const early = await run({ Arguments: '{% $states.input.gone %}', Catch });
    expect(early.execution.output).toEqual({ caught: 'States.QueryEvaluationError' });
    const late = await run({ Output: '{% $states.result.gone %}', Catch });
    expect(await taskSucceeded(late.definition, late.execution, {}, late.at(1))).toMatchObject({
      output: { caught: 'States.QueryEvaluationError' },
    });
  });
});

describe('a task with a token', () => {
  it('hands out its token and waits for an answer to it, until its time-out', async () => {
    const { execution } = await run({
      Resource: TOKEN,
      Arguments: { token: '{% $states.context.Task.Token %}' },
      TimeoutSeconds: '{% $states.input.x * 60 %}',
    });
    expect(execution.waiting).toEqual({
      kind: 'task',
      resource: TOKEN,
      arguments: { token: 'token-1' },
      token: 'token-1',
      timeoutAt: t0 + 60_000,
    });
    expect([awaits(execution, 'token-1'), awaits(execution, 'token-2')]).toEqual([true, false]);
  });

  it('remembers that its call was made, unless it has moved on', async () => {
    const { definition, execution, at } = await run({ Resource: TOKEN });
    expect(taskSubmitted(execution, 'token-1').waiting).toMatchObject({ submitted: true });
    expect(taskSubmitted(execution, 'token-9')).toBe(execution);
    const ended = await taskSucceeded(definition, execution, {}, at(1));
    expect(taskSubmitted(ended, 'token-1')).toBe(ended);
  });

  it('times out at its instant, not before', async () => {
    const Catch = [{ ErrorEquals: ['States.Timeout'], Next: 'caught', Output: '{% $states.input %}' }];
    const { definition, execution, at } = await run({ Resource: TOKEN, TimeoutSeconds: 60, Catch });
    expect(await advance(definition, execution, at(59))).toBe(execution);
    expect(await advance(definition, execution, at(60))).toMatchObject({ output: { caught: { x: 1 } } });
  });

  it('times out when signs of life stop', async () => {
    const { definition, execution, at } = await run({ Resource: TOKEN, TimeoutSeconds: 60, HeartbeatSeconds: 10 });
    const alive = taskHeartbeat(execution, at(8).now);
    expect(dueAt(alive)).toBe(t0 + 18_000);
    expect(await advance(definition, alive, at(18))).toMatchObject({ error: 'States.HeartbeatTimeout' });
  });

  it.each([0, -1, 1.5, '{% "60" %}'])('refuses a time-out of %s', async (TimeoutSeconds) => {
    expect((await run({ TimeoutSeconds })).execution).toMatchObject({ error: 'States.QueryEvaluationError' });
  });
});

describe('Catch', () => {
  const caughtBy = async (ErrorEquals: string[], error: string) => {
    const { definition, execution, at } = await run({ Catch: [{ ErrorEquals, Next: 'caught' }] });
    return (await taskFailed(definition, execution, { error, cause: '' }, at(1))).status === 'succeeded';
  };

  it.each([
    ['its own name', ['Boom'], 'Boom', true],
    ['another name', ['Bang'], 'Boom', false],
    ['States.ALL', ['States.ALL'], 'Boom', true],
    ['States.ALL', ['States.ALL'], 'States.Timeout', true],
    ['States.ALL', ['States.ALL'], 'States.Runtime', false],
    ['States.ALL', ['States.ALL'], 'States.DataLimitExceeded', false],
    ['States.TaskFailed', ['States.TaskFailed'], 'Boom', true],
    ['States.TaskFailed', ['States.TaskFailed'], 'States.Timeout', false],
    ['States.TaskFailed', ['States.TaskFailed'], 'States.HeartbeatTimeout', false],
    ['States.Timeout', ['States.Timeout'], 'States.HeartbeatTimeout', true],
  ])('by %s: %j and %s is %s', async (_, names, error, caught) => {
    expect(await caughtBy(names, error)).toBe(caught);
  });

  it('gives the error as output unless it says otherwise, and may assign', async () => {
    const { definition, execution, at } = await begin({
      t: task({
        Catch: [{ ErrorEquals: ['States.ALL'], Next: 'end', Assign: { why: '{% $states.errorOutput.Cause %}' } }],
      }),
      end: { Type: 'Succeed', Output: ['{% $states.input %}', '{% $why %}'] },
    });
    expect(await taskFailed(definition, execution, boom, at(1))).toMatchObject({
      output: [{ Error: 'Boom', Cause: 'it broke' }, 'it broke'],
    });
  });

  it('fails the execution when its own expressions fail', async () => {
    const Catch = [{ ErrorEquals: ['States.ALL'], Next: 'caught', Output: '{% $states.input.gone %}' }];
    const { definition, execution, at } = await run({ Catch });
    expect(await taskFailed(definition, execution, boom, at(1))).toMatchObject({
      error: 'States.QueryEvaluationError',
    });
  });
});

describe('Retry', () => {
  /** Fails each attempt at once; the delays between them in seconds, and how it ended. */
  const delays = async (Retry: Retrier[], errors: string[], more: Partial<TaskState> = {}) => {
    const { definition, execution, at } = await run({ Retry, ...more });
    let current = execution;
    const found: number[] = [];
    for (const error of errors) {
      const now = (dueAt(current) ?? t0) - t0;
      const attempt = await advance(definition, current, at(now / 1000));
      current = await taskFailed(definition, attempt, { error, cause: '' }, at(now / 1000));
      if (current.status !== 'running') break;
      found.push(((dueAt(current) ?? 0) - t0 - now) / 1000);
    }
    return { delays: found, current };
  };

  it('backs off from its interval by its rate, up to its longest delay, as often as it may', async () => {
    const Retry = [{ ErrorEquals: ['Boom'], IntervalSeconds: 2, BackoffRate: 3, MaxDelaySeconds: 10, MaxAttempts: 4 }];
    const { delays: found, current } = await delays(Retry, Array(9).fill('Boom'));
    expect(found).toEqual([2, 6, 10, 10]);
    expect(current).toMatchObject({ status: 'failed', error: 'Boom' });
  });

  it('tries three times after 1, 2 and 4 seconds unless told otherwise', async () => {
    expect((await delays([{ ErrorEquals: ['States.ALL'] }], Array(9).fill('Boom'))).delays).toEqual([1, 2, 4]);
  });

  it('spreads its delays by chance with full jitter', async () => {
    const { delays: found } = await delays([{ ErrorEquals: ['Boom'], JitterStrategy: 'FULL' }], Array(9).fill('Boom'));
    expect(found).toEqual([0.5, 1, 2]);
  });

  it('counts each rule by itself, and asks only the first that is meant for the error', async () => {
    const Retry = [
      { ErrorEquals: ['Never'], MaxAttempts: 0 },
      { ErrorEquals: ['Boom'], MaxAttempts: 1 },
      { ErrorEquals: ['States.TaskFailed'], IntervalSeconds: 9, MaxAttempts: 1 },
    ];
    expect((await delays(Retry, ['Boom', 'Bang', 'Boom'])).delays).toEqual([1, 9]);
    expect((await delays(Retry, ['Never'])).delays).toEqual([]);
  });

  it('begins anew with each state', async () => {
    const Retry = [{ ErrorEquals: ['Boom'], MaxAttempts: 1 }];
    const { definition, execution, at } = await begin({
      t: task({ Retry, Next: 'u' }),
      u: task({ Retry }),
      end: { Type: 'Succeed' },
    });
    const retried = await advance(definition, await taskFailed(definition, execution, boom, at(0)), at(1));
    const second = await taskSucceeded(definition, retried, {}, at(1));
    expect(await taskFailed(definition, second, boom, at(1))).toMatchObject({ status: 'running', state: 'u' });
  });

  it('then turns to Catch', async () => {
    const { current } = await delays([{ ErrorEquals: ['Boom'], MaxAttempts: 1 }], ['Boom', 'Boom'], {
      Catch: [{ ErrorEquals: ['Boom'], Next: 'caught' }],
    });
    expect(current).toMatchObject({ status: 'succeeded', state: 'caught' });
  });

  it('tries again with a token and a time-out of its own, telling its count', async () => {
    const Arguments = ['{% $states.context.Task.Token %}', '{% $states.context.State.RetryCount %}'];
    const { definition, execution, at } = await run({
      Resource: TOKEN,
      Arguments,
      TimeoutSeconds: 60,
      Retry: [{ ErrorEquals: ['Boom'] }],
    });
    const again = await advance(definition, await taskFailed(definition, execution, boom, at(5)), at(6));
    expect(again.waiting).toMatchObject({ arguments: ['token-2', 1], timeoutAt: t0 + 66_000 });
    expect(again).toMatchObject({ transitions: 2, enteredAt: t0 });
  });
});

describe('an execution', () => {
  it('counts the states it enters, and its retries', async () => {
    const { definition, execution, at } = await begin({
      a: { Type: 'Pass', Next: 't' },
      t: task({ Retry: [{ ErrorEquals: ['Boom'] }] }),
      end: { Type: 'Succeed' },
    });
    const again = await advance(definition, await taskFailed(definition, execution, boom, at(0)), at(1));
    const ended = await taskSucceeded(definition, again, {}, at(1));
    // Pass 2, task 3 for each attempt and 2, Succeed 2, and the execution's own start and end.
    expect(ended).toMatchObject({ transitions: 4, history: 14 });
  });

  it('ends at 25,000 history events, so that no loop is endless', async () => {
    const { execution } = await begin({ a: { Type: 'Pass', Next: 'b' }, b: { Type: 'Pass', Next: 'a' } });
    expect(execution).toMatchObject({ status: 'failed', error: 'States.Runtime', history: 25_001 });
  });
});

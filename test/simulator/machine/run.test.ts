import { describe, expect, it } from 'vitest';
import type { Machine, Retrier, State, TaskState } from '../../../language/compile/asl.ts';
import { beginRun, type Run, taskFailed, taskSucceeded, type Waiting } from '../../../simulator/machine/run.ts';

const task = (more: Partial<TaskState> = {}): TaskState => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke',
  Next: 'end',
  ...more,
});

const end: State = { Type: 'Succeed' };

const begin = async (States: Record<string, State>, input: unknown = { x: 1 }): Promise<Run> =>
  beginRun(
    { QueryLanguage: 'JSONata', StartAt: Object.keys(States)[0]!, TimeoutSeconds: 90, States } as Machine,
    input,
  );

const half = () => 0.5;

describe('a task of a run', () => {
  it('is asked with its arguments filled in, at once', async () => {
    const run = await begin({
      t: task({ Arguments: { Payload: { n: '{% $states.input.x + 1 %}', as: 'it is' } } }),
      end,
    });
    expect(run).toMatchObject({ status: 'waiting', delay: 0, arguments: { Payload: { n: 2, as: 'it is' } } });
  });

  it('passes its result on, or what Output makes of input and result', async () => {
    const plain = (await begin({ t: task(), end })) as Waiting;
    expect(await taskSucceeded(plain, { y: 2 })).toMatchObject({ status: 'succeeded', input: { y: 2 } });
    const Output = '{% $merge([$states.input, $states.result.Payload]) %}';
    const merging = (await begin({ t: task({ Output }), end })) as Waiting;
    expect(await taskSucceeded(merging, { Payload: { y: 2 } })).toMatchObject({ input: { x: 1, y: 2 } });
  });

  it.each([
    ['arguments', { Arguments: '{% $states.input.gone %}' }],
    ['output', { Output: '{% $states.result.gone %}' }],
  ])('ends the run where its %s come to nothing', async (_, more) => {
    const run = await begin({ t: task(more), end });
    const ended = run.status === 'waiting' ? await taskSucceeded(run, {}) : run;
    expect(ended).toMatchObject({ status: 'failed', state: 't', error: 'States.QueryEvaluationError' });
  });

  it('leaves the run that it was given as it was', async () => {
    const run = (await begin({ t: task({ Retry: [{ ErrorEquals: ['Boom'] }] }), end })) as Waiting;
    const before = structuredClone(run);
    await taskSucceeded(run, {});
    taskFailed(run, 'Boom', '', half);
    expect(run).toEqual(before);
  });
});

describe('a choice of a run', () => {
  const by = (Condition: string | boolean): Record<string, State> => ({
    pick: {
      Type: 'Choice',
      Choices: [{ Condition, Next: 'yes', Output: { y: '{% $states.input.x %}' } }],
      Default: 'no',
    },
    yes: end,
    no: end,
  });

  it('takes the first rule that is true, with its Output, else the Default with the input', async () => {
    expect(await begin(by('{% $states.input.x = 1 %}'))).toMatchObject({ state: 'yes', input: { y: 1 } });
    expect(await begin(by('{% $states.input.x = 1 %}'), { x: 2 })).toMatchObject({ state: 'no', input: { x: 2 } });
    expect(await begin(by(true))).toMatchObject({ state: 'yes' });
  });

  it.each([
    ['is not a boolean', '{% $states.input.x %}'],
    ['evaluates to nothing', '{% $states.input.missing > 3 %}'],
    ['cannot be evaluated', '{% $states.input.x + "a" %}'],
    ['is not JSONata', '{% $states.input. %}'],
    ['calls what machines do not have', '{% $eval("true") %}'],
  ])('ends the run where a condition %s', async (_, condition) => {
    expect(await begin(by(condition))).toMatchObject({ status: 'failed', error: 'States.QueryEvaluationError' });
  });

  it('that leads in a circle without a task ends the run', async () => {
    const choice = (Default: string): State => ({ Type: 'Choice', Choices: [], Default });
    expect(await begin({ a: choice('b'), b: choice('a') })).toMatchObject({
      status: 'failed',
      error: 'States.Runtime',
    });
  });

  it('that leads to no state ends the run', async () => {
    const run = await begin({ a: { Type: 'Choice', Choices: [], Default: 'nowhere' } });
    expect(run).toMatchObject({ status: 'failed', error: 'States.Runtime', cause: 'There is no state "nowhere".' });
  });
});

describe('a task that fails', () => {
  /** Fails each attempt; the delays between them in seconds, and how it ended. */
  const failing = async (Retry: Retrier[], errors: string[]) => {
    let run = await begin({ t: task({ Retry }), end });
    const delays: number[] = [];
    for (const error of errors) {
      run = taskFailed(run as Waiting, error, 'it broke', half);
      if (run.status !== 'waiting') break;
      delays.push(run.delay / 1000);
    }
    return { delays, run };
  };
  const often = Array<string>(9).fill('Boom');

  it('ends the run without Retry, by its own error', async () => {
    const { run } = await failing([], often);
    expect(run).toMatchObject({ status: 'failed', state: 't', error: 'Boom', cause: 'it broke', input: { x: 1 } });
  });

  it('backs off from its interval by its rate, up to its longest delay, as often as it may', async () => {
    const Retry = [{ ErrorEquals: ['Boom'], IntervalSeconds: 2, BackoffRate: 3, MaxDelaySeconds: 10, MaxAttempts: 4 }];
    const { delays, run } = await failing(Retry, often);
    expect(delays).toEqual([2, 6, 10, 10]);
    expect(run).toMatchObject({ status: 'failed', error: 'Boom' });
  });

  it('is tried three times after 1, 2 and 4 seconds unless told otherwise', async () => {
    expect((await failing([{ ErrorEquals: ['States.ALL'] }], often)).delays).toEqual([1, 2, 4]);
  });

  it('spreads its delays by chance with full jitter', async () => {
    const Retry: Retrier[] = [{ ErrorEquals: ['Boom'], JitterStrategy: 'FULL' }];
    expect((await failing(Retry, often)).delays).toEqual([0.5, 1, 2]);
  });

  it('counts each rule by itself, and asks only the first that is meant for the error', async () => {
    const Retry = [
      { ErrorEquals: ['Never'], MaxAttempts: 0 },
      { ErrorEquals: ['Boom'], MaxAttempts: 1 },
      { ErrorEquals: ['States.TaskFailed'], IntervalSeconds: 9, MaxAttempts: 1 },
    ];
    expect((await failing(Retry, ['Boom', 'Bang', 'Boom'])).delays).toEqual([1, 9]);
    expect((await failing(Retry, ['Never'])).delays).toEqual([]);
  });

  it('begins anew with each state', async () => {
    const Retry = [{ ErrorEquals: ['Boom'], MaxAttempts: 1 }];
    const first = (await begin({ t: task({ Retry, Next: 'u' }), u: task({ Retry }), end })) as Waiting;
    const retried = taskFailed(first, 'Boom', '', half) as Waiting;
    const second = (await taskSucceeded(retried, {})) as Waiting;
    expect(taskFailed(second, 'Boom', '', half)).toMatchObject({ status: 'waiting', state: 'u' });
  });
});

describe('an expression of a run', () => {
  const value = async (source: string, input: unknown = {}) => {
    const run = await begin({ t: task({ Arguments: { v: `{% ${source} %}` } }), end }, input);
    return run.status === 'waiting' ? run.arguments : run;
  };

  it('may read arrays, null and false like any value', async () => {
    const input = { list: [{ n: 1 }, { n: 2 }], one: [1], empty: [], none: null, no: false };
    expect(await value('[$states.input.list.n]', input)).toEqual({ v: [1, 2] });
    expect(await value('$states.input.list', input)).toEqual({ v: input.list });
    expect(await value('[$states.input.one, $count($states.input.empty)]', input)).toEqual({ v: [1, 0] });
    expect(await value('$states.input.none', input)).toEqual({ v: null });
    expect(await value('$states.input.no', input)).toEqual({ v: false });
  });
});

import { describe, expect, it } from 'vitest';
import type { State } from '../../../language/compile/asl.ts';
import { advance } from '../../../simulator/machine/interpreter.ts';
import { begin, outputOf, t0 } from './support.ts';

describe('Pass and Succeed', () => {
  it('pass their input on, or what Output makes of it', async () => {
    expect(await outputOf({ a: { Type: 'Pass', Next: 'b' }, b: { Type: 'Succeed' } }, { x: 1 })).toEqual({ x: 1 });
    expect(
      await outputOf(
        {
          a: { Type: 'Pass', Output: { y: '{% $states.input.x + 1 %}', z: 'as it is' }, Next: 'b' },
          b: { Type: 'Succeed', Output: '{% $states.input.y * 10 %}' },
        },
        { x: 1 },
      ),
    ).toBe(20);
  });

  it('end the execution with End, too', async () => {
    expect(await outputOf({ a: { Type: 'Pass', Output: [1, '{% 2 %}'], End: true } })).toEqual([1, 2]);
  });

  it('assign variables for later states, Output seeing only those from before', async () => {
    expect(
      await outputOf({
        a: { Type: 'Pass', Assign: { n: 1 }, Next: 'b' },
        b: { Type: 'Pass', Assign: { n: '{% $n + 1 %}', m: '{% $n %}' }, Output: '{% $n %}', Next: 'c' },
        c: { Type: 'Succeed', Output: ['{% $n %}', '{% $m %}', '{% $states.input %}'] },
      }),
    ).toEqual([2, 1, 1]);
  });
});

describe('Choice', () => {
  const by = (Condition: string | boolean): Record<string, State> => ({
    pick: { Type: 'Choice', Choices: [{ Condition, Next: 'yes', Output: 'shaped' }], Default: 'no' },
    yes: { Type: 'Succeed' },
    no: { Type: 'Succeed', Output: 'no' },
  });

  it('takes the first rule that is true, with its Output, else the Default', async () => {
    expect(await outputOf(by('{% $states.input.x = 1 %}'), { x: 1 })).toBe('shaped');
    expect(await outputOf(by('{% $states.input.x = 1 %}'), { x: 2 })).toBe('no');
    expect(await outputOf(by(true))).toBe('shaped');
  });

  it('fails when nothing matches and there is no Default', async () => {
    expect(
      await outputOf({
        pick: { Type: 'Choice', Choices: [{ Condition: false, Next: 'yes' }] },
        yes: { Type: 'Succeed' },
      }),
    ).toMatchObject({ status: 'failed', error: 'States.NoChoiceMatched' });
  });

  it.each([
    ['is not a boolean', '{% $states.input.x %}'],
    ['evaluates to nothing', '{% $states.input.missing > 3 %}'],
    ['cannot be evaluated', '{% $states.input.x + "a" %}'],
    ['is not JSONata', '{% $states.input. %}'],
    ['calls what machines do not have', '{% $eval("true") %}'],
  ])('fails when a condition %s', async (_, condition) => {
    expect(await outputOf(by(condition), { x: 1 })).toMatchObject({ error: 'States.QueryEvaluationError' });
  });
});

describe('Wait', () => {
  it('waits for its seconds, in virtual time, and passes its input on', async () => {
    const { definition, execution, at } = await begin(
      { w: { Type: 'Wait', Seconds: '{% $states.input.s %}', Next: 'end' }, end: { Type: 'Succeed' } },
      { s: 90 },
    );
    expect(execution.waiting).toEqual({ kind: 'until', at: t0 + 90_000 });
    expect(await advance(definition, execution, at(89))).toBe(execution);
    expect(await advance(definition, execution, at(90))).toMatchObject({ status: 'succeeded', output: { s: 90 } });
  });

  it('waits for an instant, and not at all for one that is over', async () => {
    const until = (Timestamp: string) => begin({ w: { Type: 'Wait', Timestamp, End: true } });
    expect((await until('2026-03-02T10:00:00.500+01:00')).execution.waiting).toEqual({ kind: 'until', at: t0 + 500 });
    expect((await until('{% $fromMillis($millis() - 1) %}')).execution.status).toBe('succeeded');
  });

  it.each([{ Seconds: '{% "1" %}' }, { Seconds: -1 }, { Seconds: 1.5 }, { Timestamp: '2026-03-02' }])(
    'fails on %j',
    async (when) => {
      expect(await outputOf({ w: { Type: 'Wait', ...when, End: true } })).toMatchObject({
        error: 'States.QueryEvaluationError',
      });
    },
  );
});

describe('Fail', () => {
  it('fails with its error and cause, written or computed', async () => {
    expect(
      await outputOf({ f: { Type: 'Fail', Error: 'Oh', Cause: '{% "no " & $states.input.x %}' } }, { x: 1 }),
    ).toEqual({
      status: 'failed',
      error: 'Oh',
      cause: 'no 1',
    });
  });
});

describe('expressions', () => {
  const value = (source: string, input: unknown = {}) =>
    outputOf({ a: { Type: 'Pass', Output: { v: `{% ${source} %}` }, End: true } }, input);

  it('know the time of the execution, not of the machine they run on', async () => {
    expect(
      await value('[$now(), $millis(), $states.context.State.EnteredTime, $states.context.Execution.StartTime]'),
    ).toEqual({
      v: ['2026-03-02T09:00:00.000Z', t0, '2026-03-02T09:00:00.000Z', '2026-03-02T09:00:00.000Z'],
    });
    expect(await value('$now("[Y0001]")')).toEqual({ v: '2026' });
  });

  it('know the execution and the state', async () => {
    expect(await value('$states.context', { x: 1 })).toEqual({
      v: {
        Execution: {
          Id: 'arn:aws:states:us-east-1:000000000000:execution:m1:e1',
          Name: 'e1',
          Input: { x: 1 },
          StartTime: '2026-03-02T09:00:00.000Z',
          RedriveCount: 0,
        },
        State: { Name: 'a', EnteredTime: '2026-03-02T09:00:00.000Z', RetryCount: 0 },
        StateMachine: { Name: 'm1', Id: expect.any(String) },
      },
    });
  });

  it('have the functions that machines add', async () => {
    expect(await value('[$range(1, 5, 2), $partition([1,2,3], 2), $parse("{\\"a\\":1}").a, $random()]')).toEqual({
      v: [1, 3, 5, [1, 2], [3], 1, 0.5],
    });
    expect(await value('$hash("a")')).toEqual({ v: expect.stringMatching(/^ca978112/) });
  });

  it('may read arrays, null and false like any value', async () => {
    const input = { list: [{ n: 1 }, { n: 2 }], one: [1], empty: [], none: null, no: false };
    expect(await value('[$states.input.list.n]', input)).toEqual({ v: [1, 2] });
    expect(await value('$states.input.list', input)).toEqual({ v: input.list });
    expect(await value('[$states.input.one, $count($states.input.empty)]', input)).toEqual({ v: [1, 0] });
    expect(await value('$states.input.one', input)).toEqual({ v: [1] });
    expect(await value('$states.input.empty', input)).toEqual({ v: [] });
    expect(await value('$states.input.none', input)).toEqual({ v: null });
    expect(await value('$states.input.no', input)).toEqual({ v: false });
  });

  it('fail on what is missing, naming the expression and the field', async () => {
    expect(await value('$states.input.gone')).toMatchObject({
      error: 'States.QueryEvaluationError',
      cause: '"$states.input.gone" in Output/v returned nothing (undefined).',
    });
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Step } from '../../../language/catalogue/definition.ts';
import { NOT_HEARD } from '../../../language/catalogue/task.ts';
import { validateAsl } from '../../support/validate-asl.ts';
import { type Asked, input, machineOf, type Reply, run } from './run.ts';

type Unnamed<T> = T extends Step ? Omit<T, 'id'> : never;

const conditions = ['event.plan = "team"', 'customer.nps < 7', 'heard.reason = "price"', 'customer.calmDays >= 2'];

/** Steps of every kind, at most three deep; ids are given afterwards. */
const { steps } = fc.letrec<{ steps: Step[]; step: Unnamed<Step> }>((tie) => ({
  steps: fc.array(tie('step'), { maxLength: 3, depthIdentifier: 'steps' }) as fc.Arbitrary<Step[]>,
  step: fc.oneof(
    { maxDepth: 3, depthIdentifier: 'steps' },
    fc.record({ kind: fc.constant('wait' as const), seconds: fc.nat(1000) }),
    fc.record({ kind: fc.constant('exit' as const) }),
    fc.record({
      kind: fc.constantFrom('send' as const, 'task' as const),
      moment: fc.constant('welcome'),
      unsent: tie('steps'),
    }),
    fc.record({
      kind: fc.constant('emit' as const),
      event: fc.constant('loyalty.points_granted'),
      unsent: tie('steps'),
    }),
    fc.record({
      kind: fc.constant('wait-until' as const),
      until: fc.constantFrom('event.renewsAt', 'customer.birthday'),
      offset: fc.integer({ min: -9, max: 9 }),
      reached: tie('steps'),
      past: tie('steps'),
    }),
    fc.record({
      kind: fc.constant('choose' as const),
      branches: fc.array(fc.record({ when: fc.constantFrom(...conditions), steps: tie('steps') }), {
        minLength: 1,
        maxLength: 2,
      }),
      otherwise: tie('steps'),
    }),
    fc.record({
      kind: fc.constant('split' as const),
      arms: fc.tuple(tie('steps'), tie('steps')).map(([a, b]) => [
        { name: 'a', share: 50, steps: a },
        { name: 'b', share: 50, steps: b },
      ]),
    }),
    fc.record({
      kind: fc.constant('listen' as const),
      on: fc.constant(['product.cancelled']),
      within: fc.nat(1000),
      heard: tie('steps'),
      silent: tie('steps'),
    }),
  ) as fc.Arbitrary<Unnamed<Step>>,
}));

/** Gives every step, at any depth, an id of its own. */
const named = (value: unknown, count = { steps: 0 }): unknown => {
  if (Array.isArray(value)) return value.map((item) => named(item, count));
  if (typeof value !== 'object' || value === null) return value;
  const inner = Object.entries(value).map(([key, each]) => [key, named(each, count)]);
  return { ...('kind' in value ? { id: `step-${++count.steps}` } : {}), ...Object.fromEntries(inner) };
};

const journeys = steps.map((some) => named(some) as Step[]);

const customer = { nps: 3, calmDays: 5 };
const repliesTo = {
  send: ['sent', 'unsent', 'ended', 'held', 'error'],
  park: ['done', 'timeout'],
  emit: ['sent', 'unsent', 'ended'],
  listen: ['heard', 'timeout', 'not-heard', 'error'],
  decide: ['heard', 'silent', 'ended'],
  facts: ['done', 'error'],
  finish: ['done'],
};

/** Any answer that the contract allows, by the next of a list of numbers. */
const replying = (choices: number[]) => {
  let turn = 0;
  return (task: Asked): Reply => {
    const allowed = repliesTo[task.task];
    const outcome = allowed[(choices[turn++ % choices.length] ?? 0) % allowed.length];
    if (outcome === 'timeout') return 'timeout';
    if (outcome === 'error') return { error: 'StoreBusyError' };
    if (outcome === 'not-heard') return { error: NOT_HEARD };
    if (outcome !== 'held') return { outcome, customer, ...(task.task === 'listen' && { heard: { reason: 'price' } }) };
    // The gate stops holding when the parks are used up.
    if (task.task === 'send' && task.parks >= task.maxParks) return { outcome: 'unsent', customer };
    return { outcome, customer, seconds: 5, parks: task.task === 'send' ? task.parks + 1 : 0 };
  };
};

/** Whether the last task ended the enrolment, or found it over. */
const endedBy = (task: Asked | undefined, outcome: string): boolean => {
  if (task?.task === 'finish' || outcome === 'ended') return true;
  return task !== undefined && 'ends' in task && (task.ends === 'always' || task.ends === outcome);
};

describe('the machine of any journey', () => {
  it('ends, with every task as the functions expect it, whatever they answer', async () => {
    const choices = fc.array(fc.nat(59), { minLength: 1, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(journeys, choices, async (some, answers) => {
        const state = input({ event: { plan: 'team', renewsAt: '2026-03-02T09:00:05.000Z' }, customer });
        const reply = replying(answers);
        let last = '';
        const { execution, payloads } = await run(machineOf(some), state, (task) => {
          const answer = reply(task);
          last = typeof answer === 'object' && 'outcome' in answer ? String(answer.outcome) : '';
          return answer;
        });
        expect(execution.status).toBe('succeeded');
        expect(execution.history).toBeLessThan(25_000);
        expect(endedBy(payloads.at(-1), last)).toBe(true);
      }),
      { numRuns: 200, seed: 1 },
    );
  });

  it("is accepted by AWS's own validator, which would also find states out of reach", async () => {
    await fc.assert(
      fc.asyncProperty(journeys, async (some) => {
        expect(await validateAsl(machineOf(some))).toEqual([]);
      }),
      { numRuns: 60, seed: 2 },
    );
  });
});

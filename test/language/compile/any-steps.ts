import fc from 'fast-check';
import type { Step } from '../../../language/catalogue/definition.ts';

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
      kind: fc.constant('task' as const),
      moment: fc.constant('welcome'),
      unsent: tie('steps'),
      awaited: fc.record({ within: fc.nat(1000), done: tie('steps'), undone: tie('steps') }),
    }),
    fc.record({
      kind: fc.constant('emit' as const),
      event: fc.constant('loyalty.points_granted'),
      unsent: tie('steps'),
    }),
    fc.record({
      kind: fc.constant('emit' as const),
      event: fc.constant('loyalty.points_granted'),
      unsent: tie('steps'),
      confirmed: fc.record({
        on: fc.constant('product.cancelled'),
        within: fc.nat(1000),
        unconfirmed: tie('steps'),
        rest: tie('steps'),
      }),
    }),
    fc.record({
      kind: fc.constant('give' as const),
      fits: fc.constant('service-failure'),
      given: tie('steps'),
      none: tie('steps'),
      unchosen: fc.constant([]),
    }),
    fc.record({
      kind: fc.constant('give' as const),
      chosen: fc.constant('what-would-help'),
      within: fc.nat(1000),
      given: tie('steps'),
      none: tie('steps'),
      unchosen: tie('steps'),
      unconfirmed: tie('steps'),
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
      branches: fc.array(fc.record({ when: fc.constantFrom(...conditions), steps: tie('steps') }), { maxLength: 2 }),
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
    fc.record({
      kind: fc.constant('repeat' as const),
      every: fc.integer({ min: 60, max: 1000 }),
      atMost: fc.integer({ min: 1, max: 3 }),
      steps: tie('steps'),
    }),
  ) as fc.Arbitrary<Unnamed<Step>>,
}));

/** Gives every step, at any depth, an id of its own. */
const nameSteps = (value: unknown, count = { steps: 0 }): unknown => {
  if (Array.isArray(value)) return value.map((item) => nameSteps(item, count));
  if (typeof value !== 'object' || value === null) return value;
  const inner = Object.entries(value).map(([key, each]) => [key, nameSteps(each, count)]);
  return { ...('kind' in value ? { id: `step-${++count.steps}` } : {}), ...Object.fromEntries(inner) };
};

/** The steps of any journey. */
export const anySteps = steps.map((some) => nameSteps(some) as Step[]);

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileCatalogue } from '../../../language/compile/catalogue.ts';
import { compileMachine } from '../../../language/compile/machine.ts';
import { runs } from '../../support/depth.ts';
import { AGENT, ASKS, EVENTS, read, stepProblems, withSteps } from './fixture.ts';

const LONG = `points.${'granted_'.repeat(8)}`;

/** Some of them are right in some places, some nowhere. */
const condition = fc.constantFrom(
  'event.plan = "solo"',
  'customer.calmDays > 3',
  'customer.nps <= 6 or $exists(customer.nps)',
  'heard.score > 2',
  'heard.subscriptionId = customer.id',
  '$exists(event)',
  'customer',
  'heard.at < event.at',
  '$count(customer) > 1',
  '(event).plan = "solo"',
  'event.*',
  '$contains(event.plan, "o")',
  '"{% %}" = event.plan',
);
const duration = fc.constantFrom('0 minutes', '1 minute', '3 days', '40 weeks');
const id = fc.option(fc.constantFrom('at', 'end', 'wait', 'send-welcome', 'x'.repeat(50), 'a-2', 'exit-1', 'finish'), {
  nil: undefined,
});
const trigger = fc.record({
  on: fc.constantFrom('renewal.done', 'feedback.received', LONG),
  where: fc.option(condition, { nil: undefined }),
});
const values = fc.constantFrom(undefined, { points: 3 }, { points: '= event.at' }, { gift: '= customer', points: 1 });

/** Steps as an author may write them, most of them right. */
const { steps } = fc.letrec<{ steps: object[]; step: object }>((tie) => ({
  steps: fc.array(tie('step'), { maxLength: 3, depthIdentifier: 'written' }) as fc.Arbitrary<object[]>,
  step: fc.oneof(
    { maxDepth: 2, depthIdentifier: 'written' },
    fc.record({ wait: duration, id }),
    fc.record({ exit: fc.constant(true), id }),
    fc.record({
      send: fc.constantFrom('welcome', 'question'),
      id,
      with: values,
      unless: fc.option(trigger, { nil: undefined }),
    }),
    fc.record({ task: fc.constant('call'), id, unsent: tie('steps') }),
    fc.record({ task: fc.constant('call'), id, within: duration, done: tie('steps'), undone: tie('steps') }),
    fc.record({ emit: fc.constantFrom('points.granted', LONG), id, with: values }),
    fc.record({
      emit: fc.constant('points.granted'),
      with: fc.constant({ points: 3 }),
      confirmed: fc.record({ on: fc.constantFrom('renewal.done', LONG), within: duration }),
      unconfirmed: tie('steps'),
    }),
    fc.record({
      wait: fc.record({ until: fc.constantFrom('customer.since', 'event.at', 'event') }),
      past: tie('steps'),
    }),
    fc.record({
      choose: fc.array(fc.record({ when: condition, steps: tie('steps') }), { minLength: 1, maxLength: 2 }),
    }),
    fc.record({
      split: fc.constantFrom('at', 'style', 'wait'),
      arms: fc.record({ a: fc.record({ share: fc.constant(100), steps: tie('steps') }) }),
    }),
    fc.record({
      listen: fc.constantFrom('feedback.received', 'question', ['renewal.done', 'renewal.due']),
      within: duration,
      where: fc.option(condition, { nil: undefined }),
      heard: tie('steps'),
    }),
    fc.record({
      repeat: fc.record({
        every: duration,
        atMost: fc.constantFrom(1, 3),
        until: fc.option(trigger, { nil: undefined }),
      }),
      steps: tie('steps'),
    }),
  ) as fc.Arbitrary<object>,
}));

const files = {
  ...AGENT,
  ...ASKS,
  'events.yaml': `${EVENTS}${LONG}: { ours: true, fields: { points: number } }\n`,
};

describe('whatever check takes', () => {
  it('compiles', () => {
    let compiled = 0;
    fc.assert(
      fc.property(steps, (sample) => {
        const text = withSteps(`- ${JSON.stringify({ split: 'all', arms: { all: { share: 100, steps: sample } } })}`);
        const { definitions } = read({ ...files, 'journeys/onboarding.yaml': text });
        if (!definitions?.journeys.onboarding) return;
        const { States } = compileMachine(definitions.journeys.onboarding, compileCatalogue(definitions));
        expect(Object.keys(States).every((name) => name.length <= 80)).toBe(true);
        compiled++;
      }),
      { numRuns: runs(100), seed: 3 },
    );
    expect(compiled).toBeGreaterThan(runs(12));
  });

  it('may last 300 days, in whatever steps', () => {
    const some = fc.constantFrom(
      { days: 1, step: '- wait: 1 day' },
      { days: 40, step: '- wait: 40 days' },
      { days: 10, step: '- send: welcome' },
      { days: 20, step: '- { listen: renewal.done, within: 20 days }' },
      { days: 50, step: '- repeat: { every: 10 days, atMost: 5 }\n  steps: [ { wait: 10 days } ]' },
    );
    fc.assert(
      fc.property(fc.array(some, { minLength: 1, maxLength: 40 }), (many) => {
        let days = 0;
        const few = many.filter((each) => {
          const fits = days + each.days <= 300;
          if (fits) days += each.days;
          return fits;
        });
        expect(stepProblems(few.map(({ step }) => step).join('\n'))).toEqual([]);
      }),
      { numRuns: runs(20), seed: 4 },
    );
  });
});

import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../language/expressions/condition.ts';
import { establishedBy } from '../../../language/read/expressions/established.ts';
import { JOURNEY, moment, problems, stepProblems, withSteps } from './fixture.ts';

const NAME = moment('name', undefined, '{{ customer.firstName }}');
const steps = (text: string) => stepProblems(text, NAME);
const MISSING = [expect.stringContaining('`customer.firstName` may be missing')];

describe('copy behind a choice', () => {
  it.each([
    ['$exists(customer.firstName)'],
    ['customer.firstName = "Ada"'],
    ['customer.firstName != "Ada"'],
    ['customer.firstName in ["Ada", "Ben"]'],
    ['event.plan = "solo" and $exists(customer.firstName)'],
    ['($exists(customer.firstName) and event.plan = "solo") or customer.firstName = "Ada"'],
    ['$not($not($exists(customer.firstName)))'],
  ])('may print what the condition has found: %s', (when) =>
    expect(steps(`- choose: [ { when: '${when}', steps: [ { send: name } ] } ]`)).toEqual([]),
  );

  it.each([
    ['event.plan = "solo"'],
    ['$not($exists(customer.firstName))'],
    ['$exists(customer.firstName) or event.plan = "solo"'],
    ['$exists(event.firstName)'],
    ['$not(customer.firstName = "Ada")'],
  ])('may not print what it has not: %s', (when) =>
    expect(steps(`- choose: [ { when: '${when}', steps: [ { send: name } ] } ]`)).toEqual(MISSING),
  );

  it('may print it also where the choice is the other way about', () => {
    const not = '$not($exists(customer.firstName))';
    expect(
      steps(`- choose: [ { when: ${not}, steps: [ { wait: 1 day } ] }, { otherwise: [ { send: name } ] } ]`),
    ).toEqual([]);
    expect(steps(`- choose: [ { when: ${not}, steps: [ { exit: true } ] } ]\n- wait: 1 day\n- send: name`)).toEqual([]);
    const two = `- choose:\n    - when: ${not}\n      steps: [ { wait: 1 day } ]\n    - when: event.plan = "solo"\n      steps: [ { send: name } ]`;
    expect(steps(two)).toEqual([]);
  });

  it('may not print it after ways that meet again', () => {
    const choose = '- choose: [ { when: $exists(customer.firstName), steps: [ { wait: 1 day } ] } ]';
    expect(steps(`${choose}\n- send: name`)).toEqual(MISSING);
    const otherwise =
      '{ when: customer.mood = "negative", steps: [ { wait: 1 day } ] }, { otherwise: [ { send: name } ] }';
    expect(steps(`- choose: [ ${otherwise} ]`)).toEqual(MISSING);
  });

  it('may print it in a journey that is entered only with it', () => {
    const head = JOURNEY.slice(0, JOURNEY.indexOf('steps:'));
    const problemsWhen = (when: string) =>
      problems({
        ...NAME,
        'journeys/onboarding.yaml': withSteps('- send: name', head.replace('  again:', `  when: ${when}\n  again:`)),
      });
    expect(problemsWhen('$exists(customer.firstName)')).toEqual([]);
    expect(problemsWhen('event.plan = "solo"')).toEqual(MISSING);
  });

  it('may print what a value was worked out from', () => {
    const gift = moment('gift', undefined, '{{ with.name }}');
    const send = '{ send: gift, with: { name: = customer.firstName } }';
    expect(stepProblems(`- choose: [ { when: $exists(customer.firstName), steps: [ ${send} ] } ]`, gift)).toEqual([]);
    expect(stepProblems(`- ${send}`, gift)).toEqual([expect.stringContaining('`with.name` may be missing')]);
  });

  it('may print a date that came while it waited, and no answer of another question', () => {
    const problemsAfter = (inner: string) =>
      stepProblems(
        `- listen: feedback.received\n  within: 3 days\n  heard:\n    - choose: [ { when: $exists(heard.score), steps: [ ${inner} ] } ]`,
        moment('score', undefined, '{{ with.score }}'),
      );
    const send = '{ send: score, with: { score: = heard.score } }';
    expect(problemsAfter(send)).toEqual([]);
    expect(problemsAfter(`{ listen: feedback.received, within: 1 day, heard: [ ${send} ] }`)).toEqual([
      expect.stringContaining('`with.score` may be missing'),
    ]);
  });
});

describe('what a condition establishes', () => {
  const PARTS = [
    '$exists(customer.a)',
    '$exists(customer.b)',
    'customer.a = 1',
    'customer.b > customer.a',
    'customer.c',
    'customer.a + customer.b < 3',
  ];
  const conditions = PARTS.flatMap((one) => [
    one,
    `$not(${one})`,
    `$boolean(${one})`,
    ...PARTS.flatMap((other) => [`${one} and ${other}`, `$not(${one} or $not(${other}))`, `$not(${one}) or ${other}`]),
  ]);
  const customers = [
    {},
    { a: 1 },
    { b: 2 },
    { a: 1, b: 2 },
    { a: 2, b: 1, c: true },
    { a: 1, c: false },
    { b: 0, c: true },
  ];

  it('is there whenever it is true, or is not', async () => {
    let established = 0;
    for (const condition of conditions) {
      const { yes, no } = establishedBy(condition);
      established += yes.size + no.size;
      for (const customer of customers) {
        const isTrue = (await evaluate(`(${condition}) = true`, { customer })) === true;
        const there = Object.keys(customer).map((name) => `customer.${name}`);
        for (const fact of isTrue ? yes : no)
          expect([condition, there]).toEqual([condition, expect.arrayContaining([fact])]);
      }
    }
    expect(established).toBeGreaterThan(100);
  });
});

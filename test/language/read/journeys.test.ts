import { describe, expect, it } from 'vitest';
import { AGENT, ASKS, JOURNEY, moment, problems, read, stepProblems, withSteps } from './fixture.ts';

/** What is wrong with a journey whose head is changed. */
const problemsAfter = (from: string, instead: string, files: Record<string, string> = {}): string =>
  problems({ ...files, 'journeys/onboarding.yaml': JOURNEY.replace(from, instead) }).join('\n');

const steps = (lines: string, files: Record<string, string> = {}): string => stepProblems(lines, files).join('\n');

describe('a journey', () => {
  it.each([
    [
      'an unknown event, with the nearest',
      'customer.signed_up',
      'customer.signedup',
      '5:7 unknown event `customer.signedup`: did you mean `customer.signed_up`?',
    ],
    ['an unknown purpose', 'purpose: relationship', 'purpose: relation', '3:10 found `relation`'],
    [
      'an id that is not in kebab-case',
      'journey: onboarding',
      'journey: On Boarding',
      '1:10 `On Boarding` is not an id',
    ],
    ['an again that is none', 'after 90 days', 'sometimes', '6:10 `sometimes`: write `never`, `always`'],
    ['an again that is only a time', 'after 90 days', '7 days', '6:10 `7 days`: write `after 7 days`'],
    ['an again in words of another tool', 'after 90 days', 'every 2w', '6:10 `every 2w`: write `after 2w`'],
    ['an again that is a number', 'after 90 days', '7', '6:10 expected `never`, `always` or such as `after 90 days`'],
    ['an again without a duration', 'after 90 days', 'after a while', '6:10 `after a while` names no duration'],
    ['a holdout over 100', 'enter:', 'holdout: 120\nenter:', '4:10 a percentage is 0 to 100'],
    ['a schedule, which is for later', '  again: after 90 days', '  every: month', '6:3 `every`: not yet'],
    ['a count, which is for later', '  again: after 90 days', '  times: 3 in 7 days', '6:3 `times`: not yet'],
    ['a `per` of the customer', '  again: after 90 days', '  per: customer.id', '6:8 unknown `customer`'],
    ['a `per` that may be missing', '  again: after 90 days', '  per: event.firstName', '6:8 this may be missing'],
    [
      'a key that is there twice',
      'title: Onboarding',
      'title: Onboarding\ntitle: Again',
      '3:1 this key is there twice',
    ],
    [
      'a field that one entering event lacks',
      '  on: customer.signed_up',
      '  on: [customer.signed_up, renewal.due]\n  when: event.amount > 1',
      '6:9 `event.amount`: `customer.signed_up` has no field `amount`',
    ],
    [
      'an exit on an unknown event',
      'steps:',
      'exit: [ { on: renewal.don } ]\nsteps:',
      '7:15 unknown event `renewal.don`',
    ],
    [
      'an exit that compares different types',
      'steps:',
      'exit: [ { on: renewal.done, where: heard.subscriptionId = 3 } ]\nsteps:',
      '7:36 text is compared with 3',
    ],
    [
      'a goal on an unknown field',
      'steps:',
      'goal: { on: renewal.done, where: heard.id = event.plan }\nsteps:',
      '7:34 unknown `heard.id`',
    ],
    [
      'an unknown step in last words',
      'steps:',
      'exit: [ { on: renewal.done, steps: [ { sned: welcome } ] } ]\nsteps:',
      '7:40 unknown `sned`: did you mean `send`?',
    ],
  ])('refuses %s', (_, from, instead, message) =>
    expect(problemsAfter(from, instead)).toContain(`onboarding.yaml:${message}`),
  );

  it('is read in time, however long an `again` that is none', () => {
    const began = performance.now();
    const again = `${'7'.repeat(3000)}${'d'.repeat(3000)}!`;
    expect(problems({ 'journeys/onboarding.yaml': JOURNEY.replace('after 90 days', again) })[0]).toContain(
      'write `never`',
    );
    expect(performance.now() - began).toBeLessThan(5_000);
  });

  it('is checked further when a part of it cannot be read', () => {
    const text = JOURNEY.replace('3 days', 'soon')
      .replace('send: welcome\n', 'send: welcom\n')
      .replace('steps:', 'holdout: few\nsteps:');
    expect(problems({ 'journeys/onboarding.yaml': text }).map((line) => line.split(' ')[0])).toEqual([
      'journeys/onboarding.yaml:7:10',
      'journeys/onboarding.yaml:9:11',
      'journeys/onboarding.yaml:10:11',
    ]);
  });

  it('refuses an id that another file has', () => {
    expect(problems({ 'journeys/second.yaml': JOURNEY })).toEqual([
      'journeys/second.yaml:1:10 journey `onboarding` is in journeys/onboarding.yaml already',
    ]);
  });

  it('names the first step of last words by the place of their exit', () => {
    const text = JOURNEY.replace(
      'steps:',
      'exit:\n  - on: renewal.due\n  - { on: renewal.done, steps: [ { send: welcome } ] }\nsteps:',
    );
    expect(read({ 'journeys/onboarding.yaml': text }).definitions?.journeys.onboarding?.exits).toEqual([
      { on: 'renewal.due', steps: [] },
      {
        on: 'renewal.done',
        words: 'Exit-renewal.done',
        steps: [{ kind: 'send', id: 'send-welcome-3', moment: 'welcome', unsent: [] }],
      },
    ]);
  });
});

describe('steps', () => {
  const idsOf = (text: string, files: Record<string, string> = {}) =>
    read({ ...files, 'journeys/onboarding.yaml': withSteps(text) }).definitions?.journeys.onboarding?.steps.map(
      ({ id }) => id,
    );

  it('are called after what they do, and a second of the same gets a number', () => {
    const text = `- send: welcome
- task: call
- emit: points.granted
  with: { points: 1 }
- { send: question, id: wait-2 }
- listen: question
  within: 1 day
- wait: 1 day
- wait: 1 day
- choose: [ { otherwise: [] } ]
- split: timing
  arms: { early: { share: 100 } }
- listen: [renewal.done, renewal.due]
  within: 1 day
- exit: true`;
    expect(idsOf(text, { ...AGENT, ...ASKS })).toEqual([
      'send-welcome',
      'task-call',
      'emit-points-granted',
      'wait-2',
      'listen-question',
      'wait',
      'wait-3',
      'choose',
      'timing',
      'listen-renewal-done',
      'exit',
    ]);
  });

  it.each([
    ['an unknown kind of step', '- sned: welcome', '8:5 unknown `sned`: did you mean `send`?'],
    ['a key that the step does not have', '- send: welcome\n  within: 3 days', '9:5 unknown `within`'],
    [
      'an id that is there twice',
      '- { wait: 1 day, id: pause }\n- { wait: 1 day, id: pause }',
      '9:24 another step is `pause` already',
    ],
  ])('refuse %s', (_, lines, message) => {
    const text = steps(lines, { ...AGENT, ...ASKS });
    expect(text).toContain(`onboarding.yaml:${message}`);
    expect(text.split('\n')).toHaveLength(1);
  });

  it('say nothing of a moment that says what is wrong itself', () => {
    const asks = moment('question', 'channels: [inbox]\ntopic: start\nasks: npss');
    expect(stepProblems('- send: question\n- listen: question\n  within: 1 day', asks)).toEqual([
      'moments/question.md:6:7 found `npss`: did you mean `nps`?',
    ]);
  });
});

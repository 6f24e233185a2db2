import { describe, expect, it } from 'vitest';
import { input, run, well } from '../compile/run.ts';
import { compileSteps, EVENTS, JOURNEY, problems, stepProblems, withSteps, wrongWith } from '../read/fixture.ts';

const indent = (steps: string): string => steps.replaceAll(/^/gm, '        ');

describe('an emit', () => {
  it.each([
    [
      'an emit of what others send',
      '- emit: renewal.done\n  with: { subscriptionId: a }',
      '8:11 `renewal.done` comes from other systems',
    ],
    ['an emit without a field', '- emit: points.granted', '8:11 `points.granted` needs `points`'],
    [
      'an emit with an unknown field',
      '- emit: points.granted\n  with: { points: 3, wy: a }',
      '9:24 `points.granted` has no field `wy`: did you mean `why`?',
    ],
    [
      'the id of another customer',
      '- emit: points.granted\n  with: { points: 3, customerId: c-2 }',
      '9:24 it carries `customerId` by itself',
    ],
    [
      'an emit with a wrong type',
      '- emit: points.granted\n  with: { points: = event.plan }',
      '9:21 expected a number, found text',
    ],
    [
      'an emit of what may be missing',
      '- emit: points.granted\n  with: { points: = customer.nps }',
      '9:21 this may be missing',
    ],
    [
      'a wrong expression, once',
      '- emit: points.granted\n  with: { points: = event.amount }',
      '9:21 unknown `event.amount`',
    ],
  ])('refuses %s', (_, lines, message) => expect(wrongWith(lines)).toEqual([expect.stringContaining(message)]));

  it('goes its way when it could not be sent', async () => {
    const { machine, journey, picture } = compileSteps(
      '- emit: points.granted\n  with: { points: 3 }\n  unsent: [ { task: call } ]',
    );
    const { tasks } = await run(machine, input(), well({ 'emit-points-granted': 'unsent' }));
    expect(tasks).toEqual(['emit emit-points-granted', 'task task-call', 'finish Finish']);
    expect(journey.steps['emit-points-granted']).toEqual({
      kind: 'emit',
      event: 'points.granted',
      with: { points: 3 },
    });
    expect(picture).toContain('-- "not sent" -->');
  });

  describe('that has to be confirmed', () => {
    const GIVE = '- emit: points.granted\n  with: { points: 3 }\n';
    const LATER = '\n- send: welcome\n- exit: true';
    const CONFIRMED = `${GIVE}  confirmed: { on: renewal.done, where: heard.subscriptionId != "", within: 1 hour }`;
    const BY_HAND = '\n  unconfirmed: [ { task: call } ]';

    it.each([
      [
        'an unknown event',
        `${GIVE}  confirmed: { on: renewal.don, within: 1 hour }`,
        '10:22 unknown event `renewal.don`',
      ],
      [
        'a condition of another type',
        `${GIVE}  confirmed: { on: renewal.done, where: heard.subscriptionId = 1, within: 1 hour }`,
        '10:43 text is compared with 1',
      ],
      ['no time', `${GIVE}  confirmed: { on: renewal.done }`, '10:16 `within` is missing'],
      ['a way out of nothing', `${GIVE}  unconfirmed: [ { task: call } ]`, '10:18 `unconfirmed` belongs to `confirmed'],
      ['what is wrong in what follows', `${CONFIRMED}${BY_HAND}\n- send: welcom`, '12:11 unknown moment `welcom`'],
      [
        'a longer path than ten years',
        `${GIVE}  confirmed: { on: renewal.done, within: 1 day }\n- wait: 3650 days`,
        '11:5 with this step a path may last more than',
      ],
    ])('refuses %s', (_, lines, message) => expect(wrongWith(lines)).toEqual([expect.stringContaining(message)]));

    it('says which of several enrolments at once is meant', () => {
      const head = `${JOURNEY.slice(0, JOURNEY.indexOf('steps:'))}`.replace(
        '  again: after 90 days',
        '  per: event.plan',
      );
      const wrong = (steps: string) => problems({ 'journeys/onboarding.yaml': withSteps(steps, head) });
      expect(wrong(`${GIVE}  confirmed: { on: renewal.done, within: 1 hour }`)).toEqual([
        expect.stringContaining('would confirm all of them: add such as `where: heard.plan = event.plan`'),
      ]);
      expect(wrong(CONFIRMED)).toEqual([]);
    });

    it.each([
      ['once it was confirmed, with what follows', 'sent', ['send send-welcome']],
      ['where it was not, with what is to be done then', 'unconfirmed', ['task task-call-2']],
      ['where it was not sent, with what is to be done then', 'unsent', ['task task-call']],
      ['past all of it in a control group', 'withheld', []],
    ] as const)('goes on %s', async (_, outcome, then) => {
      const steps = `${CONFIRMED}${BY_HAND}\n  unsent: [ { task: call } ]\n- send: welcome`;
      const { machine, journey, picture } = compileSteps(
        `- choose:\n    - when: event.plan = "team"\n      steps:\n${indent(steps)}\n- wait: 1 day`,
      );
      const { tasks } = await run(
        machine,
        input({ event: { plan: 'team' } }),
        well({ 'emit-points-granted': outcome }),
      );
      expect(tasks).toEqual(['emit emit-points-granted', ...then, 'wait wait', 'finish Finish']);
      expect(journey.steps['emit-points-granted']).toMatchObject({
        confirmed: { on: 'renewal.done', where: 'heard.subscriptionId != ""', within: 3600 },
      });
      expect(picture).toContain('-- "not confirmed" -->');
    });

    it('goes on after its list where all of what follows ends the journey, since it may have been withheld', () => {
      expect(wrongWith(`${CONFIRMED}${LATER}`)).toEqual([]);
    });
  });

  it('needs an id where its type is too long for the name of a state', () => {
    const problemsOf = (type: string, more = '') =>
      stepProblems(`- emit: ${type}\n  with: { points: 1 }${more}`, {
        'events.yaml': EVENTS.replace('points.granted', type),
      });
    const longest = `p.${'x'.repeat(66)}`;
    expect(problemsOf(longest)).toEqual([]);
    expect(problemsOf(`${longest}y`)).toEqual([
      expect.stringMatching(/^journeys\/onboarding.yaml:8:5 this step would be called `emit-p-x+y`/),
    ]);
    expect(problemsOf(`${longest}y`, '\n  id: points')).toEqual([]);
  });
});

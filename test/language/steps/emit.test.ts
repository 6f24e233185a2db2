import { describe, expect, it } from 'vitest';
import { input, run, well } from '../compile/run.ts';
import { compiled, EVENTS, stepProblems, wrongWith } from '../read/fixture.ts';

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
    const { machine, journey, picture } = compiled(
      '- emit: points.granted\n  with: { points: 3 }\n  unsent: [ { task: call } ]',
    );
    const { asked } = await run(machine, input(), well({ 'emit-points-granted': 'unsent' }));
    expect(asked).toEqual(['emit emit-points-granted', 'task task-call', 'finish Finish']);
    expect(journey.steps['emit-points-granted']).toEqual({
      kind: 'emit',
      event: 'points.granted',
      with: { points: 3 },
    });
    expect(picture).toContain('-- "not sent" -->');
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

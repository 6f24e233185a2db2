import { describe, expect, it } from 'vitest';
import { input, run, well } from '../compile/run.ts';
import { compileSteps, wrongWith } from '../read/fixture.ts';

describe('a choice', () => {
  it.each([
    [
      'a choice whose `otherwise` is not last',
      '- choose: [ { otherwise: [] }, { when: event.plan = "solo", steps: [] } ]',
      '8:15 `otherwise` comes last',
    ],
  ])('refuses %s', (_, lines, message) => expect(wrongWith(lines)).toEqual([expect.stringContaining(message)]));

  it('goes the first way whose condition is true', async () => {
    const { machine, journey } = compileSteps(`- choose:
    - { when: customer.calmDays > 5, steps: [ { send: welcome } ] }
    - { when: customer.calmDays > 2, steps: [ { send: question } ] }
    - { otherwise: [ { task: call } ] }`);
    const first = async (customer: Record<string, number>) =>
      (await run(machine, input({ customer }), well())).tasks[0];
    expect(await first({ calmDays: 6 })).toBe('send send-welcome');
    expect(await first({ calmDays: 3 })).toBe('send send-question');
    expect(await first({})).toBe('task task-call');
    expect(journey.inputNames.customer).toEqual(['calmDays']);
    expect(Object.keys(journey.steps)).not.toContain('choose');
  });

  it('with `otherwise` alone needs no state', () => {
    expect(
      Object.keys(compileSteps('- choose: [ { otherwise: [ { send: welcome } ] } ]').machine.States),
    ).not.toContain('choose');
  });

  it('may go on', () => {
    const steps = '- choose: [ { when: event.plan = "solo", steps: [ { exit: true } ] } ]\n- wait: 1 day';
    expect(wrongWith(steps)).toEqual([]);
  });
});

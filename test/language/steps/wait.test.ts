import { describe, expect, it } from 'vitest';
import { input, run, well } from '../compile/run.ts';
import { compileSteps, wrongWith } from '../read/fixture.ts';

const RENEWAL = `- wait: { until: customer.since, offset: -30 days }
  reached: [ { send: welcome } ]
  past: [ { send: question } ]`;

describe('a wait', () => {
  it.each([
    ['a wait for nothing known', '- wait: soon', '8:11 `soon` is not a duration'],
    ['a wait until no date', '- wait: { until: event.plan }', '8:20 a wait is until a date, and this is text'],
    [
      'a wait until a day',
      '- wait: { until: 2026-12-24 }',
      '8:20 `2026-12-24` is no date of the event or the customer',
    ],
    ['a wait until a field alone', '- wait: { until: since }', '8:20 `since` is no date of the event or the customer'],
    ['a wait until a duration', '- wait: { until: 3 days }', '8:20 `3 days` is a duration: write `wait: 3 days`'],
    [
      'a date as a duration',
      '- wait: customer.since',
      '8:11 `customer.since` is not a duration: write `30 minutes`, `4 hours`, `2 days` or `3w`, or such as `{ until: event.date }`',
    ],
    ['a wait of a date', '- wait: { date: customer.since }', '8:13 unknown `date`: did you mean `until`?'],
    ['a wait until what was heard', '- wait: { until: heard.at }', '8:20 unknown `heard`'],
    ['branches of a plain wait', '- wait: 1 day\n  past: [ { exit: true } ]', '8:5 `reached` and `past` belong to'],
    [
      'waits of more than ten years',
      '- wait: 3000 days\n- wait: 651 days',
      '9:5 with this step a path may last more than ten years',
    ],
    [
      'waits and patience of more than ten years',
      '- wait: 3645 days\n- send: welcome',
      '9:5 with this step a path may last more than ten years',
    ],
  ])('refuses %s', (_, lines, message) => expect(wrongWith(lines)).toEqual([expect.stringContaining(message)]));

  it('may last ten years in all', () => {
    expect(wrongWith('- wait: 3650 days')).toEqual([]);
    expect(compileSteps('- wait: 300 days').journey.steps).toEqual({ wait: { kind: 'wait', seconds: 300 * 86_400 } });
  });

  it.each([
    ['reached', 'send send-welcome'],
    ['past', 'send send-question'],
  ] as const)('for a date that is %s goes its way', async (outcome, next) => {
    const { machine } = compileSteps(RENEWAL);
    const { tasks } = await run(machine, input(), well({ wait: outcome }));
    expect(tasks).toEqual(['wait-until wait', next, 'finish Finish']);
  });

  it('for a date goes on either way where nothing else is written', async () => {
    const { machine, journey, picture } = compileSteps(
      '- wait: { until: customer.since }\n  past: []\n- send: welcome',
    );
    for (const outcome of ['reached', 'past'] as const)
      expect((await run(machine, input(), well({ wait: outcome }))).tasks).toContain('send send-welcome');
    expect(journey.steps.wait).toEqual({ kind: 'wait-until', until: 'customer.since', offset: 0 });
    expect(journey.until).toEqual([{ date: 'customer.since', offset: 0 }]);
    expect(picture).toContain('s1 --> s2');
  });

  it('for a date shows how far from it', () => {
    expect(compileSteps(RENEWAL).picture).toContain('(["wait until customer.since - 30 days"])');
  });
});

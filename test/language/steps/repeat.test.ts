import { describe, expect, it } from 'vitest';
import { input, run, well } from '../compile/run.ts';
import { compileSteps, wrongWith } from '../read/fixture.ts';

const NEWS = `- repeat: { every: 2 days, until: { on: renewal.done, where: heard.subscriptionId != event.plan }, atMost: 10 }
  steps: [ { send: welcome }, { wait: 1 day } ]
- task: call`;

const turns = (loop: string, steps = '[ { wait: 1 day } ]') => `- repeat: { ${loop} }\n  steps: ${steps}`;

describe('a repeat', () => {
  it.each([
    [
      'an unknown event',
      turns('every: 1 day, atMost: 3, until: { on: renewal.don }'),
      '8:53 unknown event `renewal.don`',
    ],
    [
      'a condition of another type',
      turns('every: 1 day, atMost: 3, until: { on: renewal.done, where: heard.subscriptionId = 1 }'),
      '8:74 text is compared with 1',
    ],
    ['no steps', turns('every: 1 day, atMost: 3', '[]'), '9:12 there is nothing to repeat'],
    ['no number of turns', turns('every: 1 day'), '8:13 `atMost` is missing: a whole number of turns, from 1 to 1000'],
    [
      'half a turn',
      turns('every: 1 day, atMost: 1.5'),
      '8:37 expected a whole number of turns, from 1 to 1000, found `1.5`',
    ],
    [
      'too many turns',
      turns('every: 1 day, atMost: 1001'),
      '8:37 `1001` is not a whole number of turns, from 1 to 1000',
    ],
    ['turns faster than a minute', turns('every: 30 seconds, atMost: 3'), '8:22 a turn begins a minute after'],
    [
      'what is wrong with a step inside, once',
      turns('every: 1 day, atMost: 3', '[ { send: welcom } ]'),
      '9:22 unknown moment `welcom`',
    ],
    [
      'turns of more than ten years',
      turns('every: 30 days, atMost: 123'),
      '8:5 with this step a path may last more than',
    ],
    [
      'a step after a loop that nobody leaves',
      `${turns('every: 1 day, atMost: 3', '[ { exit: true } ]')}\n- wait: 1 day`,
      '10:5 `wait` is never reached',
    ],
  ])('refuses %s', (_, lines, message) => expect(wrongWith(lines)).toEqual([expect.stringContaining(message)]));

  it('lasts as long as its turns, which begin as far apart as the longer of `every` and a turn', () => {
    const then = (days: number) => `${turns('every: 10 days, atMost: 100')}\n- wait: ${days} days`;
    expect(wrongWith(then(3650 - 991))).toEqual([]);
    expect(wrongWith(then(3650 - 990))).toHaveLength(1);
    const long = turns('every: 10 days, atMost: 100', '[ { wait: 36 days } ]');
    expect(wrongWith(`${long}\n- wait: 50 days`)).toEqual([]);
    expect(wrongWith(`${long}\n- wait: 51 days`)).toHaveLength(1);
  });

  it('may be left before its first turn where it ends with an event', () => {
    const until = turns('every: 1 day, atMost: 3, until: { on: renewal.done }', '[ { exit: true } ]');
    expect(wrongWith(`${until}\n- wait: 1 day`)).toEqual([]);
  });

  it('comes back to itself after each turn, and goes on when it is through', async () => {
    const { machine, journey } = compileSteps(NEWS);
    let turn = 0;
    const { tasks } = await run(machine, input(), (task) =>
      task.task === 'repeat' ? { outcome: ++turn > 2 ? 'through' : 'again' } : well()(task),
    );
    const once = ['repeat repeat', 'send send-welcome', 'wait wait'];
    expect(tasks).toEqual([...once, ...once, 'repeat repeat', 'task task-call', 'finish Finish']);
    expect(journey.steps.repeat).toEqual({
      kind: 'repeat',
      every: 2 * 86_400,
      until: { on: 'renewal.done', where: 'heard.subscriptionId != event.plan' },
      atMost: 10,
    });
    expect(journey.fields).toContain('plan');
  });

  it('makes known in a turn what the one before may have heard', () => {
    const asks = '{ choose: [ { when: heard.score > 1, steps: [] } ] }';
    const listen = '{ listen: feedback.received, within: 1 day }';
    expect(wrongWith(turns('every: 1 day, atMost: 3', `[ ${asks}, ${listen} ]`))).toEqual([]);
    expect(wrongWith(turns('every: 1 day, atMost: 3', `[ ${asks} ]`))).toEqual([
      expect.stringContaining('nothing has been heard here'),
    ]);
  });

  it('makes known afterwards the event that may have ended it', () => {
    const asks = '- choose: [ { when: heard.subscriptionId = "s1", steps: [] } ]';
    expect(wrongWith(`${turns('every: 1 day, atMost: 3, until: { on: renewal.done }')}\n${asks}`)).toEqual([]);
    expect(wrongWith(`${turns('every: 1 day, atMost: 3')}\n${asks}`)).toHaveLength(1);
    const needed = '- emit: points.granted\n  with: { points: 1, why: = heard.subscriptionId }';
    const steps = `${turns('every: 1 day, atMost: 3, until: { on: renewal.done }')}\n${needed}`;
    expect(compileSteps(steps).catalogue.events['renewal.done']?.kept).toEqual(['subscriptionId']);
  });

  it('is drawn with the way back', () => {
    const { picture } = compileSteps(NEWS);
    expect(picture).toContain('s1{"every 2 days, 10 times at most, until renewal.done"}');
    expect(picture).toContain('s1 -- "again" --> s2');
    expect(picture).toContain('s3 --> s1');
    expect(picture).toContain('s1 -- "through" --> s4');
  });
});

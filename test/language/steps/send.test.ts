import { describe, expect, it } from 'vitest';
import { input, run, well } from '../compile/run.ts';
import { compileSteps, wrongWith } from '../read/fixture.ts';

const WITH_OTHER = `- send: welcome
  unsent: [ { send: question } ]
- task: call`;

describe('a send, and a task for a person', () => {
  it.each([
    ['an unknown moment', '- send: welcom', '8:11 unknown moment `welcom`: did you mean `welcome`?'],
    ['an expression without its blank', '- send: welcome\n  with: { a: =event.plan }', '9:16 write `= ` with a space'],
    [
      'an `unless` on an unknown event',
      '- send: welcome\n  unless: { on: renewal.don }',
      '9:19 unknown event `renewal.don`',
    ],
    [
      'an `unless` in a list with an unknown field',
      '- send: welcome\n  unless: [ { on: renewal.done, where: heard.x = 1 } ]',
      '9:42 unknown `heard.x`',
    ],
    [
      'a work order without the agent channel',
      '- task: welcome',
      '8:11 `welcome` goes by `email` and `inbox`: work for a person needs',
    ],
    ['a message that is work for a person', '- send: call', '8:11 `call` is work for a person'],
  ])('refuses %s', (_, lines, message) => expect(wrongWith(lines)).toEqual([expect.stringContaining(message)]));

  it.each([
    ['sent', ['send send-welcome', 'task task-call', 'finish Finish']],
    ['unsent', ['send send-welcome', 'send send-question', 'task task-call', 'finish Finish']],
    ['later', ['send send-welcome']],
  ] as const)('that is answered %s goes its way', async (outcome, tasks) => {
    const { machine } = compileSteps(WITH_OTHER);
    expect((await run(machine, input(), well({ 'send-welcome': outcome }))).tasks).toEqual(tasks);
  });

  it('are for run time what is written, with the purpose of the moment, else of the journey', () => {
    const { journey } = compileSteps(
      '- send: welcome\n  with: { gift: 20 }\n  unless: { on: renewal.done }\n- task: call',
    );
    expect(journey.steps).toEqual({
      'send-welcome': {
        kind: 'send',
        moment: 'welcome',
        purpose: 'relationship',
        with: { gift: 20 },
        unless: [{ on: 'renewal.done' }],
      },
      'task-call': { kind: 'task', moment: 'call', purpose: 'relationship' },
    });
  });

  it('count with the patience of the gate, which holds no work for people', () => {
    expect(wrongWith('- wait: 3645 days\n- task: call')).toEqual([]);
    expect(wrongWith('- wait: 3640 days\n- send: welcome')).toEqual([]);
    expect(wrongWith('- wait: 3640 days\n- send: welcome\n- wait: 1 minute')).toHaveLength(1);
  });

  it('show where it goes on when nothing was sent', () => {
    expect(compileSteps(WITH_OTHER).picture).toContain('s1 -- "not sent" --> s2');
  });
});

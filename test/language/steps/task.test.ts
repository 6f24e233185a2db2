import { describe, expect, it } from 'vitest';
import { input, run, well } from '../compile/run.ts';
import { compileSteps, wrongWith } from '../read/fixture.ts';

const WAITS = `- task: call
  within: 1 day
  done: [ { send: welcome } ]
  undone: [ { wait: 2 days } ]`;

describe('a task', () => {
  it('that nobody waits for goes on at once', async () => {
    const { machine, journey } = compileSteps('- task: call\n- wait: 1 day');
    const { tasks } = await run(machine, input(), well({}));
    expect(tasks).toEqual(['task task-call', 'wait wait', 'finish Finish']);
    expect(journey.steps['task-call']).toEqual({ kind: 'task', moment: 'call', purpose: 'relationship' });
  });

  it.each([
    ['done', ['send send-welcome']],
    ['undone', ['wait wait']],
    ['unsent', ['exit']],
    ['sent', []],
  ] as const)('that is %s goes that way, and on', async (outcome, then) => {
    const { machine, journey, picture } = compileSteps(
      `${WAITS}\n  unsent: [ { exit: true } ]\n- wait: 3 days\n  id: last`,
    );
    const { tasks } = await run(machine, input(), well({ 'task-call': outcome }));
    const rest = outcome === 'unsent' ? [] : ['wait last'];
    const way = then.filter((step) => step !== 'exit');
    expect(tasks).toEqual(['task task-call', ...way, ...rest, 'finish Finish']);
    expect(journey.steps['task-call']).toEqual({
      kind: 'task',
      moment: 'call',
      purpose: 'relationship',
      within: 86_400,
    });
    expect(picture).toContain('-- "done" -->');
    expect(picture).toContain('-- "not done within 1 day" -->');
  });

  it('reads what was said of it where it is done, and only there', () => {
    const choose = (list: string) =>
      `- task: call\n  within: 1 day\n  ${list}:\n    - choose:\n        - when: heard.outcome = "refunded"\n          steps: [ { send: welcome } ]`;
    expect(wrongWith(choose('done'))).toEqual([]);
    expect(wrongWith(choose('undone'))).toEqual([expect.stringContaining('unknown `heard.outcome`')]);
  });

  it('keeps of the event what is read of it', () => {
    const { catalogue } = compileSteps(
      '- task: call\n  within: 1 day\n  done:\n    - choose:\n        - when: heard.outcome = "refunded"\n          steps: [ { send: welcome } ]',
    );
    expect(catalogue.events['agent.task_done']).toMatchObject({ awaited: true, kept: ['outcome'] });
  });

  it.each([
    [
      'a way for what is done without a time',
      '- task: call\n  done: [ { wait: 1 day } ]',
      '9:11 `done` and `undone` belong to `within',
    ],
    [
      'a way for what is undone without a time',
      '- task: call\n  undone: [ { wait: 1 day } ]',
      '9:13 `done` and `undone` belong to `within',
    ],
    [
      'a longer path than ten years',
      `- task: call\n  within: 1 day\n- wait: 3653 days`,
      'with this step a path may last more than',
    ],
    [
      'what can never be reached',
      '- task: call\n  within: 1 day\n  done: [ { exit: true } ]\n  undone: [ { exit: true } ]\n  unsent: [ { exit: true } ]\n- wait: 1 day',
      '`wait` is never reached',
    ],
  ])('refuses %s', (_, lines, message) => expect(wrongWith(lines)).toEqual([expect.stringContaining(message)]));

  it('may go on where both ways end and it was not given', () => {
    expect(
      wrongWith(
        '- task: call\n  within: 1 day\n  done: [ { exit: true } ]\n  undone: [ { exit: true } ]\n- wait: 1 day',
      ),
    ).toEqual([]);
  });
});

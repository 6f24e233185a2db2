import { describe, expect, it } from 'vitest';
import type { Step } from '../../../language/catalogue/definition.ts';
import { NOT_HEARD } from '../../../language/catalogue/task.ts';
import { days, send } from '../../support/definitions.ts';
import { type Asked, input, machineOf, type Reply, run, well } from './run.ts';

const listen: Step = {
  kind: 'listen',
  id: 'listen-trust',
  on: ['feedback.received'],
  where: 'heard.score < 3',
  answers: { moment: 'survey', asks: 'trust' },
  within: 7 * days,
  heard: [send('send-heard', 'tip')],
  silent: [send('send-silent', 'tip')],
};
const machine = machineOf([listen]);

const deciding = (listened: Reply, outcome: string) => (task: Asked) => {
  if (task.task === 'listen') return listened;
  return task.task === 'decide' ? { outcome, customer: {}, heard: {} } : well(task);
};

describe('a listen step', () => {
  it('goes straight on when it hears', async () => {
    expect((await run(machine, input(), well)).asked).toEqual(['listen listen-trust', 'send send-heard']);
  });

  it.each<[string, Reply, string, string[]]>([
    ['times out in silence', 'timeout', 'silent', ['send send-silent']],
    ['times out as something comes', 'timeout', 'heard', ['send send-heard']],
    ['is told that nothing will come', { error: NOT_HEARD }, 'silent', ['send send-silent']],
    ['is told that it is over', { error: NOT_HEARD }, 'ended', []],
  ])('that %s asks once what holds', async (_, listened, outcome, then) => {
    const { asked, took } = await run(machine, input(), deciding(listened, outcome));
    expect(asked).toEqual(['listen listen-trust', 'decide listen-trust', ...then]);
    expect(took).toBe(listened === 'timeout' ? 7 * days : 0);
  });

  it('says what it listens to, and again when it asks', async () => {
    const listening = {
      on: ['feedback.received'],
      where: 'heard.score < 3',
      answers: { moment: 'survey', asks: 'trust' },
    };
    const { payloads } = await run(machine, input(), deciding('timeout', 'silent'));
    expect(payloads).toMatchObject([{ ...listening, token: 'token-1' }, listening, {}]);
  });

  it('needs no Choice when it leads to the same either way', async () => {
    const plain = machineOf([{ ...listen, heard: [], silent: [] }, send('send-tip', 'tip')]);
    expect(Object.keys(plain.States).filter((name) => name.startsWith('listen'))).toEqual([
      'listen-trust',
      'listen-trust decide',
    ]);
  });

  it('waits a second at least, as a machine must', () => {
    expect(machineOf([{ ...listen, within: 0 }]).States['listen-trust']).toMatchObject({ TimeoutSeconds: 1 });
  });

  it('gives what it heard to the conditions that follow', async () => {
    const choose: Step = {
      kind: 'choose',
      id: 'choose',
      branches: [{ when: 'heard.score = 1', steps: [send('send-low', 'tip')] }],
      otherwise: [],
    };
    const after = machineOf([{ ...listen, heard: [], silent: [] }, choose]);
    const hearing = (score: number) => (task: Asked) =>
      task.task === 'listen' ? { outcome: 'heard', customer: {}, heard: { score } } : well(task);
    expect((await run(after, input(), hearing(1))).asked).toContain('send send-low');
    expect((await run(after, input(), hearing(2))).asked).not.toContain('send send-low');
  });
});

describe('any task', () => {
  it('is tried again eight times, within three quarters of an hour, and then the enrolment is finished', async () => {
    const { asked, took, execution } = await run(machineOf([send('send-tip', 'tip')]), input(), (task) =>
      task.task === 'send' ? { error: 'Lambda.TooManyRequestsException' } : well(task),
    );
    expect(asked).toEqual([...Array(9).fill('send send-tip'), 'finish finish']);
    expect(took).toBe(2 + 6 + 18 + 54 + 162 + 486 + 900 + 900);
    expect(execution.status).toBe('succeeded');
  });

  it('finishes with its own state, so that finish knows whose enrolment it is', async () => {
    const failing = (task: Asked): Reply => (task.task === 'listen' ? { error: 'StoreBusyError' } : well(task));
    const { payloads } = await run(machine, input(), failing);
    expect(payloads.at(-1)).toMatchObject({ task: 'finish', customer: 'ada', enrolment: 'e1', phase: 'main' });
  });

  it('fails for all to see when even finish cannot be done for two days', async () => {
    const { execution, took } = await run(machineOf([]), input(), () => ({ error: 'StoreBusyError' }));
    expect(execution).toMatchObject({ status: 'failed', error: 'StoreBusyError' });
    expect(took).toBeGreaterThan(2 * days);
  });
});

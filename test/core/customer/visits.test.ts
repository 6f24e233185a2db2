import { describe, expect, it } from 'vitest';
import { FINISH } from '../../../language/catalogue/fixed-step.ts';
import { oneCustomer } from '../../support/customer.ts';

const enter = async () => {
  const ada = oneCustomer();
  await ada.event('start');
  return { ada, id: ada.enrolment('hello') };
};

/** Answers a task, and whether anything was written for it. */
const answerTask = async (ada: Awaited<ReturnType<typeof enter>>['ada'], task: Parameters<typeof ada.advance>[0]) => {
  const version = ada.version();
  const answer = await ada.advance(task);
  return { answer, wrote: ada.version() > version };
};

describe('a run', () => {
  it('goes on from a step that has answered, with the number of the next visit', async () => {
    const { ada } = await enter();
    expect(ada.standing('hello')).toMatchObject({ at: 'Start', visit: 0, answer: 'entered' });
    await ada.sent(ada.task('hello', 'welcome'));
    expect(ada.standing('hello')).toMatchObject({ at: 'send-welcome', visit: 1, answer: 'sent' });
    await ada.send(ada.task('hello', 'tip'));
    expect(ada.standing('hello')).toMatchObject({ at: 'send-tip', visit: 2, held: { reason: 'gap' } });
  });

  it('does not go on from a step that has not answered', async () => {
    const { ada } = await enter();
    await ada.send(ada.task('hello', 'welcome'));
    const next = ada.task('hello', 'tip');
    expect(await answerTask(ada, next)).toEqual({ answer: 'elsewhere', wrote: false });
  });

  it.each([
    ['an earlier visit', -1],
    ['a visit after the next', 2],
  ])('that comes with %s writes nothing and ends', async (_, ahead) => {
    const { ada } = await enter();
    await ada.sent(ada.task('hello', 'welcome'));
    const stray = ada.task('hello', 'welcome', { visit: 1 + ahead });
    expect(await answerTask(ada, stray)).toEqual({ answer: 'elsewhere', wrote: false });
  });

  it('that chose another way at the same visit writes nothing: who committed first has won', async () => {
    const { ada } = await enter();
    const [first, other] = [ada.task('hello', 'welcome'), ada.task('hello', 'tip')];
    await ada.sent(first);
    expect(await answerTask(ada, other)).toEqual({ answer: 'elsewhere', wrote: false });
    expect(ada.outcomes()).toEqual(['send-welcome sent clear']);
  });

  it('that takes a step for another kind than it is here writes nothing', async () => {
    const { ada } = await enter();
    const wait = ada.task('hello', 'welcome', { task: 'wait' });
    expect(await answerTask(ada, wait)).toEqual({ answer: 'elsewhere', wrote: false });
  });

  it('that comes to a step which is not here writes nothing', async () => {
    const { ada } = await enter();
    const lost = ada.at('hello', 'send-nowhere', { task: 'send' });
    expect(await answerTask(ada, lost)).toEqual({ answer: 'elsewhere', wrote: false });
  });

  it('of an enrolment that is over is told so', async () => {
    const { ada } = await enter();
    const welcome = ada.task('hello', 'welcome');
    expect(await ada.finish('hello')).toBe('ended');
    expect(await answerTask(ada, welcome)).toEqual({ answer: 'ended', wrote: false });
    expect(ada.journal.at(-1)).toMatchObject({ kind: 'ended', reason: 'finished' });
  });

  it('finishes only from a step that has answered', async () => {
    const { ada } = await enter();
    await ada.send(ada.task('hello', 'welcome'));
    expect(await answerTask(ada, ada.at('hello', FINISH))).toEqual({ answer: 'elsewhere', wrote: false });
    expect(ada.standing('hello')).toBeDefined();
  });

  it('takes nothing of the step before along', async () => {
    const { ada } = await enter();
    const welcome = ada.task('hello', 'welcome');
    await ada.send(welcome);
    await ada.record(welcome, 'busy');
    ada.clock.now = ada.standing('hello')!.due;
    await ada.sent(welcome, 'a2');
    expect(ada.standing('hello')).toMatchObject({ busy: { times: 1 }, message: { moment: 'welcome' } });
    await ada.advance(ada.at('hello', 'listen-reply'));
    const { answer, message, held, reserved, lapses, busy } = ada.standing('hello')!;
    expect([answer, message, held, reserved, lapses, busy]).toEqual([...Array(6)]);
  });
});

describe('two runs of one enrolment', () => {
  it('decide each visit once between them, whichever is ahead', async () => {
    const { ada } = await enter();
    const welcome = ada.task('hello', 'welcome');
    await ada.send(welcome, 'one');
    expect(await ada.send(welcome, 'other')).toBe('later');
    await ada.record(welcome, 'accepted', 'one');
    expect(await ada.send(welcome, 'other')).toBe('sent');
    const tip = ada.task('hello', 'tip');
    expect(await ada.send(tip, 'other')).toBe('later');
    expect(await ada.send(tip, 'one')).toBe('later');
    expect(ada.outcomes()).toEqual(['send-welcome sent clear', 'send-tip held gap']);
  });
});

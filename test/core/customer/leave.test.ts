import { describe, expect, it } from 'vitest';
import { HOUR } from '../../../language/catalogue/milliseconds.ts';
import type { RunStep } from '../../../language/catalogue/step.ts';
import { catalogue, journey } from '../../support/catalogue.ts';
import { LEASE, oneCustomer } from '../../support/customer.ts';

/** `hello` leaves when the customer is done: with `tip` as its last word, or without a word. */
const enter = async (words?: string) => {
  const hello = journey('hello', 'start', { exits: [{ on: 'done', ...(words ? { words } : {}) }] });
  const ada = oneCustomer(catalogue({ journeys: { hello } }));
  await ada.event('start');
  return { ada, welcome: ada.task('hello', 'welcome') };
};
type Ada = Awaited<ReturnType<typeof enter>>['ada'];
type Welcome = Awaited<ReturnType<typeof enter>>['welcome'];

const reserve = async (ada: Ada, welcome: Welcome) => void (await ada.send(welcome));
const hold = async (ada: Ada, welcome: Welcome) => {
  await ada.event('fail', { ref: 'f1' });
  await ada.send(welcome);
};
const listening = async (ada: Ada) => void (await ada.advance(ada.at('hello', 'listen-reply')));
const waiting = async (ada: Ada) => {
  ada.published.catalogue.journeys.hello!.steps.wait = { kind: 'wait', seconds: 3600 };
  await ada.advance(ada.at('hello', 'wait'));
};

describe.each([
  ['held', hold, ['send-welcome held open-incident', 'send-welcome ended enrolment-ended']],
  ['listening', listening, []],
  ['waiting', waiting, []],
])('an exit while a step is %s', (_, stand, outcomes) => {
  it('ends the enrolment in its own commit, and decides what was open', async () => {
    const { ada, welcome } = await enter();
    await stand(ada, welcome);
    await ada.event('done');
    expect(ada.standing('hello')).toBeUndefined();
    expect(ada.journal.at(-1)).toMatchObject({ kind: 'ended', reason: 'exit' });
    expect(ada.outcomes()).toEqual(outcomes);
  });

  it('goes to its last words at once, where it has some', async () => {
    const { ada, welcome } = await enter('Exit-1');
    await stand(ada, welcome);
    const { visit } = ada.standing('hello')!;
    await ada.event('done');
    const standing = { at: 'Exit-1', visit: visit + 1, answer: 'entered', words: 'Exit-1', due: ada.clock.now };
    expect(ada.standing('hello')).toMatchObject(standing);
    expect(ada.timers('hello').at(-1)).toMatchObject({ due: ada.clock.now, at: ada.clock.now });
    expect(ada.outcomes()).toEqual(outcomes);
  });
});

describe('an exit while a step is reserved', () => {
  it('waits for the record of that step, and notes only where it goes', async () => {
    const { ada, welcome } = await enter();
    await reserve(ada, welcome);
    await ada.event('done');
    expect(ada.standing('hello')).toMatchObject({ leave: { to: 'Finish', reason: 'exit' } });
    expect(ada.outcomes()).toEqual([]);
    expect(await ada.record(welcome)).toBe('elsewhere');
    expect(ada.outcomes()).toEqual(['send-welcome sent clear']);
    expect(ada.journal.at(-1)).toMatchObject({ kind: 'ended', reason: 'exit' });
    expect(ada.standing('hello')).toBeUndefined();
  });

  it('goes to its last words by the record, and the run that recorded ends', async () => {
    const { ada, welcome } = await enter('Exit-1');
    await reserve(ada, welcome);
    await ada.event('done');
    expect(await ada.record(welcome)).toBe('elsewhere');
    expect(ada.standing('hello')).toMatchObject({ at: 'Exit-1', words: 'Exit-1' });
    expect(ada.standing('hello')?.leave).toBeUndefined();
    ada.clock.now += 24 * HOUR;
    expect(await ada.send(ada.task('hello', 'tip'))).toHaveProperty('reserved');
  });

  it('tells the record of a busy channel as ended: nothing went out, and nothing will', async () => {
    const { ada, welcome } = await enter();
    await reserve(ada, welcome);
    await ada.event('done');
    await ada.record(welcome, 'busy');
    expect(ada.outcomes()).toEqual(['send-welcome ended enrolment-ended']);
    expect(ada.standing('hello')).toBeUndefined();
  });

  it.each([
    ['an event', (ada: Ada) => ada.event('reply', { ref: 'r1' })],
    ['a task', (ada: Ada, welcome: Welcome) => ada.send(welcome, 'a2')],
  ])('is carried out by the first command after the lease, such as %s', async (_, command) => {
    const { ada, welcome } = await enter('Exit-1');
    await reserve(ada, welcome);
    await ada.event('done');
    ada.clock.now += LEASE - 1;
    await ada.event('reply', { ref: 'r0' });
    expect(ada.standing('hello')).toMatchObject({ at: 'send-welcome' });
    ada.clock.now += 1;
    await command(ada, welcome);
    expect(ada.outcomes()).toEqual(['send-welcome unknown no-receipt']);
    expect(ada.standing('hello')).toMatchObject({ at: 'Exit-1' });
  });

  it('is not turned round by another exit on the way', async () => {
    const { ada, welcome } = await enter('Exit-1');
    await reserve(ada, welcome);
    await ada.event('done');
    await ada.event('done');
    await ada.record(welcome);
    expect(ada.standing('hello')).toMatchObject({ at: 'Exit-1' });
  });
});

describe('last words', () => {
  const speaking = async () => {
    const { ada } = await enter('Exit-1');
    await ada.event('done');
    return ada;
  };

  it('are said once: the exit that led to them does not fire again', async () => {
    const ada = await speaking();
    await ada.event('done');
    expect(ada.standing('hello')).toMatchObject({ at: 'Exit-1', visit: 1 });
  });

  it('end the enrolment as an exit does, though they were said to their end', async () => {
    const ada = await speaking();
    await ada.sent(ada.task('hello', 'tip'));
    await ada.finish('hello');
    expect(ada.journal.at(-1)).toMatchObject({ kind: 'ended', reason: 'exit' });
  });

  it('are cut off by a farewell', async () => {
    const ada = await speaking();
    await ada.event('bye');
    expect(ada.standing('hello')).toBeUndefined();
    expect(ada.journal.at(-1)).toMatchObject({ kind: 'ended', reason: 'farewell' });
  });

  it('are cut off by a farewell also while one of them is reserved, as soon as it is recorded', async () => {
    const ada = await speaking();
    const tip = ada.task('hello', 'tip');
    await ada.send(tip);
    await ada.event('bye');
    await ada.record(tip);
    expect(ada.journal.slice(-2)).toMatchObject([
      { kind: 'decision', outcome: 'sent' },
      { kind: 'ended', reason: 'farewell' },
    ]);
  });

  it('hear the event that led to them', async () => {
    const hello = journey('hello', 'start', { exits: [{ on: 'reply', words: 'Exit-1' }] });
    const ada = oneCustomer(catalogue({ journeys: { hello } }));
    await ada.event('start');
    await ada.event('reply', { ref: 'r1' });
    expect(ada.standing('hello')?.heard).toEqual({ ref: 'r1' });
  });

  it('that listen, or have a loop, wait for the event that led to them to come again', async () => {
    const loop: RunStep = { kind: 'repeat', every: 3600, atMost: 2, until: { on: 'reply' } };
    const hello = journey('hello', 'start', { exits: [{ on: 'reply', words: 'Exit-1' }], steps: { loop } });
    const ada = oneCustomer(catalogue({ journeys: { hello } }));
    await ada.event('start');
    await ada.event('reply', { ref: 'r1' });
    expect(await ada.advance(ada.at('hello', 'loop'))).toBe('again');
    expect(await ada.advance(ada.at('hello', 'listen-reply'))).toBe('later');
    await ada.event('reply', { ref: 'r2' });
    expect(ada.standing('hello')).toMatchObject({ answer: 'heard', heard: { ref: 'r2' } });
  });
});

describe('a goal', () => {
  it('with `exit` leaves without last words, and is counted once', async () => {
    const hello = journey('hello', 'start', {
      goal: { on: 'done', exit: true },
      exits: [{ on: 'done', words: 'Exit-1' }],
    });
    const ada = oneCustomer(catalogue({ journeys: { hello } }));
    await ada.event('start');
    await ada.event('done');
    expect(ada.journal.slice(-2)).toMatchObject([{ kind: 'goal' }, { kind: 'ended', reason: 'goal' }]);
  });

  it('reached after an exit is counted, and its last words are not interrupted', async () => {
    const hello = journey('hello', 'start', {
      goal: { on: 'done', exit: true },
      exits: [{ on: 'reply', words: 'Exit-1' }],
    });
    const ada = oneCustomer(catalogue({ journeys: { hello } }));
    await ada.event('start');
    await ada.event('reply', { ref: 'r1' });
    await ada.event('done');
    expect(ada.journal.at(-1)).toMatchObject({ kind: 'goal' });
    expect(ada.standing('hello')).toBeDefined();
  });

  it('reached while a step is reserved is counted at once, and leaves by the record', async () => {
    const ada = oneCustomer();
    await ada.event('start');
    const welcome = ada.task('hello', 'welcome');
    await ada.send(welcome);
    await ada.event('done');
    expect(ada.journal.at(-1)).toMatchObject({ kind: 'goal' });
    await ada.event('done');
    await ada.record(welcome);
    expect(ada.journal.filter(({ kind }) => kind === 'goal')).toHaveLength(1);
    expect(ada.journal.at(-1)).toMatchObject({ kind: 'ended', reason: 'goal' });
  });
});

describe('a farewell', () => {
  it('ends every enrolment and lets none begin', async () => {
    const { ada } = await enter();
    await ada.event('fail', { ref: 'f1' });
    await ada.event('bye');
    await ada.event('start');
    expect((await ada.state()).enrolments).toEqual({});
    expect(ada.journal.slice(-3)).toMatchObject([
      { kind: 'ended', reason: 'farewell' },
      { kind: 'ended', reason: 'farewell' },
      { kind: 'not-entered', reason: 'account-closed' },
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { BUILT_IN } from '../../../language/catalogue/built-in.ts';
import { DAY } from '../../../language/catalogue/milliseconds.ts';
import type { RunStep } from '../../../language/catalogue/step.ts';
import { catalogue, eventType, journey, moment } from '../../support/catalogue.ts';
import { oneCustomer } from '../../support/customer.ts';
import { MERGED, twoIds } from '../../support/two-ids.ts';

const AGENT = Object.fromEntries(
  Object.entries(BUILT_IN).flatMap(([name, type]) =>
    type.work ? [[name, { ...type, kept: [], awaited: name === 'agent.task_done' }]] : [],
  ),
);
const everyone = { perSecond: 50 };
const call: RunStep = { kind: 'task', moment: 'call', purpose: 'care' };
const world = catalogue({
  events: {
    ...AGENT,
    ...MERGED,
    down: eventType({ everyone, opens: { kind: 'failure', incident: 'ref' } }),
    up: eventType({ everyone, awaited: true, closes: { kind: 'failure', incident: 'ref' } }),
    fail: eventType({ opens: { kind: 'failure', incident: 'ref' } }),
    start: eventType(),
    word: eventType({ byCustomer: true, awaited: true }),
    left: eventType({ byCustomer: true }),
    'promise.broken': eventType(),
  },
  moments: {
    call: moment('call', { channels: ['agent'], purpose: 'care' }),
    tip: moment('tip', { whenIncident: { person: 'call' } }),
  },
  journeys: {
    hello: journey('hello', 'never'),
    outage: journey('outage', 'down', {
      purpose: 'care',
      exits: [{ on: 'left', words: 'Exit-1' }],
      steps: { act: call, listen: { kind: 'listen', on: ['word', 'up'], within: 86_400 }, after: call, sorry: call },
    }),
    repair: journey('repair', 'fail', { purpose: 'care', steps: { act: call } }),
    owing: journey('owing', 'promise.broken', {
      enter: { on: ['promise.broken'], again: 'always', per: 'event.promise' },
      purpose: 'care',
      steps: { act: call },
    }),
    one: journey('one', 'start', {
      steps: { 'send-tip': { kind: 'send', moment: 'tip', purpose: 'relationship' }, act: call },
    }),
  },
});

const CROWD = 'c1c2c3c4c5c6c7c8';
const options = { crowd: CROWD };

const withTasks = (all = oneCustomer(world)) => ({
  ...all,
  tasks: async () => Object.values((await all.state()).tasks ?? {}),
  crowds: async () => Object.values((await all.state()).tasks ?? {}).map(({ crowd }) => crowd),
});

/** A customer whom an outage of many gave work. */
const inCrowd = async () => {
  const ada = withTasks();
  await ada.event('down', { ref: 'o1' }, options);
  await ada.send(ada.at('outage', 'act'));
  const [id = ''] = Object.keys((await ada.state()).tasks ?? {});
  return { ...ada, id };
};

describe('work of a crowd', () => {
  it('is what an event about everyone gave, and says so when it is over', async () => {
    const ada = await inCrowd();
    expect(await ada.crowds()).toEqual([CROWD]);
    expect(ada.decisions().at(-1)?.message).toMatchObject({ crowd: CROWD });
    await ada.event('agent.task_done', { task: ada.id, by: 'bea' });
    expect(ada.journal.at(-1)).toMatchObject({ kind: 'task', status: 'done', crowd: CROWD });
  });

  it('is not what an event about one customer gave, whoever sent it', async () => {
    const ada = withTasks();
    await ada.event('fail', { ref: 'f1' }, options);
    await ada.send(ada.at('repair', 'act'));
    expect(await ada.crowds()).toEqual([undefined]);
  });

  it('is also what came in the place of a message, for what the outage opened and nothing else', async () => {
    const ada = withTasks();
    await ada.event('down', { ref: 'o1' }, options);
    await ada.event('start');
    await ada.send(ada.at('one', 'send-tip'));
    expect(ada.outcomes()).toEqual(['send-tip escalated open-incident']);
    expect(await ada.crowds()).toEqual([CROWD]);
    const eve = withTasks();
    await eve.event('down', { ref: 'o1' }, options);
    await eve.event('fail', { ref: 'f1' });
    await eve.event('start');
    await eve.send(eve.at('one', 'send-tip'));
    expect(await eve.crowds()).toEqual([undefined]);
  });

  it.each([
    ['heard', 'word', 'after'],
    ['left by', 'left', 'sorry'],
  ])('is none that comes of a word of their own that its journey %s', async (_, type, step) => {
    const ada = withTasks();
    await ada.event('down', { ref: 'o1' }, options);
    await ada.send(ada.at('outage', 'act'));
    await ada.event('agent.task_done', { task: 'call' });
    await ada.advance(ada.at('outage', 'listen'));
    await ada.event(type);
    await ada.send(ada.at('outage', step));
    expect((await ada.tasks()).find(({ state }) => state === 'open')).not.toHaveProperty('crowd');
  });

  it('is still of it where the journey heard that the outage is over', async () => {
    const ada = await inCrowd();
    await ada.event('agent.task_done', { task: ada.id });
    await ada.event('up', { ref: 'o1' }, { crowd: 'another' });
    await ada.advance(ada.at('outage', 'listen'));
    await ada.send(ada.at('outage', 'after'));
    expect(await ada.crowds()).toEqual([CROWD, CROWD]);
  });

  it('is by itself once something of their own is added to it, and stays of it for another outage', async () => {
    const ada = await inCrowd();
    await ada.event('down', { ref: 'o2' }, { crowd: 'another' });
    await ada.send(ada.at('outage', 'act'));
    expect(await ada.crowds()).toEqual([CROWD]);
    await ada.event('fail', { ref: 'f1' });
    await ada.send(ada.at('repair', 'act'));
    expect(await ada.crowds()).toEqual([undefined]);
    expect(ada.journal.filter((entry) => entry.kind === 'task')).toMatchObject([{ status: 'alone', crowd: CROWD }]);
  });

  it('is by itself as soon as they are unhappy in words of their own', async () => {
    const bad = [{ value: -0.5, weight: 1, because: 'angry' }];
    const ada = await inCrowd();
    await ada.event('up', { ref: 'o2' }, { signals: bad });
    await ada.event('word', {}, { signals: [{ value: 0.5, weight: 1, because: 'thanks' }] });
    await ada.event('word', {}, { signals: bad, automatic: true });
    expect(await ada.crowds()).toEqual([CROWD]);
    expect(ada.journal.some((entry) => entry.kind === 'task')).toBe(false);
    await ada.event('word', {}, { signals: bad });
    expect(await ada.crowds()).toEqual([undefined]);
    const [{ at, due } = { at: 0, due: 0 }] = await ada.tasks();
    expect(ada.journal.filter((entry) => entry.kind === 'task')).toMatchObject([
      {
        status: 'alone',
        task: ada.id,
        crowd: CROWD,
        given: new Date(at).toISOString(),
        due: new Date(due).toISOString(),
      },
    ]);
    await ada.event('word', {}, { signals: bad });
    expect(ada.journal.filter((entry) => entry.kind === 'task')).toHaveLength(1);
  });

  it('is also what follows from a promise of it, that was broken', async () => {
    const ada = await inCrowd();
    await ada.event('agent.task_done', { task: ada.id });
    await ada.event('promise.broken', { promise: `${ada.enrolment('outage')}/notice/1` });
    await ada.send(ada.at('owing', 'act'));
    await ada.event('agent.task_done', { task: 'call' });
    expect((await ada.crowds()).at(-1)).toBe(CROWD);
    await ada.event('fail', { ref: 'f1' });
    await ada.event('promise.broken', { promise: `${ada.enrolment('repair')}/notice/1` });
    await ada.send(ada.at('owing', 'act'));
    expect(await ada.crowds()).toEqual([CROWD, CROWD, undefined]);
  });

  it('is taken over with its customer', async () => {
    const { guest, ada, merge } = twoIds(world);
    await guest.event('down', { ref: 'o1' }, options);
    await guest.send(guest.at('outage', 'act'));
    await merge();
    expect(Object.values((await ada.state()).tasks ?? {})).toMatchObject([{ crowd: CROWD, customer: 'guest' }]);
    expect((await ada.state()).incidents['failure:o1']).toMatchObject({ crowd: CROWD });
  });
});

describe('what is said of many at once', () => {
  const many = { crowd: 'the answer' };

  it('closes what is open, and answers who waits for it', async () => {
    const ada = await inCrowd();
    await ada.event('agent.task_declined', { task: ada.id, reason: 'told by status page', by: 'bea' }, many);
    expect(await ada.tasks()).toMatchObject([
      { state: 'declined', said: 'told by status page', by: 'bea', many: true },
    ]);
    expect(ada.journal.at(-1)).toMatchObject({ kind: 'task', status: 'declined', many: true });
    await ada.event('agent.task_done', { task: ada.id, by: 'cem' });
    expect((await ada.tasks())[0]).not.toHaveProperty('many');
  });

  it('leaves alone what a colleague has taken, what is over, and who is by themselves', async () => {
    const ada = await inCrowd();
    await ada.event('agent.task_taken', { task: ada.id, by: 'bea' });
    await ada.event('agent.task_declined', { task: ada.id, reason: 'status page', by: 'cem' }, many);
    expect(await ada.tasks()).toMatchObject([{ state: 'taken', by: 'bea' }]);
    await ada.event('agent.task_declined', { task: ada.id, reason: 'not reached', by: 'bea' });
    await ada.event('agent.task_done', { task: ada.id, by: 'cem' }, many);
    expect(await ada.tasks()).toMatchObject([{ state: 'declined', said: 'not reached' }]);
    const eve = await inCrowd();
    await eve.event('word', {}, { signals: [{ value: -1, weight: 1, because: 'angry' }] });
    await eve.event('agent.task_done', { task: eve.id, by: 'cem' }, many);
    expect(await eve.tasks()).toMatchObject([{ state: 'open' }]);
    expect(eve.journal.at(-1)).toMatchObject({ kind: 'rejected', reason: 'task' });
  });
});

describe('a commit that moves work of a crowd', () => {
  it('says what of, and how it was counted', async () => {
    const ada = await inCrowd();
    expect((await ada.state()).before?.tasks).toEqual({ [ada.id]: {} });
    const { rank } = (await ada.tasks())[0] ?? {};
    await ada.event('agent.task_taken', { task: ada.id, by: 'bea' });
    expect((await ada.state()).before?.tasks).toEqual({
      [ada.id]: { list: 'open', order: rank, crowd: CROWD, moment: 'call', state: 'open' },
    });
    ada.clock.now += DAY;
    await ada.erase();
    expect((await ada.state()).before?.tasks).toMatchObject({ [ada.id]: { list: 'taken', crowd: CROWD } });
  });
});

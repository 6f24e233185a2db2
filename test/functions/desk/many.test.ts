import { describe, expect, it } from 'vitest';
import { emptyCustomer } from '../../../core/customer/model/empty-customer.ts';
import type { Work } from '../../../core/customer/model/work.ts';
import type { CrowdAnswer } from '../../../functions/broadcast/answer-crowd.ts';
import { createDesk } from '../../../functions/desk/desk.ts';
import { createHear } from '../../../functions/desk/hear.ts';
import type { DeskAnswer, DeskEvent, DeskRequest } from '../../../functions/desk/kind.ts';
import { DESKS } from '../../../functions/desk/kinds.ts';
import { DeskBusy } from '../../../functions/desk/post.ts';
import type { Ticket } from '../../../functions/desk/tickets.ts';
import type { Queued } from '../../../functions/shared/stores/queue.ts';
import { created, createStandings } from './support.ts';

const NOW = Date.parse('2026-03-02T10:00:00Z');
const CROWD = 'c1';
const MOMENT = 'outage-call';

/** An outage of several customers, told to Zendesk; lists are as behind as the test has them. */
const open = (names = ['ada', 'bo', 'cy']) => {
  const work: Record<string, Work> = {};
  const sent: DeskRequest[] = [];
  const rows = new Map<string, Ticket>();
  const world = { now: NOW, listed: [...names] };
  const taskOf = (name: string) => `${name}/call/1`;
  for (const name of names)
    work[name] = {
      moment: MOMENT,
      journey: 'outage',
      at: NOW,
      due: NOW + 1000,
      rank: NOW,
      state: 'open',
      crowd: CROWD,
    };
  const standings = createStandings();
  const tickets = {
    ...standings,
    find: async (task: string) => rows.get(task),
    begin: async () => true,
    keep: async (task: string, ticket: string | undefined) =>
      void rows.set(task, { isMade: true, ...(ticket !== undefined && { ticket }) }),
    release: async () => {},
  };
  const queued = (name: string): Queued => ({ ...(work[name] as Work), customer: name, task: taskOf(name) });
  const desk = createDesk({
    kind: DESKS.zendesk,
    isOurs: async () => true,
    tickets,
    work: { page: async () => ({ items: world.listed.map(queued) }) },
    load: async (name) => {
      const one = work[name];
      return one && { ...emptyCustomer(name, NOW), tasks: { [taskOf(name)]: one } };
    },
    wordsOf: async ({ customer, at }) => ({ subject: `Call ${customer}`, text: `given ${at}`, crowd: CROWD }),
    now: () => world.now,
    send: async (request) => {
      sent.push(request);
      return { status: 201, body: JSON.stringify({ ticket: { id: sent.length } }) };
    },
  });
  const eventOf = (type: DeskEvent['detail-type'], name: string, more: object = {}): DeskEvent => ({
    ...created(),
    'detail-type': type,
    time: new Date(NOW).toISOString(),
    detail: {
      customerId: name,
      task: taskOf(name),
      journey: 'outage',
      moment: MOMENT,
      crowd: CROWD,
      signature: 's',
      ...more,
    },
  });
  return {
    world,
    sent,
    work,
    tickets,
    give: (name: string) =>
      desk(eventOf('agent.task_created', name, { decision: taskOf(name), subject: 'Call', text: `Call ${name}` })),
    close: (name: string) => {
      work[name] = { ...(work[name] as Work), state: 'done' };
      return desk(eventOf('agent.task_closed', name, { status: 'done' }));
    },
    part: (name: string) => {
      const { crowd: _, ...rest } = work[name] as Work;
      work[name] = rest;
      return desk(
        eventOf('agent.task_alone', name, { given: '2026-03-02T09:00:00.000Z', due: '2026-03-05T10:00:00Z' }),
      );
    },
    closings: () => sent.filter(({ method }) => method === 'PUT'),
    references: () =>
      sent.flatMap(({ body }) => {
        const { ticket } = body as { ticket: { external_id?: string } };
        return ticket.external_id ?? [];
      }),
  };
};

const later = (world: { now: number }) => {
  world.now += 200_000;
};

describe('work that many wait for', () => {
  it('is one ticket, of none of them alone, whatever comes again', async () => {
    const { give, sent, references } = open();
    expect([await give('ada'), await give('bo'), await give('ada')]).toEqual(['posted', 'nothing', 'repeat']);
    expect(references()).toEqual([expect.stringMatching(/^many\/c1\/outage-call\/[0-9a-f]{8} ada$/)]);
    expect(JSON.stringify(sent[0]?.body)).toContain('Many customers wait for the same');
  });

  it('stays one ticket when the task of the first ends, and is closed when the last has', async () => {
    const { give, close, world, closings } = open();
    for (const name of ['ada', 'bo', 'cy']) await give(name);
    later(world);
    // Lists are behind: each stands there until the end.
    expect(await close('ada')).toBe('nothing');
    expect(await close('cy')).toBe('nothing');
    expect(closings()).toEqual([]);
    expect(await close('bo')).toBe('posted');
    expect(closings().map(({ path }) => path)).toEqual(['/api/v2/tickets/1.json']);
  });

  it('waits until lists know who is open, before it says that nobody is', async () => {
    const { give, close, world, closings } = open(['ada', 'bo']);
    await give('ada');
    await give('bo');
    world.listed = [];
    await expect(close('ada')).rejects.toThrow(DeskBusy);
    world.listed = ['ada', 'bo'];
    later(world);
    expect(await close('ada')).toBe('nothing');
    expect(closings()).toEqual([]);
  });

  it('does not stand for them with what was over before the desk was told of it', async () => {
    const { give, close, references } = open();
    await close('ada');
    expect(await give('ada')).toBe('nothing');
    expect(await give('bo')).toBe('posted');
    expect(references()).toEqual([expect.stringContaining(' bo')]);
  });

  it('is another ticket where the same is given after that was closed', async () => {
    const { give, close, world, references } = open(['ada', 'bo']);
    await give('ada');
    later(world);
    world.listed = ['ada'];
    expect(await close('ada')).toBe('posted');
    expect(await give('bo')).toBe('posted');
    expect(new Set(references()).size).toBe(2);
  });
});

describe('whoever is one of many no more', () => {
  it('has a ticket of their own, with the words of their task, once', async () => {
    const { give, part, sent, references } = open();
    await give('ada');
    await give('bo');
    expect([await part('bo'), await part('bo')]).toEqual(['posted', 'repeat']);
    expect(references()[1]).toBe('bo/call/1 bo');
    expect(JSON.stringify(sent[1]?.body)).toContain('given 2026-03-02T09:00:00.000Z');
    expect(JSON.stringify(sent[1]?.body)).not.toContain('Many customers');
  });

  it('leaves the ticket of the others, also where they were the first', async () => {
    const { give, part, close, world, closings, references } = open();
    for (const name of ['ada', 'bo', 'cy']) await give(name);
    later(world);
    await part('ada');
    expect(references()).toEqual([expect.stringMatching(/^many/), 'ada/call/1 ada']);
    await close('bo');
    expect(closings()).toEqual([]);
    await close('cy');
    expect(closings().map(({ path }) => path)).toEqual(['/api/v2/tickets/1.json']);
  });

  it('is no ticket of many where the desk hears of both in another order', async () => {
    const { give, part, references } = open();
    await part('ada');
    expect(await give('ada')).toBe('nothing');
    expect(references()).toEqual(['ada/call/1 ada']);
  });
});

describe('what a colleague says at the ticket of many', () => {
  const hearing = async () => {
    const world = open();
    await world.give('ada');
    const [reference = ''] = world.references();
    const [task = ''] = reference.split(' ');
    const published: DeskAnswer[] = [];
    const answered: CrowdAnswer[] = [];
    const hear = createHear({
      tickets: world.tickets,
      publish: async (answer) => void published.push(answer),
      answerAll: async (answer) => void answered.push(answer),
      now: () => NOW + 5,
    });
    const say = (type: DeskAnswer['type'], more: object = {}) =>
      hear({ type, detail: { customerId: 'ada', key: 'w1', task, ...more } });
    return { ...world, hear, say, published, answered };
  };

  it.each([
    [
      'agent.task_done',
      { outcome: 'credited', note: 'All of them.' },
      { said: 'done', text: 'credited', note: 'All of them.' },
    ],
    ['agent.task_declined', { reason: 'told by status page' }, { said: 'declined', text: 'told by status page' }],
  ] as const)('by %s is said of all, as of when it was said', async (type, fields, answer) => {
    const { say, published, answered } = await hearing();
    await say(type, { by: 'Bea', ...fields });
    expect(answered).toEqual([{ crowd: CROWD, moment: MOMENT, by: 'Bea', at: NOW + 5, ...answer }]);
    expect(published).toEqual([]);
  });

  it('by taking it, or giving it back, is said of nobody', async () => {
    const { say, published, answered } = await hearing();
    for (const type of ['agent.task_taken', 'agent.task_returned'] as const) await say(type, { by: 'Bea' });
    expect([published, answered]).toEqual([[], []]);
  });

  it('ends that ticket: who is given the same later has another, and an old word of it closes none', async () => {
    const { say, give, references } = await hearing();
    await say('agent.task_done');
    expect(await give('bo')).toBe('posted');
    await say('agent.task_done');
    expect(await give('cy')).toBe('nothing');
    expect(references()).toHaveLength(2);
  });

  it('is no word of a task of one', async () => {
    const { hear, published, answered } = await hearing();
    const done: DeskAnswer = { type: 'agent.task_done', detail: { customerId: 'bo', key: 'w2', task: 'bo/call/1' } };
    await hear(done);
    expect([published, answered]).toEqual([[done], []]);
  });
});

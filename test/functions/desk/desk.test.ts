import { describe, expect, it } from 'vitest';
import { createDesk } from '../../../functions/desk/desk.ts';
import type { DeskRequest } from '../../../functions/desk/kind.ts';
import { DESKS } from '../../../functions/desk/kinds.ts';
import { DeskBusy } from '../../../functions/desk/post.ts';
import { ASKING, type Tickets } from '../../../functions/desk/tickets.ts';
import { closed, created, createStandings, replied, task } from './support.ts';

const NOW = Date.parse('2026-03-02T10:00:00Z');

interface Opened {
  kind?: keyof typeof DESKS;
  status?: number;
}

/** A desk with a clock of its own, that answers as `answer` says, or not at all. */
const open = ({ kind = 'zendesk', status = 201 }: Opened = {}) => {
  const sent: (DeskRequest & { id: string })[] = [];
  const counted: string[] = [];
  const rows = new Map<string, { askedAt?: number; ticket?: string }>();
  const world = {
    now: NOW,
    answer: (_: DeskRequest): { status: number; body: string } | undefined => ({ status, body: '{"ticket":{"id":7}}' }),
  };
  const tickets: Tickets = {
    find: async (id) => {
      const row = rows.get(id);
      return row && { isMade: row.askedAt === undefined, ...(row.ticket !== undefined && { ticket: row.ticket }) };
    },
    begin: async (id) => {
      const { askedAt = Number.NEGATIVE_INFINITY } = rows.get(id) ?? {};
      if (world.now - askedAt < ASKING) return false;
      rows.set(id, { askedAt: world.now });
      return true;
    },
    keep: async (id, ticket) => void rows.set(id, ticket === undefined ? {} : { ticket }),
    release: async (id) => void rows.delete(id),
    ...createStandings(),
  };
  const desk = createDesk({
    kind: DESKS[kind],
    ticketType: kind === 'intercom' ? '1234' : undefined,
    isOurs: async (_, { signature }) => signature !== undefined,
    tickets,
    work: { page: async () => ({ items: [] }) },
    load: async () => undefined,
    wordsOf: async () => undefined,
    now: () => world.now,
    send: async (request, id) => {
      sent.push({ ...request, id });
      const answer = world.answer(request);
      if (!answer) throw new Error('the answer was lost');
      return answer;
    },
    count: (name) => counted.push(name),
  });
  return { desk, sent, counted, rows, world };
};

describe('telling a desk', () => {
  it('posts a task once, whatever comes again, and closes the ticket that the desk made of it', async () => {
    const { desk, sent } = open();
    await desk(created());
    expect(await desk({ ...created(), id: 'bus-again' })).toBe('repeat');
    expect(sent).toHaveLength(1);
    await desk(closed);
    expect(sent[1]?.path).toBe('/api/v2/tickets/7.json');
  });

  it('calls the same by the same id, however often the bus has it', async () => {
    const { desk, sent, rows } = open({ kind: 'generic' });
    for (const id of ['bus-1', 'bus-again']) {
      rows.clear();
      for (const event of [created(), closed, replied]) await desk({ ...event, id });
    }
    const ids = ['e1/call/4', 'e1/call/4/expired', 'r1'];
    expect(sent.map(({ id }) => id)).toEqual([...ids, ...ids]);
    expect(sent.map(({ body }) => (body as { id: string }).id)).toEqual([...ids, ...ids]);
  });

  it('does not close what it never opened, nor opens what is closed', async () => {
    const { desk, sent } = open();
    expect(await desk(closed)).toBe('nothing');
    expect(await desk(created())).toBe('repeat');
    expect(sent).toEqual([]);
  });

  it.each([302, 401, 422, 429])('keeps what a desk answers by %i, and posts it when it comes again', async (status) => {
    for (const event of [created(), replied]) {
      const { desk, sent, counted, rows, world } = open({ status });
      await expect(desk(event)).rejects.toThrow(`The desk answered ${status}`);
      expect(counted).toEqual(['DeskRefused']);
      expect(rows.size).toBe(0);
      world.answer = () => ({ status: 200, body: '{"ticket":{"id":7}}' });
      expect(await desk(event)).toBe('posted');
      expect(sent.map(({ method }) => method)).toEqual([sent[0]?.method, sent[0]?.method]);
    }
  });

  const CLOSED = '{"details":{"status":[{"description":"Status: closed prevents ticket update"}]}}';

  it.each([
    ['zendesk', 404, ''],
    ['zendesk', 422, CLOSED],
    ['intercom', 404, ''],
  ] as const)('has nothing to close where %s says by %i that it is closed or gone', async (kind, status, body) => {
    const { desk, counted, rows, world } = open({ kind });
    rows.set(task, { ticket: '7' });
    world.answer = () => ({ status, body });
    expect(await desk(closed)).toBe('posted');
    expect(counted).toEqual([]);
  });

  it.each([
    [503, ''],
    [422, '{"details":{"base":[{"description":"Reason: is required when solving a ticket"}]}}'],
  ])('comes again to close where the desk does not, by %i', async (status, body) => {
    const { desk, counted, rows, world } = open();
    rows.set(task, { ticket: '7' });
    world.answer = () => ({ status, body });
    await expect(desk(closed)).rejects.toThrow(String(status));
    await expect(desk(closed)).rejects.not.toThrow(/Reason/);
    expect(counted).toEqual(['DeskRefused', 'DeskRefused']);
  });

  it('posts nothing that others wrote in our name', async () => {
    const { desk, sent, counted } = open();
    expect(await desk({ ...created(), detail: { ...created().detail, signature: undefined } })).toBe('nothing');
    expect([sent, counted]).toEqual([[], ['DeskForged']]);
  });

  it('takes no event that it does not know', async () => {
    await expect(open().desk({ ...created(), 'detail-type': 'points.granted' })).rejects.toThrow();
  });
});

const TYPE = { ticket_type_attributes: { data: [{ id: 88, name: 'tactful_task' }] } };

/** What each desk answers who asks for the ticket with our reference, where it has made one and where it has not. */
const LOOKED_UP = {
  zendesk: (isMade: boolean) => ({ tickets: isMade ? [{ id: 7, external_id: 'e1/call/4 ada 1' }] : [] }),
  intercom: (isMade: boolean) => ({ ...TYPE, tickets: isMade ? [{ type: 'ticket', id: '7' }] : [] }),
};

describe.each(['zendesk', 'intercom'] as const)('%s, whose answer was lost', (kind) => {
  const lose = async () => {
    const opened = open({ kind });
    opened.world.answer = () => undefined;
    await expect(opened.desk(created())).rejects.toThrow('the answer was lost');
    return opened;
  };
  const isNew = ({ method, path = '' }: DeskRequest) => method === 'POST' && !path.endsWith('/search');

  it('is not asked again at once, since it may be making the ticket', async () => {
    const { desk, sent, world } = await lose();
    world.now += ASKING - 1;
    await expect(desk(created())).rejects.toThrow(DeskBusy);
    await expect(desk(closed)).rejects.toThrow(DeskBusy);
    expect(sent).toHaveLength(1);
  });

  it('is asked whether it made one, which is then the ticket', async () => {
    const { desk, sent, world, rows } = await lose();
    world.now += ASKING;
    world.answer = () => ({ status: 200, body: JSON.stringify(LOOKED_UP[kind](true)) });
    expect(await desk(created())).toBe('repeat');
    expect(sent.filter(isNew)).toHaveLength(1);
    expect(rows.get(task)).toEqual({ ticket: '7' });
  });

  it('makes one where it had not', async () => {
    const { desk, sent, world, rows } = await lose();
    world.now += ASKING;
    world.answer = (request) => {
      const newTicket = kind === 'zendesk' ? { ticket: { id: 8 } } : { type: 'ticket', id: '8' };
      return { status: 200, body: JSON.stringify(isNew(request) ? newTicket : LOOKED_UP[kind](false)) };
    };
    expect(await desk(created())).toBe('posted');
    expect(sent.filter(isNew)).toHaveLength(2);
    expect(rows.get(task)).toEqual({ ticket: '8' });
  });

  it.each([500, 503, 408])('is asked also where it answered %i, which may come after the ticket', async (status) => {
    const { desk, sent, world } = open({ kind, status });
    await expect(desk(created())).rejects.toThrow(String(status));
    world.now += ASKING;
    world.answer = () => ({ status: 200, body: JSON.stringify(LOOKED_UP[kind](true)) });
    expect(await desk(created())).toBe('repeat');
    expect(sent.filter(isNew)).toHaveLength(1);
  });

  it('makes none while it cannot be asked', async () => {
    const { desk, sent, world } = await lose();
    world.now += ASKING;
    world.answer = () => ({ status: 403, body: '' });
    await expect(desk(created())).rejects.toThrow('403');
    expect(sent.filter(isNew)).toHaveLength(1);
  });
});

import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { DeskRequest, Headers, WebhookKind } from '../../../functions/desk/kind.ts';
import { DESK_NAMES, DESKS } from '../../../functions/desk/kinds.ts';
import { closed, created, replied, task } from './support.ts';

const { generic, zendesk, intercom } = DESKS;
const NOW = Date.parse('2026-03-02T10:00:00Z');
const KEY = 'a key that both know';
const REFERENCE = 'e1/call/4 ada 1';

describe('a desk of the company’s own', () => {
  it('gets each event as the bus has it, without our signature', () => {
    const { signature: _, ...detail } = created().detail;
    expect(generic.requestOf(created(), {})).toEqual({
      method: 'POST',
      body: { id: 'bus-1', type: 'agent.task_created', time: '2026-03-02T10:00:00Z', detail },
    });
    expect(generic.requestOf(closed, {})?.body).toMatchObject({ type: 'agent.task_closed' });
    expect(generic.requestOf(replied, {})?.body).toMatchObject({ detail: { text: 'Still broken' } });
  });

  it('answers in our own words, and in no others', () => {
    const detail = { customerId: 'ada 1', task, outcome: 'refunded', key: 'w1' };
    const headers = SIGNED.generic(KEY, NOW, '');
    expect(generic.answerIn({ type: 'agent.task_done', detail }, headers)).toEqual({
      type: 'agent.task_done',
      detail,
      at: NOW,
    });
    expect(generic.answerIn({ type: 'customer.closed_account', detail }, headers)).toBeUndefined();
    expect(generic.answerIn({ type: 'agent.task_done', detail: { task } }, headers)).toBeUndefined();
  });
});

describe('Zendesk', () => {
  it('gets a ticket of the type task, which its customer does not read, known by our reference', () => {
    expect(zendesk.requestOf(created(), {})).toEqual({
      method: 'POST',
      path: '/api/v2/tickets.json',
      headers: { 'idempotency-key': task },
      body: {
        ticket: {
          subject: 'Call about the failure',
          comment: { body: 'Please call Ada.', public: false },
          external_id: REFERENCE,
          tags: ['tactful', 'recovery-call'],
          type: 'task',
          due_at: '2026-03-05T10:00:00.000Z',
          priority: 'high',
        },
      },
    });
    expect(zendesk.ticketIn({ ticket: { id: 35436 } })).toBe('35436');
  });

  it('gets no subject that it would not take, and no priority that it does not know', () => {
    const { body } = zendesk.requestOf(created({ subject: 'x'.repeat(400), priority: 'whenever' }), {})!;
    expect(body).toMatchObject({ ticket: { subject: 'x'.repeat(150) } });
    expect(JSON.stringify(body)).not.toContain('priority');
  });

  it('is told on the ticket that a task is over, where it is known which', () => {
    expect(zendesk.requestOf(closed, {})).toBeUndefined();
    expect(zendesk.requestOf(closed, { ticket: '7' })).toEqual({
      method: 'PUT',
      path: '/api/v2/tickets/7.json',
      body: { ticket: { status: 'solved', comment: { body: 'This task is over: expired.', public: false } } },
    });
  });

  it('gets a reply on the ticket that is open', () => {
    expect(zendesk.requestOf(replied, {})).toEqual({
      method: 'PUT',
      path: '/api/v2/tickets/35436.json',
      body: {
        ticket: { comment: { body: 'The customer replied to a message of ours:\n\nStill broken', public: false } },
      },
    });
  });

  it('is asked for the ticket with our reference, and takes no other for it', async () => {
    const requests: DeskRequest[] = [];
    const find = (tickets: object[]) =>
      zendesk.find!(created(), {}, async (request) => {
        requests.push(request);
        return { tickets, count: tickets.length };
      });
    expect(
      await find([
        { id: 1, external_id: null },
        { id: 35436, external_id: REFERENCE },
      ]),
    ).toBe('35436');
    expect(await find([{ id: 1, external_id: 'e1/call/4' }])).toBeUndefined();
    expect(requests[0]).toEqual({ method: 'GET', path: '/api/v2/tickets.json?external_id=e1%2Fcall%2F4%20ada%201' });
  });

  it.each([
    ['Open', 'agent.task_taken', {}],
    ['pending', 'agent.task_taken', {}],
    ['Solved', 'agent.task_done', { outcome: 'refunded', note: 'They were kind.' }],
  ])('says of a ticket that is %s: %s', (status, type, fields) => {
    const body = { reference: REFERENCE, status, by: 'Bea', outcome: 'refunded', note: 'They were kind.' };
    const headers = { ...SIGNED.zendesk(KEY, NOW, ''), 'x-zendesk-webhook-invocation-id': '8350205582' };
    const detail = { task, customerId: 'ada 1', key: '8350205582', by: 'Bea', ...fields };
    expect(zendesk.answerIn(body, headers)).toEqual({ type, detail, at: NOW });
  });

  it.each([{ reference: '4711', status: 'solved' }, { reference: REFERENCE, status: 'new' }, 'solved', undefined])(
    'says nothing of a task with %j',
    (body) => {
      expect(zendesk.answerIn(body, {})).toBeUndefined();
    },
  );
});

describe('Intercom', () => {
  it('gets a ticket of its type, about the customer, with our reference', () => {
    expect(intercom.requestOf(created(), { ticketType: '1234' })).toEqual({
      method: 'POST',
      path: '/tickets',
      headers: { 'intercom-version': '2.14' },
      body: {
        ticket_type_id: '1234',
        contacts: [{ external_id: 'ada 1' }],
        ticket_attributes: {
          _default_title_: 'Call about the failure',
          _default_description_: 'Please call Ada.',
          tactful_task: REFERENCE,
        },
      },
    });
    expect(intercom.ticketIn({ type: 'ticket', id: '1295' })).toBe('1295');
  });

  it('is told that a task is over, and gets a reply as the customer’s', () => {
    expect(intercom.requestOf(closed, { ticket: '1295' })).toMatchObject({
      method: 'PUT',
      path: '/tickets/1295',
      body: { open: false },
    });
    expect(intercom.requestOf(closed, {})).toBeUndefined();
    expect(intercom.requestOf(replied, {})).toMatchObject({
      method: 'POST',
      path: '/tickets/35436/reply',
      body: { message_type: 'comment', type: 'user', user_id: 'ada 1', body: 'Still broken' },
    });
  });

  it('is asked for the ticket with our reference, by the number that the attribute has', async () => {
    const requests: DeskRequest[] = [];
    const find = (name: string) =>
      intercom.find!(created(), { ticketType: '1234' }, async (request) => {
        requests.push(request);
        if (request.method === 'POST') return { type: 'ticket.list', tickets: [{ type: 'ticket', id: '1295' }] };
        const data = [{ type: 'ticket_type_attribute', id: '88', name }];
        return { type: 'ticket_type', id: '1234', ticket_type_attributes: { type: 'list', data } };
      });
    expect(await find('tactful_task')).toBe('1295');
    const headers = { 'intercom-version': '2.14' };
    expect(requests).toEqual([
      { method: 'GET', path: '/ticket_types/1234', headers },
      {
        method: 'POST',
        path: '/tickets/search',
        headers,
        body: { query: { field: 'ticket_attribute.88', operator: '=', value: REFERENCE } },
      },
    ]);
    expect(await find('another')).toBeUndefined();
  });

  it.each([
    ['ticket.admin.assigned', 'submitted', 'agent.task_taken'],
    ['ticket.state.updated', 'in_progress', 'agent.task_taken'],
    ['ticket.state.updated', 'resolved', 'agent.task_done'],
    ['ticket.state.updated', { category: 'resolved' }, 'agent.task_done'],
  ])('says by %s and %j: %s', (topic, ticket_state, type) => {
    const ticket = { ticket_state, ticket_attributes: { tactful_task: REFERENCE } };
    const answer = { type, detail: { task, customerId: 'ada 1', key: 'notif_1' }, at: NOW };
    const about = { id: 'notif_1', created_at: NOW / 1000, topic };
    expect(intercom.answerIn({ ...about, data: { item: { ticket } } }, {})).toEqual(answer);
    expect(intercom.answerIn({ ...about, data: { item: ticket } }, {})).toEqual(answer);
  });

  it.each([
    { topic: 'ping', data: { item: { type: 'ping' } } },
    { topic: 'ticket.state.updated', data: { item: { ticket_state: 'resolved', ticket_attributes: {} } } },
    {
      topic: 'ticket.state.updated',
      data: { item: { ticket_state: 'submitted', ticket_attributes: { tactful_task: REFERENCE } } },
    },
  ])('says nothing of a task with %j', (body) => {
    expect(intercom.answerIn(body, {})).toBeUndefined();
  });
});

/** As each desk documents it, worked out by other code than ours. */
const SIGNED: Record<keyof typeof DESKS, (key: string, at: number, body: string) => Headers> = {
  generic: (key, at, body) => {
    const seconds = String(Math.floor(at / 1000));
    const hex = createHmac('sha256', key).update(`${seconds}.`).update(body).digest('hex');
    return { 'x-tactful-timestamp': seconds, 'x-tactful-signature': `v1=${hex}` };
  },
  zendesk: (key, at, body) => {
    const time = new Date(at).toISOString();
    return {
      'x-zendesk-webhook-signature-timestamp': time,
      'x-zendesk-webhook-signature': createHmac('sha256', key).update(time).update(body).digest('base64'),
    };
  },
  intercom: (key, _, body) => ({ 'x-hub-signature': `sha1=${createHmac('sha1', key).update(body).digest('hex')}` }),
};

describe.each(DESK_NAMES)('what %s sends', (name) => {
  const kind: WebhookKind = DESKS[name];
  const body = '{"a":"ä"}';
  const signed = SIGNED[name](KEY, NOW, body);

  it('is known by its signature, and by no other', () => {
    expect(kind.isSigned(signed, body, KEY, NOW)).toBe(true);
    expect(kind.isSigned(signed, body.replace('a', 'b'), KEY, NOW)).toBe(false);
    expect(kind.isSigned(signed, body, 'another key', NOW)).toBe(false);
    expect(kind.isSigned({}, body, KEY, NOW)).toBe(false);
    expect(kind.isSigned(SIGNED[name]('', NOW, body), body, KEY, NOW)).toBe(false);
  });
});

/** Word of a task in the words of each desk, without a name for what is said. */
const SAID: Record<keyof typeof DESKS, object> = {
  generic: { type: 'agent.task_returned', detail: { customerId: 'ada 1', task } },
  zendesk: { reference: REFERENCE, status: 'open' },
  intercom: {
    topic: 'ticket.admin.assigned',
    data: { item: { ticket_attributes: { tactful_task: REFERENCE } } },
  },
};

it.each(DESK_NAMES)('what %s sends again as it was is the same word, and what it says anew is another', (name) => {
  const text = JSON.stringify(SAID[name]);
  const keyOf = (headers: Headers) => DESKS[name].answerIn(SAID[name], headers)?.detail.key;
  const key = keyOf(SIGNED[name](KEY, NOW, text));
  expect(key).toMatch(/./);
  expect(keyOf(SIGNED[name](KEY, NOW, text))).toBe(key);
  expect(keyOf(SIGNED[name](KEY, NOW + 1000, `${text} `))).not.toBe(key);
});

it.each(['generic', 'zendesk'] as const)('what %s sent long ago is not taken again', (name) => {
  const signed = SIGNED[name](KEY, NOW, '{}');
  expect(DESKS[name].isSigned(signed, '{}', KEY, NOW + 299_000)).toBe(true);
  expect(DESKS[name].isSigned(signed, '{}', KEY, NOW + 301_000)).toBe(false);
  expect(DESKS[name].isSigned(signed, '{}', KEY, NOW - 301_000)).toBe(false);
});

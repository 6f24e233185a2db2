import { describe, expect, it } from 'vitest';
import { createContacts } from '../../../functions/desk/contacts.ts';
import type { DeskAnswer } from '../../../functions/desk/kind.ts';
import { ContactEvent, ContactNotOver } from '../../../functions/desk/kinds/connect-contact.ts';
import { DeskRefused } from '../../../functions/desk/post.ts';

const instance = '12345678-1234-1234-1234-123456789012';
const arn = `arn:aws:connect:eu-west-1:123456789012:instance/${instance}`;
const agent = '1c99b776-8e56-4aaa-a1bf-b950ffbe61e4';
const contactId = '11111111-1111-1111-1111-111111111111';

/** As the administrator guide shows an event of EventBridge, of a task. */
const event = (eventType: string, more: Record<string, unknown> = {}) => ({
  version: '0',
  id: 'abcabcab-abca-abca-abca-abcabcabcabc',
  'detail-type': 'Amazon Connect Contact Event',
  source: 'aws.connect',
  account: '123456789012',
  time: '2026-03-02T17:43:48Z',
  region: 'eu-west-1',
  resources: [arn, `${arn}/contact/${contactId}`],
  detail: {
    eventType,
    contactId,
    initialContactId: contactId,
    channel: 'TASK',
    instanceArn: arn,
    initiationMethod: 'API',
    initiationTimestamp: '2026-03-02T17:17:53.000Z',
    queueInfo: { queueType: 'STANDARD', queueArn: `${arn}/queue/q1`, enqueueTimestamp: '2026-03-02T17:29:04.000Z' },
    agentInfo: { agentArn: `${arn}/agent/${agent}`, connectedToAgentTimestamp: '2026-03-02T17:29:09.000Z' },
    tags: { 'aws:connect:instanceId': instance },
    ...more,
  },
});

/** As `DescribeContact` answers of it. */
const contact = (more: Record<string, unknown> = {}) => ({
  Arn: `${arn}/contact/${contactId}`,
  Id: contactId,
  InitiationMethod: 'API',
  Name: 'Call about the failure',
  Channel: 'TASK',
  AgentInfo: { Id: agent, ConnectedToAgentTimestamp: 1772472549 },
  InitiationTimestamp: 1772471873,
  LastUpdateTimestamp: 1772473428,
  Attributes: { tactful_task: 'e1/call/4 ada 1', tactful_moment: 'recovery-call' },
  ...more,
});

const over = (DisconnectReason: string | undefined, attributes: Record<string, string> = {}) =>
  contact({
    DisconnectTimestamp: 1772473428,
    ...(DisconnectReason !== undefined && { DisconnectReason }),
    Attributes: { tactful_task: 'e1/call/4 ada 1', ...attributes },
  });

const about = { task: 'e1/call/4', customerId: 'ada 1' };
const USER = { User: { Id: agent, Username: 'bea', IdentityInfo: { FirstName: 'Bea', LastName: 'Berg' } } };

const open = (contactAnswer: object | undefined, user: object | null = USER) => {
  const published: { type: string; detail: Record<string, unknown> }[] = [];
  const events: { key: string; at: number | undefined }[] = [];
  const requests: string[] = [];
  const rows = new Map([['e1/call/4', contactId]]);
  const contacts = createContacts({
    instance,
    ask: async ({ method, path = '' }) => {
      requests.push(`${method} ${path}`);
      const answer = path.startsWith('/users/') ? user : contactAnswer && { Contact: contactAnswer };
      if (!answer) throw new DeskRefused({ status: 404, body: '' });
      return answer;
    },
    tickets: {
      find: async (task) => {
        const ticket = rows.get(task);
        return ticket === undefined ? undefined : { isMade: true, ticket };
      },
      keep: async (task, ticket) => void rows.set(task, ticket ?? ''),
    },
    publish: async ({ type, at, detail: { key, ...detail } }: DeskAnswer) => {
      published.push({ type, detail });
      events.push({ key, at });
    },
  });
  return { hear: (raw: object) => contacts(ContactEvent.parse(raw)), published, events, requests, rows };
};

describe('what Amazon Connect tells of a task', () => {
  it('is looked up where it is: who has it, and whose it is', async () => {
    const { hear, published, requests } = open(contact());
    expect(await hear(event('CONNECTED_TO_AGENT'))).toBe('heard');
    expect(requests).toEqual([`GET /contacts/${instance}/${contactId}`, `GET /users/${instance}/${agent}`]);
    expect(published).toEqual([{ type: 'agent.task_taken', detail: { ...about, by: 'Bea Berg' } }]);
  });

  it('is the same word however often it is told, of when it happened, and another of another contact', async () => {
    const { hear, events } = open(contact());
    for (let time = 0; time < 2; time++) await hear(event('CONNECTED_TO_AGENT'));
    await hear(event('CONNECTED_TO_AGENT', { contactId: 'another' }));
    expect(events.map(({ key }) => key === events[0]?.key)).toEqual([true, true, false]);
    expect(events[0]?.at).toBe(Date.parse('2026-03-02T17:43:48Z'));
  });

  it.each([
    [
      'is known by the next contact once it is transferred',
      'DISCONNECTED',
      contactId,
      {
        DisconnectTimestamp: 1772473428,
        NextContacts: [{ NextContactMetadata: { QuickConnectContactData: { ContactId: 'second' } } }],
      },
      contactId,
      'second',
    ],
    [
      'is known by the contact that comes after it',
      'CONNECTED_TO_AGENT',
      'second',
      { PreviousContactId: contactId },
      contactId,
      'second',
    ],
    [
      'is not led back by an older transfer',
      'CONNECTED_TO_AGENT',
      'second',
      { PreviousContactId: contactId },
      'third',
      'third',
    ],
  ])('%s, which is what is closed when it is over', async (_, type, of, more, before, after) => {
    const { hear, rows } = open(contact(more));
    rows.set('e1/call/4', before);
    await hear(event(type, { contactId: of }));
    expect(rows.get('e1/call/4')).toBe(after);
  });

  it('is understood with the keys of either of AWS’s samples', async () => {
    const { hear, published } = open(contact());
    const { detail } = event('CONNECTED_TO_AGENT');
    const large = { EventType: detail.eventType, ContactId: detail.contactId, InstanceArn: detail.instanceArn };
    expect(await hear({ ...event(''), detail: large })).toBe('heard');
    expect(published).toHaveLength(1);
  });

  it.each([
    [{ User: { Username: 'bea', IdentityInfo: {} } }, { by: 'bea' }],
    [{ User: {} }, {}],
    [null, {}],
  ])('names the colleague as Connect does, %j, and nobody where it knows nobody', async (user, by) => {
    const { hear, published } = open(contact(), user);
    await hear(event('CONNECTED_TO_AGENT'));
    expect(published[0]?.detail).toEqual({ ...about, ...by });
  });

  it('names the colleague whom the event names where the contact does not yet', async () => {
    const { hear, published, requests } = open(contact({ AgentInfo: undefined }));
    await hear(event('CONNECTED_TO_AGENT'));
    expect(requests[1]).toBe(`GET /users/${instance}/${agent}`);
    expect(published[0]?.detail).toMatchObject({ by: 'Bea Berg' });
  });

  it.each(['AGENT_COMPLETED', 'AGENT_DISCONNECT'])('is done where a colleague completed it: %s', async (reason) => {
    const { hear, published } = open(over(reason, { tactful_outcome: ' refunded ', tactful_note: 'They were kind.' }));
    await hear(event('DISCONNECTED'));
    const detail = { ...about, by: 'Bea Berg', outcome: 'refunded', note: 'They were kind.' };
    expect(published).toEqual([{ type: 'agent.task_done', detail }]);
  });

  it('is done also without an outcome, and where the flow that asked for one ended it', async () => {
    const { hear, published } = open(over('AGENT_COMPLETED', { tactful_outcome: '' }));
    await hear(event('DISCONNECTED'));
    expect(published).toEqual([{ type: 'agent.task_done', detail: { ...about, by: 'Bea Berg' } }]);
    const flow = open(over('CONTACT_FLOW_DISCONNECT', { tactful_outcome: 'called back' }));
    await flow.hear(event('DISCONNECTED'));
    expect(flow.published[0]).toMatchObject({ type: 'agent.task_done', detail: { outcome: 'called back' } });
  });

  it.each([
    [{ tactful_declined: 'not ours' }, 'not ours'],
    [{ tactful_declined: 'not ours', tactful_outcome: 'x', tactful_note: 'Ask sales.' }, 'not ours: Ask sales.'],
  ])('is declined where the colleague says so, whatever else is there: %j', async (attributes, reason) => {
    const { hear, published } = open(over('AGENT_COMPLETED', attributes));
    await hear(event('DISCONNECTED'));
    expect(published).toEqual([{ type: 'agent.task_declined', detail: { ...about, by: 'Bea Berg', reason } }]);
  });

  it.each([
    ['EXPIRED', /Nobody completed it at Amazon Connect before it expired/],
    ['CONTACT_FLOW_DISCONNECT', /ended it without a colleague: CONTACT_FLOW_DISCONNECT/],
    ['OTHER', /OTHER/],
    ['SOMETHING_NEW', /SOMETHING_NEW/],
    [undefined, /no reason given/],
  ])('is undone where it ended by %s', async (reason, says) => {
    const { hear, published } = open({ ...over(reason), AgentInfo: undefined });
    await hear(event('DISCONNECTED', { agentInfo: undefined }));
    expect(published).toEqual([
      { type: 'agent.task_declined', detail: { ...about, reason: expect.stringMatching(says) } },
    ]);
  });

  it('is given back where the colleague handed it on, and taken by who gets it', async () => {
    const { hear, published } = open({ ...over('OTHER'), NextContacts: [{ Type: 'QUICK_CONNECT' }] });
    await hear(event('DISCONNECTED'));
    expect(published).toEqual([{ type: 'agent.task_returned', detail: { ...about, by: 'Bea Berg' } }]);
  });

  it('is no word of a colleague where a program stopped it, as we do once the task is over', async () => {
    const { hear, published } = open(over('API'));
    expect(await hear(event('DISCONNECTED'))).toBe('nothing');
    expect(published).toEqual([]);
  });

  it('is taken by nobody any more where its end was heard first, or came in between', async () => {
    const { hear, published } = open({ ...over('OTHER'), NextContacts: [{ Type: 'QUICK_CONNECT' }] });
    expect(await hear(event('CONNECTED_TO_AGENT'))).toBe('nothing');
    expect(published).toEqual([]);
  });

  it('comes again where it is faster than the contact itself', async () => {
    const { hear, published } = open(contact());
    await expect(hear(event('DISCONNECTED'))).rejects.toThrow(ContactNotOver);
    expect(published).toEqual([]);
  });

  it.each([
    ['a task of somebody else’s', contact({ Attributes: { tactful_task: 'e1' } })],
    ['a task without attributes', contact({ Attributes: undefined })],
    ['a contact that is no more', undefined],
  ])('of %s is nothing', async (_, contactAnswer) => {
    const { hear, published, requests } = open(contactAnswer);
    expect(await hear(event('CONNECTED_TO_AGENT'))).toBe('nothing');
    expect(published).toEqual([]);
    expect(requests).toHaveLength(1);
  });

  it('of another instance, or of anything else that happens to it, is nothing', async () => {
    const { hear, published } = open(contact());
    expect(await hear(event('CONNECTED_TO_AGENT', { instanceArn: `${arn.slice(0, -1)}0` }))).toBe('nothing');
    expect(await hear(event('QUEUED'))).toBe('nothing');
    expect(published).toEqual([]);
  });

  it('comes again where Connect is throttled', async () => {
    const contacts = createContacts({
      instance,
      tickets: { find: async () => undefined, keep: async () => {} },
      ask: () => Promise.reject(new DeskRefused({ status: 429, body: '', why: 'ThrottlingException' })),
      publish: () => Promise.reject(new Error('nothing is to be said')),
    });
    await expect(contacts(ContactEvent.parse(event('DISCONNECTED')))).rejects.toThrow(
      'The desk answered 429, ThrottlingException.',
    );
  });
});

import { type DynamoDBClient, GetItemCommand, PutItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import type { Message } from '../../../functions/deliver/channel.ts';
import { createCompose, createWords } from '../../../functions/deliver/compose.ts';
import { createRenderer } from '../../../functions/deliver/copy/render.ts';
import { createDeliver } from '../../../functions/deliver/deliver.ts';
import { createLinks } from '../../../functions/shared/link.ts';
import { createDynamoCustomers } from '../../../functions/shared/stores/change.dynamo.ts';
import type { Catalogue } from '../../../language/catalogue/catalogue.ts';
import { eachSendable } from '../../../language/catalogue/channel.ts';
import { CONTRACT } from '../../../language/catalogue/task.ts';
import { loadProject } from '../../../simulator/project.ts';
import { createMemoryAddressBook } from '../../../simulator/world/address-book.memory.ts';
import { clientOf, startDynamoDbLocal } from '../../support/dynamodb-local.ts';
import { newCustomers, newRecords } from '../../support/tables.ts';
import { typicalCustomer } from '../../support/typical-customer.ts';
import { type Figure, median } from '../figure.ts';
import type { Part } from '../parts.ts';

const ROUNDS = 600;
/** The first ones warm up both. */
const WARM = 200;
const NOW = Date.parse('2026-03-02T10:00:00Z');
const AIM = 1.3;

/** The calls of one sent message and nothing else: read an item, write it on condition, write it again. */
const bare = async (client: DynamoDBClient, table: string, id: string, items: [string, string]): Promise<void> => {
  const Key = { id: { S: id } };
  const read = await client.send(new GetItemCommand({ TableName: table, Key, ConsistentRead: true }));
  let version = Number(read.Item?.version?.N);
  for (const item of items) {
    await client.send(
      new UpdateItemCommand({
        TableName: table,
        Key,
        UpdateExpression: 'SET #version = :next, #item = :item',
        ConditionExpression: '#version = :before',
        ExpressionAttributeNames: { '#version': 'version', '#item': 'item' },
        ExpressionAttributeValues: {
          ':before': { N: String(version) },
          ':next': { N: String(++version) },
          ':item': { S: item },
        },
      }),
    );
  }
};

/** Deliver over real tables. Its channel takes every message at once. */
const open = async (client: DynamoDBClient, catalogue: Catalogue) => {
  const [customers, records] = [await newCustomers(client), await newRecords(client)];
  const now = () => NOW;
  const render = createRenderer({ catalogue });
  const { changeBy, store } = createDynamoCustomers({ client, customers, records, now });
  const change = changeBy({ catalogue, number: 1 });
  const links = createLinks({
    key: '0123456789abcdef0123456789abcdef',
    baseUrl: 'https://links.example.com',
    now: () => new Date(NOW),
  });
  const sent: string[] = [];
  const channel = {
    // Reads the message as a provider's client would: it is written when it is read.
    send: async ({ customer, subject, text, html = '', headers }: Message) => {
      if (`${subject}${text}${html}${JSON.stringify(headers)}`.length < 1000) throw new Error('That was no email.');
      sent.push(customer);
      return { result: 'accepted' as const };
    },
  };
  let attempts = 0;
  const deliver = createDeliver({
    spentOf: async () => [],
    catalogue,
    addresses: createMemoryAddressBook(),
    change,
    words: createWords(render, () => {}),
    compose: createCompose({ catalogue, render, links, sender: { name: 'Acme' } }),
    channels: eachSendable(() => channel),
    newAttempt: () => `attempt-${++attempts}`,
    lease: 60_000,
    report: (error) => {
      throw error;
    },
  });
  return { customers, change, store, deliver, sent };
};

const taskOf = (customer: string, enrolment: string) => ({
  contract: CONTRACT,
  task: 'send',
  customer,
  journey: 'renewal',
  enrolment,
  step: 'send-value-recap',
  visit: 2,
});

interface Time {
  whole: number;
  /** On our processor; the rest is the database's. */
  ours: number;
}

const timed = async (work: () => Promise<unknown>): Promise<Time> => {
  const [began, usageBefore] = [performance.now(), process.threadCpuUsage()];
  await work();
  const { user, system } = process.threadCpuUsage(usageBefore);
  return { whole: performance.now() - began, ours: (user + system) / 1000 };
};

const medians = (times: Time[]): Time => ({
  whole: median(times.map(({ whole }) => whole)),
  ours: median(times.map(({ ours }) => ours)),
});

/** Deliver, all but the channel, beside a bare get and two bare updates of as large an item, taking turns. */
const measure = async (client: DynamoDBClient, tell: (what: string) => void) => {
  const { catalogue } = await loadProject('workflows');
  const { customers, change, store, deliver, sent } = await open(client, catalogue);
  const times: { deliver: Time[]; bare: Time[] } = { deliver: [], bare: [] };
  let bytes = 0;
  for (let round = 0; round < ROUNDS; round++) {
    if (round % 100 === 0) tell(`${round} of ${ROUNDS} messages`);
    const [id, other] = [`c${round}`, `bare-${round}`];
    const task = taskOf(id, await typicalCustomer(change, id, NOW));
    const before = JSON.stringify(await store.load(id));
    bytes = before.length;
    const copy = { id: { S: other }, version: { N: '7' }, item: { S: before } };
    await client.send(new PutItemCommand({ TableName: customers, Item: copy }));
    const work = { deliver: () => deliver(task), bare: () => bare(client, customers, other, [before, before]) };
    const turns = round % 2 === 0 ? (['deliver', 'bare'] as const) : (['bare', 'deliver'] as const);
    const [first, second] = [await timed(work[turns[0]]), await timed(work[turns[1]])];
    // Those in the control arm get nothing, which is quick.
    if (round < WARM || !sent.includes(id)) continue;
    times[turns[0]].push(first);
    times[turns[1]].push(second);
  }
  if (sent.length < ROUNDS * 0.9) throw new Error(`Only ${sent.length} of ${ROUNDS} messages were sent.`);
  return { deliver: medians(times.deliver), bare: medians(times.bare), bytes };
};

export const deliverFigures: Part = async ({ tell }): Promise<Figure[]> => {
  tell('DynamoDB Local starts');
  const { endpoint, stop } = await startDynamoDbLocal();
  const client = clientOf(endpoint);
  try {
    const measurement = await measure(client, tell);
    const { deliver, bare, bytes } = measurement;
    const what = 'a bare get and two updates';
    const ratio = deliver.whole / bare.whole;
    return [
      {
        figure: `deliver without its channel, ${(bytes / 1024).toFixed(1)} KiB item`,
        value: deliver.whole,
        unit: 'ms',
        reference: { what, value: bare.whole },
        ratio,
        aim: `at most ${AIM} times`,
        met: ratio <= AIM,
      },
      {
        figure: 'deliver, its time on our processor',
        value: deliver.ours,
        unit: 'ms',
        reference: { what, value: bare.ours },
        ratio: deliver.ours / bare.ours,
        aim: 'reported',
      },
    ];
  } finally {
    client.destroy();
    stop();
  }
};

import { readFile } from 'node:fs/promises';
import { DynamoDBClient, GetItemCommand, paginateQuery } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient, PutEventsCommand, PutRuleCommand, PutTargetsCommand } from '@aws-sdk/client-eventbridge';
import { SchedulerClient } from '@aws-sdk/client-scheduler';
import { SFNClient } from '@aws-sdk/client-sfn';
import {
  CreateQueueCommand,
  DeleteMessageBatchCommand,
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  ReceiveMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { fromItem } from '../../core/customer/model/item.ts';
import type { DecisionEntry, JournalEntry } from '../../core/customer/model/journal.ts';
import type { CustomerState } from '../../core/customer/model/state.ts';
import { digest } from '../../core/hash.ts';
import { readFields } from '../../functions/intake/fields.ts';
import { namesOf, ownKeyOf } from '../../functions/intake/identity.ts';
import type { EventType } from '../../language/catalogue/event.ts';
import { loadProject } from '../../simulator/project.ts';
import { until } from './until.ts';

/** An event as the bus took it. */
export interface Envelope {
  id: string;
  source: string;
  'detail-type': string;
  time: string;
  detail: Record<string, unknown>;
}

/** An email as it was given to SES. */
export interface Email {
  Destination: { ToAddresses: string[] };
  ReplyToAddresses?: string[];
  Content: {
    Simple: {
      Subject: { Data: string };
      Body?: { Html?: { Data: string }; Text?: { Data: string } };
      Headers: { Name: string; Value: string }[];
    };
  };
}

const FINAL = new Set(['sent', 'suppressed', 'escalated', 'control', 'failed', 'unknown', 'ended']);

interface Where {
  endpoint: string;
  outbox: string;
  prefix: string;
}

const client = (endpoint: string) => ({
  endpoint,
  region: 'us-east-1',
  credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
});

const { catalogue } = await loadProject('workflows');

/** What a repeat of an event is known by, where its declaration says so. */
const ownKey = async (name: string, detail: Record<string, unknown>): Promise<string | undefined> => {
  const type: EventType | undefined = catalogue.events[name];
  if (!type) return undefined;
  const { fields } = await readFields(type, detail, undefined);
  const envelope = { id: '', source: '', 'detail-type': name, detail };
  const key = await ownKeyOf(envelope, name, type, namesOf(type, detail, fields));
  return key === undefined ? undefined : `${name}#${key}`;
};

/** A deployed stage, as its neighbours and its operators see it. */
export const openStage = async ({ endpoint, outbox, prefix }: Where) => {
  const dynamo = new DynamoDBClient(client(endpoint));
  const bus = new EventBridgeClient(client(endpoint));
  const sqs = new SQSClient(client(endpoint));
  const machines = new SFNClient(client(endpoint));
  const scheduler = new SchedulerClient(client(endpoint));
  const put: string[] = [];
  const recorded = new Map<string, Envelope>();
  const recorder = await record({ bus, sqs, prefix });

  /** Puts events on the bus in one call, and answers their ids. */
  const tell = async (...events: { type: string; detail: Record<string, unknown>; source?: string }[]) => {
    const { Entries = [] } = await bus.send(
      new PutEventsCommand({
        Entries: events.map(({ type, detail, source = 'e2e' }) => ({
          EventBusName: prefix,
          Source: source,
          DetailType: type,
          Detail: JSON.stringify(detail),
        })),
      }),
    );
    const ids = Entries.map(({ EventId, ErrorMessage }) => EventId ?? `refused: ${ErrorMessage}`);
    put.push(...ids);
    return ids;
  };

  const customer = async (id: string): Promise<CustomerState | undefined> => {
    const { Item } = await dynamo.send(
      new GetItemCommand({ TableName: `${prefix}-customers`, Key: { id: { S: id } }, ConsistentRead: true }),
    );
    return Item?.item?.S === undefined ? undefined : fromItem(Item.item.S);
  };

  const timeline = async (id: string): Promise<JournalEntry[]> => {
    const entries: JournalEntry[] = [];
    const query = {
      TableName: `${prefix}-records`,
      ConsistentRead: true,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': { S: `customer#${id}` } },
    };
    for await (const { Items = [] } of paginateQuery({ client: dynamo }, query)) {
      for (const { entry } of Items) if (entry?.S) entries.push(JSON.parse(entry.S));
    }
    return entries;
  };

  const decisions = async (id: string): Promise<DecisionEntry[]> =>
    (await timeline(id)).filter((entry) => entry.kind === 'decision');

  return {
    endpoint,
    prefix,
    dynamo,
    bus,
    sqs,
    machines,
    scheduler,
    tell,
    customer,
    timeline,
    decisions,

    /** Puts one event about a customer on the bus and waits until it is part of their item. Answers its id. */
    happen: async (id: string, type: string, detail: Record<string, unknown> = {}): Promise<string> => {
      const [event = ''] = await tell({ type, detail: { customerId: id, ...detail } });
      const key = (await ownKey(type, { customerId: id, ...detail })) ?? event;
      await until(`${type} of ${id} is taken`, async () =>
        Object.hasOwn((await customer(id))?.seen ?? {}, digest([key], 12)),
      );
      return event;
    },

    /** Waits until a moment or emitted event came to something: by default to a final decision. What is told next comes after it. */
    decided: async (id: string, moment: string, outcome?: string, seconds?: number): Promise<DecisionEntry> => {
      const decision = await until(
        `${outcome ?? 'a final decision on'} ${moment} for ${id}`,
        async () =>
          (await decisions(id)).find(
            (entry) =>
              (entry.moment === moment || entry.instead === moment) &&
              (outcome === undefined ? FINAL.has(entry.outcome) : entry.outcome === outcome),
          ),
        { ...(seconds !== undefined && { seconds }), every: 250 },
      );
      // A bus knows whole seconds only: what is put on it from here on is later by its clock too.
      const next = 1000 * (Math.floor(Date.parse(decision.at) / 1000) + 1);
      await until('the next second', async () => Date.now() >= next, { every: 50 });
      return decision;
    },

    /** Waits until a customer is in no journey, and the timeline says so too. */
    over: (id: string): Promise<JournalEntry[]> =>
      until(
        `every journey of ${id} is over`,
        async () => {
          const state = await customer(id);
          if (state === undefined || Object.keys(state.enrolments).length > 0) return undefined;
          const entries = await timeline(id);
          const count = (kind: string) => entries.filter((entry) => entry.kind === kind).length;
          return count('entered') === count('ended') && count('entered') > 0 ? entries : undefined;
        },
        { every: 500 },
      ),

    /** Waits until a customer stands where a condition is true. */
    stands: (id: string, what: string, test: (state: CustomerState) => boolean): Promise<CustomerState> =>
      until(`${id} ${what}`, async () => {
        const state = await customer(id);
        return state && test(state) ? state : undefined;
      }),

    /** What we put on the bus, as it took it, in our order. */
    takenEvents: async (): Promise<Envelope[]> => {
      await until('the recorder has every event', async () => {
        for (const envelope of await drain(sqs, recorder)) recorded.set(envelope.id, envelope);
        return put.every((id) => recorded.has(id) || id.startsWith('refused'));
      });
      return put.flatMap((id) => recorded.get(id) ?? []);
    },

    queueUrl: async (name: string): Promise<string> => {
      const { QueueUrl = '' } = await sqs.send(new GetQueueUrlCommand({ QueueName: `${prefix}-${name}` }));
      return QueueUrl;
    },

    /** Waits until nothing is in a queue or on its way through its function. */
    quiet: (url: string): Promise<true> =>
      until(`${url} is empty`, async () => {
        const { Attributes = {} } = await sqs.send(
          new GetQueueAttributesCommand({
            QueueUrl: url,
            AttributeNames: ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible'],
          }),
        );
        return Object.values(Attributes).every((count) => count === '0') || undefined;
      }),

    /** Emails to an address, oldest first. */
    emails: async (address: string): Promise<Email[]> => {
      const lines = (await readFile(outbox, 'utf8').catch(() => '')).split('\n').filter((line) => line !== '');
      const all = lines.map((line) => JSON.parse(line) as Email);
      return all.filter(({ Destination }) => Destination.ToAddresses.includes(address));
    },
  };
};

export type Stage = Awaited<ReturnType<typeof openStage>>;

interface Recorded {
  bus: EventBridgeClient;
  sqs: SQSClient;
  prefix: string;
}

/** A rule and a queue of our own that keep what comes over the bus. */
const record = async ({ bus, sqs, prefix }: Recorded): Promise<string> => {
  const { QueueUrl = '' } = await sqs.send(new CreateQueueCommand({ QueueName: `${prefix}-recorder` }));
  const { Attributes } = await sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['QueueArn'] }));
  const Rule = `${prefix}-recorder`;
  const pattern = JSON.stringify({ source: ['e2e'] });
  await bus.send(new PutRuleCommand({ Name: Rule, EventBusName: prefix, EventPattern: pattern }));
  const target = { Id: 'recorder', Arn: Attributes?.QueueArn ?? '' };
  await bus.send(new PutTargetsCommand({ Rule, EventBusName: prefix, Targets: [target] }));
  return QueueUrl;
};

const drain = async (sqs: SQSClient, QueueUrl: string): Promise<Envelope[]> => {
  const all: Envelope[] = [];
  for (;;) {
    const { Messages = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }));
    if (Messages.length === 0) return all;
    all.push(...Messages.map(({ Body = '{}' }) => JSON.parse(Body) as Envelope));
    const Entries = Messages.map(({ ReceiptHandle }, index) => ({ Id: String(index), ReceiptHandle }));
    await sqs.send(new DeleteMessageBatchCommand({ QueueUrl, Entries }));
  }
};

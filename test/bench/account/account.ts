import TinyQueue from 'tinyqueue';
import type { Machine } from '../../../language/compile/asl.ts';
import { median } from '../figure.ts';
import type { Call } from './call.ts';
import type { Carrying, Invocation } from './functions.ts';
import { carryRun } from './machines.ts';
import { addInvocation, addRun, emptyTally, type Tally } from './tally.ts';

interface AccountDeps {
  invoke: (name: Carrying, event: unknown) => Promise<Invocation>;
  machines: Record<string, Machine>;
  /** The name of the customers' table. */
  customers: string;
  /** So many records, at most, come to a function together. */
  batch: number;
  clock: { now: () => number; set: (at: number) => void };
}

/** An event on our bus. */
export interface BusEvent {
  source: string;
  'detail-type': string;
  detail: Record<string, unknown>;
}

type Text = { S: string };

/** A record that a queue or the stream has for a function. */
interface Queued {
  to: Carrying;
  record: unknown;
  isOfQueue: boolean;
}

type Work = Queued | (() => Promise<void>);

/** Something that happens at a time: a message of a queue that is held back, a schedule. */
interface Later {
  at: number;
  order: number;
  happen: () => void;
}

/** A commit as the stream has it, and when it was. */
export interface Streamed {
  at: number;
  item: string;
}

/**
 * What runs between our functions in an account. With batches of one each message is by itself, which is the dearest it can be;
 * else whatever waits for the same function at the same time comes to it together. Counts all that is billed.
 */
export const createAccount = ({ invoke, machines, customers, clock, batch }: AccountDeps) => {
  let tally = emptyTally();
  let ids = 0;
  const work: Work[] = [];
  const later = new TinyQueue<Later>([], (one, other) => one.at - other.at || one.order - other.order);
  const processor = new Map<Carrying, number[]>();
  /** Commits that nobody has counted yet, by when they were. */
  let streamed: Streamed[] = [];

  const run = async (name: Carrying, event: unknown): Promise<Invocation> => {
    const invocation = await invoke(name, event);
    addInvocation(tally, name, invocation);
    processor.set(name, [...(processor.get(name) ?? []), invocation.processor]);
    for (const call of invocation.calls) follow(call);
    return invocation;
  };

  const must = ({ answer }: Invocation): void => {
    const { batchItemFailures = [] } = answer as { batchItemFailures?: unknown[] };
    if (batchItemFailures.length > 0) throw new Error('A function did not take its message.');
  };

  const fromQueue = (to: Carrying, body: string): void => {
    const id = `m${++ids}`;
    const attributes = { ApproximateReceiveCount: '1' };
    const record = {
      messageId: id,
      body,
      receiptHandle: id,
      eventSource: 'aws:sqs',
      eventSourceARN: 'arn',
      attributes,
    };
    work.push({ to, record, isOfQueue: true });
  };

  /** The first record, and what else waits for its function. */
  const takeBatch = (first: Queued): unknown[] => {
    const records = [first.record];
    for (let at = 0; at < work.length && records.length < batch; ) {
      const next = work[at];
      if (typeof next === 'object' && next.to === first.to) {
        records.push(next.record);
        work.splice(at, 1);
      } else at++;
    }
    return records;
  };

  /** Of a queue one request brings a batch, and one deletes it. */
  const bring = async (first: Queued): Promise<void> => {
    if (first.isOfQueue) tally.bill['SQS requests'] += 2;
    must(await run(first.to, { Records: takeBatch(first) }));
  };

  const happenAt = (at: number, happen: () => void): void => {
    if (at <= clock.now()) happen();
    else later.push({ at, order: ++ids, happen });
  };

  /** The bus's rule puts it into the intake queue. */
  const onBus = (event: BusEvent): void => {
    const envelope = { id: `event-${++ids}`, time: new Date(clock.now()).toISOString(), ...event };
    tally.bill['SQS requests']++;
    fromQueue('intake', JSON.stringify(envelope));
  };

  const committed = (item: Text): void => {
    const dynamodb = { SequenceNumber: String(++ids), NewImage: { item } };
    streamed.push({ at: clock.now(), item: item.S });
    work.push({ to: 'relay', record: { eventSource: 'aws:dynamodb', dynamodb }, isOfQueue: false });
  };

  /** SES tells the default bus; our rule forwards it, which is one more event. */
  const delivered = (input: Record<string, unknown>): void => {
    const tags = (input.EmailTags as { Name: string; Value: string }[]).map(({ Name, Value }) => [Name, [Value]]);
    const timestamp = new Date(clock.now()).toISOString();
    const detail = { eventType: 'Delivery', mail: { tags: Object.fromEntries(tags) }, delivery: { timestamp } };
    tally.bill['EventBridge events']++;
    onBus({ source: 'aws.ses', 'detail-type': 'Email Delivered', detail });
  };

  /** A short run of a journey's machine; its time is that of its tasks, and what Step Functions adds to each. */
  const startRun = (machine: Machine, input: unknown): void => {
    work.push(async () => {
      const tasks: { name: Carrying; invocation: Invocation }[] = [];
      await carryRun(machine, input, async (call) => {
        const invocation = await run(call.function, call.payload);
        tasks.push({ name: call.function, invocation });
        return invocation.answer;
      });
      addRun(tally, tasks);
    });
  };

  /** What AWS does next, after a call of ours. */
  const follow = ({ operation, input, isRefused }: Call): void => {
    if (isRefused) return;
    const AFTER: Record<string, () => void> = {
      UpdateItem: () => {
        if (input.TableName !== customers) return;
        committed((input.ExpressionAttributeValues as { ':item': Text })[':item']);
      },
      SendMessageBatch: () => {
        for (const { MessageBody, DelaySeconds = 0 } of input.Entries as {
          MessageBody: string;
          DelaySeconds?: number;
        }[]) {
          happenAt(clock.now() + DelaySeconds * 1000, () => fromQueue('effects', MessageBody));
        }
      },
      CreateSchedule: () => {
        const { Input } = input.Target as { Input: string };
        const [, at = ''] = /^at\((.*)\)$/.exec(String(input.ScheduleExpression)) ?? [];
        happenAt(Date.parse(`${at}Z`), () => {
          tally.bill['Scheduler invocations']++;
          tally.bill['SQS requests']++;
          fromQueue('effects', Input);
        });
      },
      StartExecution: () => {
        const machine = machines[String(input.stateMachineArn).split(':tactful-').at(-1) ?? ''] as Machine;
        startRun(machine, JSON.parse(String(input.input)));
      },
      PutEvents: () => {
        for (const { Source, DetailType, Detail } of input.Entries as Record<string, string>[]) {
          onBus({ source: Source ?? '', 'detail-type': DetailType ?? '', detail: JSON.parse(Detail ?? '{}') });
        }
      },
      SendEmail: () => delivered(input),
    };
    AFTER[operation]?.();
  };

  const settle = async (): Promise<void> => {
    for (let next = work.shift(); next; next = work.shift()) await (typeof next === 'object' ? bring(next) : next());
  };

  return {
    /** Producers put events on the bus, at one time. */
    happen: async (events: readonly BusEvent[]): Promise<void> => {
      tally.bill['EventBridge events'] += events.length;
      for (const event of events) onBus(event);
      await settle();
    },
    /** Lets time pass, and all happen that is due by then. */
    passUntil: async (at: number): Promise<void> => {
      for (let next = later.peek(); next !== undefined && next.at <= at; next = later.peek()) {
        clock.set(Math.max(clock.now(), next.at));
        for (let due = later.peek(); due !== undefined && due.at <= clock.now(); due = later.peek()) {
          later.pop();
          due.happen();
        }
        await settle();
      }
      clock.set(Math.max(clock.now(), at));
    },
    /** What was used since the last time. Every journey must be over. */
    take: (): Tally => {
      const previous = tally;
      tally = emptyTally();
      return previous;
    },
    /** Commits since the last time, not counted yet. */
    takeStreamed: (): Streamed[] => {
      const previous = streamed;
      streamed = [];
      return previous;
    },
    /** A batch of the stream is counted. */
    count: async (batch: readonly Streamed[]): Promise<void> => {
      const Records = batch.map(({ item }) => ({
        eventSource: 'aws:dynamodb',
        dynamodb: { SequenceNumber: String(++ids), NewImage: { item: { S: item } } },
      }));
      await run('census', { shardId: 'shard', Records });
    },
    /** Milliseconds of processor time of a typical invocation. */
    processor: (name: Carrying): number => median(processor.get(name) ?? []),
    /** Whatever was measured while all was new is forgotten. */
    warm: (): void => processor.clear(),
  };
};

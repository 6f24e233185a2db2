import { median } from '../figure.ts';
import type { Call } from './call.ts';
import type { Carrying, Invocation } from './functions.ts';
import type { createMachines } from './machines.ts';
import { addInvocation, emptyTally, type Tally } from './tally.ts';

interface AccountDeps {
  invoke: (name: Carrying, event: unknown) => Promise<Invocation>;
  machines: ReturnType<typeof createMachines>;
  /** The name of the customers' table. */
  customers: string;
  clock: { now: () => number; set: (at: number) => void };
}

/** An event on our bus. */
export interface BusEvent {
  source: string;
  'detail-type': string;
  detail: Record<string, unknown>;
}

type Text = { S: string };

/**
 * What runs between our functions in an account, each message by itself: nothing shares a batch, which is the dearest
 * it can be. Counts all that is billed.
 */
export const createAccount = ({ invoke, machines, customers, clock }: AccountDeps) => {
  let tally = emptyTally();
  let ids = 0;
  const work: (() => Promise<void>)[] = [];
  const processor = new Map<Carrying, number[]>();

  const run = async (name: Carrying, event: unknown): Promise<unknown> => {
    const invocation = await invoke(name, event);
    addInvocation(tally, name, invocation);
    processor.set(name, [...(processor.get(name) ?? []), invocation.processor]);
    for (const call of invocation.calls) follow(call);
    return invocation.answer;
  };

  const must = (answer: unknown): void => {
    const { batchItemFailures = [] } = answer as { batchItemFailures?: unknown[] };
    if (batchItemFailures.length > 0) throw new Error('A function did not take its message.');
  };

  /** Taken from a queue: one request brings it, one deletes it. */
  const fromQueue = async (name: Carrying, body: string): Promise<void> => {
    tally.used['SQS requests'] += 2;
    must(await run(name, { Records: [{ messageId: `m${++ids}`, body, eventSource: 'aws:sqs' }] }));
  };

  /** The bus's rule puts it into the intake queue. */
  const onBus = (event: BusEvent): void => {
    const envelope = { id: `event-${++ids}`, time: new Date(clock.now()).toISOString(), ...event };
    tally.used['SQS requests']++;
    work.push(() => fromQueue('intake', JSON.stringify(envelope)));
  };

  const committed = (item: Text): void => {
    const dynamodb = { SequenceNumber: String(++ids), NewImage: { item } };
    work.push(async () => must(await run('relay', { Records: [{ eventSource: 'aws:dynamodb', dynamodb }] })));
  };

  /** SES tells the default bus; our rule forwards it, which is one more event. */
  const delivered = (input: Record<string, unknown>): void => {
    const tags = (input.EmailTags as { Name: string; Value: string }[]).map(({ Name, Value }) => [Name, [Value]]);
    const timestamp = new Date(clock.now()).toISOString();
    const detail = { eventType: 'Delivery', mail: { tags: Object.fromEntries(tags) }, delivery: { timestamp } };
    tally.used['EventBridge events']++;
    onBus({ source: 'aws.ses', 'detail-type': 'Email Delivered', detail });
  };

  /** What AWS does next, after a call of ours. */
  const follow = ({ operation, input, isRefused }: Call): void => {
    if (isRefused) return;
    const text = (name: string): string => String(input[name]);
    const machine = (): string => text('stateMachineArn').split(':tactful-').at(-1) ?? '';
    const AFTER: Record<string, () => void> = {
      UpdateItem: () => {
        if (input.TableName !== customers) return;
        committed((input.ExpressionAttributeValues as { ':item': Text })[':item']);
      },
      SendMessageBatch: () => {
        for (const { MessageBody } of input.Entries as { MessageBody: string }[]) {
          work.push(() => fromQueue('effects', MessageBody));
        }
      },
      StartExecution: () => work.push(() => machines.start(machine(), text('name'), JSON.parse(text('input')))),
      SendTaskSuccess: () => work.push(() => machines.succeed(text('taskToken'), JSON.parse(text('output')))),
      SendTaskFailure: () => work.push(() => machines.fail(text('taskToken'), text('error'))),
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
    for (;;) {
      const next = work.shift();
      const asked = next ? undefined : machines.asked();
      if (next) await next();
      else if (asked) await machines.answered(asked.execution, await run(asked.function, asked.payload));
      else return;
    }
  };

  return {
    /** A producer puts an event on the bus. */
    happen: async (event: BusEvent): Promise<void> => {
      tally.used['EventBridge events']++;
      onBus(event);
      await settle();
    },
    /** Lets time pass, and all happen that is due by then. */
    passUntil: async (at: number): Promise<void> => {
      for (let next = machines.next(); next !== undefined && next <= at; next = machines.next()) {
        clock.set(Math.max(clock.now(), next));
        await machines.wake();
        await settle();
      }
      clock.set(Math.max(clock.now(), at));
    },
    /** What was used since the last time. Every journey must be over. */
    take: (): Tally => {
      tally.used['Step Functions transitions'] += machines.takeTransitions();
      const taken = tally;
      tally = emptyTally();
      return taken;
    },
    /** Milliseconds of processor time of a typical invocation. */
    processor: (name: Carrying): number => median(processor.get(name) ?? []),
    /** Whatever was measured while all was new is forgotten. */
    warm: (): void => processor.clear(),
  };
};

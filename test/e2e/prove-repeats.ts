import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import { ReceiveMessageCommand, SendMessageBatchCommand, SendMessageCommand } from '@aws-sdk/client-sqs';
import { digest } from '../../core/hash.ts';
import type { Run } from './open-run.ts';
import { addressOf, treated } from './people.ts';
import { must, type Proofs } from './proofs.ts';
import { waitFor } from './prove-runs.ts';
import { ring, sendTo, standingIn, startRun, timerOf } from './runs.ts';
import { call } from './signed.ts';
import type { Stage } from './stage.ts';
import { until } from './until.ts';

/** An entry whatever order its fields are in: relay may write them in another. */
const byName = (entry: object): string => JSON.stringify(Object.entries(entry).sort(([a], [b]) => (a < b ? -1 : 1)));

/** A customer and their timeline, once the stream has carried their last commit on. */
const settled = (stage: Stage, id: string) =>
  until(`the last commit of ${id} is in the timeline`, async () => {
    const state = await stage.customer(id);
    const timeline = await stage.timeline(id);
    const names = new Set(timeline.map(byName));
    return state?.journal.every((entry) => names.has(byName(entry))) ? { state, timeline } : undefined;
  });

/** All that a repeat might change, for one customer. */
const imprint = async (stage: Stage, id: string): Promise<string> => {
  const { state, timeline } = await settled(stage, id);
  return JSON.stringify({
    version: state.version,
    timeline,
    emails: (await stage.emails(addressOf(id))).length,
  });
};

/** Refused events with their reasons, as somebody finds them in the queue. */
const rejects = async ({ sqs }: Stage, QueueUrl: string): Promise<{ reason: string; message: string }[]> => {
  const look = new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10, VisibilityTimeout: 0 });
  const { Messages = [] } = await sqs.send(look);
  return Messages.map(({ Body = '{}' }) => JSON.parse(Body) as { reason: string; message: string });
};

const provePoison = async (stage: Stage, intake: string): Promise<void> => {
  const id = treated('nora');
  const good = {
    id: 'good-1',
    source: 'test',
    'detail-type': 'customer.imported',
    time: new Date().toISOString(),
    detail: { customerId: id, firstName: 'Nora' },
  };
  const bodies = [
    '{not json',
    JSON.stringify({ ...good, id: 'odd-1', 'detail-type': 'made.up' }),
    JSON.stringify(good),
  ];
  await stage.sqs.send(
    new SendMessageBatchCommand({
      QueueUrl: intake,
      Entries: bodies.map((MessageBody, index) => ({ Id: String(index), MessageBody })),
    }),
  );
  await stage.stands(id, 'is known', ({ seen }) => Object.hasOwn(seen, digest(['good-1'], 12)));
  const rejected = await stage.queueUrl('rejects');
  const letters = await until('both are in the rejects queue', async () => {
    const all = await rejects(stage, rejected);
    const letters = ['not-json', 'unknown-type'].map((reason) => all.find((one) => one.reason === reason));
    return letters.every((one) => one !== undefined) ? letters : undefined;
  });
  must(
    letters.every((one) => (one?.message.length ?? 0) > 20),
    `The reasons are not sentences: ${JSON.stringify(letters)}`,
  );
};

/** Somebody who has been through one journey to its end, and waits for half a year in another. */
const settle = async (stage: Stage, id: string): Promise<string> => {
  const first = await stage.happen(id, 'customer.signed_up', { email: addressOf(id), plan: 'solo' });
  await stage.decided(id, 'welcome');
  await stage.happen(id, 'product.activated', { feature: 'report' });
  await stage.decided(id, 'tip-after-report');
  await stage.happen(id, 'product.first_value', { what: 'invoice_paid' });
  await stage.decided(id, 'first-value');
  await stage.over(id);
  await waitFor(stage, id, 183);
  await until('every email is told to have arrived', async () => {
    const deliveries = (await stage.timeline(id)).filter(({ kind }) => kind === 'delivery');
    return deliveries.length === (await stage.emails(addressOf(id))).length;
  });
  return first;
};

/** Events that cannot be taken, and everything that comes twice. */
export const proveRepeats = async ({ stage }: Run, { prove }: Proofs): Promise<void> => {
  const intake = await stage.queueUrl('intake');
  const due = await stage.queueUrl('due');
  await prove('a poison event ends in the rejects queue with its reason, and its batch goes on', () =>
    provePoison(stage, intake),
  );

  const id = treated('olga');
  const first = await settle(stage, id);
  const entered = (await stage.timeline(id)).find((entry) => entry.kind === 'entered');
  const over = entered?.kind === 'entered' ? entered.enrolment : '';
  const waiting = standingIn(await stage.customer(id), 'renewal')!;

  const changesNothing = async (repeat: () => Promise<void>): Promise<void> => {
    const before = await imprint(stage, id);
    await repeat();
    // What a repeat sets off, if it sets off anything, is over when something later has gone the whole way.
    const probe = treated(`probe-${Math.random().toString(36).slice(2, 8)}`);
    await stage.happen(probe, 'customer.signed_up', { email: addressOf(probe), plan: 'solo' });
    await stage.decided(probe, 'welcome');
    await stage.quiet(intake);
    await stage.quiet(due);
    const after = await imprint(stage, id);
    must(after === before, `It changed something.\nbefore: ${before}\nafter:  ${after}`);
  };

  await prove('a redelivered event changes nothing', () =>
    changesNothing(async () => {
      const envelope = (await stage.takenEvents()).find((one) => one.id === first);
      await stage.sqs.send(new SendMessageCommand({ QueueUrl: intake, MessageBody: JSON.stringify(envelope) }));
    }),
  );

  await prove('a repeated stream batch changes nothing', () =>
    changesNothing(async () => {
      const key = { TableName: `${stage.prefix}-customers`, Key: { id: { S: id } } };
      const { Item = {} } = await stage.dynamo.send(new GetItemCommand(key));
      const record = {
        eventID: 'again',
        eventName: 'MODIFY',
        eventSource: 'aws:dynamodb',
        dynamodb: { Keys: { id: { S: id } }, NewImage: Item, SequenceNumber: '1', StreamViewType: 'NEW_IMAGE' },
      };
      const path = `/2015-03-31/functions/${stage.prefix}-relay/invocations`;
      const body = JSON.stringify({ Records: [record] });
      const answer = await call({ endpoint: stage.endpoint, service: 'lambda', path, body });
      must(/"batchItemFailures":\s*\[\]/.test(answer), `relay answered ${answer}`);
    }),
  );

  await prove('a timer that comes too early, twice, or of another time changes nothing', () =>
    changesNothing(async () => {
      await ring(stage, id, 'renewal');
      await ring(stage, id, 'renewal');
      await sendTo(stage, 'due', timerOf(id, { ...waiting, timer: waiting.timer - 1 }));
      await sendTo(stage, 'due', timerOf(id, { ...waiting, id: over, timer: 1 }));
    }),
  );

  await prove('runs side by side, and one that comes after the end, change nothing', () =>
    changesNothing(async () => {
      const input = { contract: 1, customerId: id, event: {}, heard: {}, customer: {}, arms: waiting.arms };
      const here = { ...input, enrolment: waiting.id, at: waiting.at, visit: waiting.visit };
      await Promise.all([
        startRun(stage, 'renewal', here),
        startRun(stage, 'renewal', here),
        startRun(stage, 'renewal', { ...here, at: 'Start', visit: 0 }),
        startRun(stage, 'onboarding', { ...input, enrolment: over, at: 'Start', visit: 0 }),
      ]);
    }),
  );
};

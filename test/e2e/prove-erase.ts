import { GetItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import type { Timer } from '../../functions/effects/schema.ts';
import type { Run } from './open-run.ts';
import { addressOf, treated } from './people.ts';
import { run as command } from './process.ts';
import { must, type Proofs } from './proofs.ts';
import { waitFor } from './prove-runs.ts';
import { isScheduled, type Standing, sendTo, standingIn, timerOf } from './runs.ts';
import { call } from './signed.ts';
import type { Stage } from './stage.ts';
import { until } from './until.ts';

interface Exported {
  state: { attributes: Record<string, { value: unknown }> };
  timeline: { kind: string }[];
}

const inbox = async ({ dynamo, prefix }: Stage, id: string): Promise<number> => {
  const { Count = 0 } = await dynamo.send(
    new QueryCommand({
      TableName: `${prefix}-records`,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': { S: `inbox#${id}` } },
    }),
  );
  return Count;
};

/** Somebody's timer that lies with Scheduler and counts no more: what it waited for is over. */
const outdate = async (stage: Stage, id: string): Promise<Timer> => {
  const timer = timerOf(id, await waitFor(stage, id, 183));
  await until('her timer lies with Scheduler', () => isScheduled(stage, timer));
  await stage.happen(id, 'subscription.renewed', { subscriptionId: 's1' });
  await stage.stands(id, 'is in no renewal', (one) => standingIn(one, 'renewal') === undefined);
  must(await isScheduled(stage, timer), 'The schedule of what is over went by itself: this proves nothing any more.');
  return timer;
};

/** Somebody who listens in one journey and waits for a date that is far away in another. */
const settle = async (stage: Stage, id: string): Promise<{ listens: Standing; waits: Standing }> => {
  await stage.happen(id, 'customer.signed_up', { email: addressOf(id), firstName: 'Edna', plan: 'solo' });
  const waits = await waitFor(stage, id, 183, 's2');
  await stage.decided(id, 'welcome');
  const state = await stage.stands(
    id,
    'listens',
    (one) => standingIn(one, 'onboarding')?.at.startsWith('listen-') === true,
  );
  return { listens: standingIn(state, 'onboarding')!, waits };
};

/** An operator takes out what is held of a person, and then removes it, by the commands that they would use. */
export const proveErase = async ({ stage, env }: Run, { prove }: Proofs): Promise<void> => {
  const tactful = (...words: string[]) =>
    command(process.execPath, ['cli/tactful.ts', ...words, '--stage', 'e2e'], { env });
  const id = treated('edna');
  const outdated = await outdate(stage, id);
  const { listens, waits } = await settle(stage, id);
  const timer = timerOf(id, waits);
  await until('her timer lies with Scheduler', () => isScheduled(stage, timer));
  const { Item: image } = await stage.dynamo.send(
    new GetItemCommand({ TableName: `${stage.prefix}-customers`, Key: { id: { S: id } } }),
  );

  await prove('tactful export shows what is held of a person', async () => {
    const { state, timeline } = JSON.parse(await tactful('export', id)) as Exported;
    must(state.attributes.firstName?.value === 'Edna', `It does not know her name: ${JSON.stringify(state)}`);
    must(timeline.length === (await stage.timeline(id)).length, 'It has another timeline than the table.');
  });

  await prove('tactful erase takes back what lies with Scheduler, and leaves nothing in either table', async () => {
    const erasing = tactful('erase', id, '--yes');
    await until('she is in no journey any more', async () => {
      const { enrolments = {} } = (await stage.customer(id)) ?? {};
      return Object.keys(enrolments).length === 0;
    });
    must((await erasing).includes('holds nothing of them any more'), `It said: ${await erasing}`);
    for (const one of [timer, outdated])
      must(!(await isScheduled(stage, one)), `There still is a schedule of ${one.enrolment}, with her id in it.`);
    must((await stage.customer(id)) === undefined, 'There still is an item.');
    must((await stage.timeline(id)).length === 0, 'There still is a timeline.');
    must((await inbox(stage, id)) === 0, 'There still is an inbox.');
  });

  await prove(
    'after an erasure an old batch of the stream, a late timer and a late task bring nothing back',
    async () => {
      const dynamodb = { Keys: { id: { S: id } }, NewImage: image, SequenceNumber: '1', StreamViewType: 'NEW_IMAGE' };
      const record = { eventID: 'again', eventName: 'MODIFY', eventSource: 'aws:dynamodb', dynamodb };
      const invoke = (name: string, payload: object) => {
        const path = `/2015-03-31/functions/${stage.prefix}-${name}/invocations`;
        return call({ endpoint: stage.endpoint, service: 'lambda', path, body: JSON.stringify(payload) });
      };
      await invoke('relay', { Records: [record] });
      await sendTo(stage, 'due', timer);
      const late = { type: 'schedule', format: 1, at: Date.now() + 3_600_000, timer };
      await sendTo(stage, 'later', late);
      const at = { contract: 1, customer: id, journey: 'onboarding', enrolment: listens.id };
      const listen = { ...at, task: 'listen', step: listens.at, visit: listens.visit };
      const answer = await invoke('advance', listen);
      must(answer.includes('"ended"'), `A late task was answered ${answer}.`);
      await stage.quiet(await stage.queueUrl('later'));
      must(!(await isScheduled(stage, timer)), 'There is a schedule again.');
      must((await stage.customer(id)) === undefined, 'There is an item again.');
      must((await stage.timeline(id)).length === 0, 'There is a timeline again.');
    },
  );

  await prove('who was erased may come back as new', async () => {
    await stage.happen(id, 'customer.signed_up', { email: addressOf(id), plan: 'solo' });
    const { outcome } = await stage.decided(id, 'welcome');
    must(outcome === 'sent', `Her second welcome came to ${outcome}.`);
  });
};

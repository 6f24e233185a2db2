import { GetItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import type { Run } from './open-run.ts';
import { addressOf, treated } from './people.ts';
import { run as command } from './process.ts';
import { must, type Proofs } from './proofs.ts';
import { standing } from './prove-waking.ts';
import { call } from './signed.ts';
import type { Stage } from './stage.ts';
import { until } from './until.ts';

interface Exported {
  state: { attributes: Record<string, { value: unknown }> };
  timeline: { kind: string }[];
}

const HALF_A_YEAR = 183 * 86_400_000;

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

/** Somebody who listens in one journey and waits for a date that is far away in another. */
const settle = async (stage: Stage, id: string) => {
  await stage.happen(id, 'customer.signed_up', { email: addressOf(id), firstName: 'Edna', plan: 'solo' });
  const renewsAt = new Date(Date.now() + HALF_A_YEAR).toISOString();
  await stage.happen(id, 'subscription.renewal_due', { subscriptionId: 's1', renewsAt, amount: 9, currency: 'EUR' });
  await stage.decided(id, 'welcome');
  const { enrolments } = await stage.stands(id, 'listens and waits', (state) => {
    const all = Object.values(state.enrolments);
    return all.length === 2 && all.some(({ waiting }) => waiting !== undefined);
  });
  return Object.entries(enrolments).map(([name, { journey }]) => ({ name, journey }));
};

/** An operator takes out what is held of a person, and then removes it, by the commands that they would use. */
export const proveErase = async ({ stage, env }: Run, { prove }: Proofs): Promise<void> => {
  const tactful = (...words: string[]) =>
    command(process.execPath, ['cli/tactful.ts', ...words, '--stage', 'e2e'], { env });
  const id = treated('edna');
  const enrolments = await settle(stage, id);
  const { Item: image } = await stage.dynamo.send(
    new GetItemCommand({ TableName: `${stage.prefix}-customers`, Key: { id: { S: id } } }),
  );

  await prove('tactful export shows what is held of a person', async () => {
    const { state, timeline } = JSON.parse(await tactful('export', id)) as Exported;
    must(state.attributes.firstName?.value === 'Edna', `It does not know her name: ${JSON.stringify(state)}`);
    must(timeline.length === (await stage.timeline(id)).length, 'It has another timeline than the table.');
  });

  await prove('tactful erase ends what waits, also for a date, and leaves nothing in either table', async () => {
    const erasing = tactful('erase', id, '--yes');
    const states = await until(
      'no execution of hers runs any more',
      async () => {
        const all = await Promise.all(enrolments.map(({ journey, name }) => standing(stage, journey, name)));
        return all.flat().every(({ status }) => status !== 'RUNNING') ? all.flat() : undefined;
      },
      { seconds: 180 },
    );
    const statuses = states.map(({ status }) => status).toSorted();
    must(statuses.join() === 'ABORTED,SUCCEEDED', `They ended as ${statuses.join()}.`);
    must((await erasing).includes('holds nothing of them any more'), `It said: ${await erasing}`);
    must((await stage.customer(id)) === undefined, 'There still is an item.');
    must((await stage.timeline(id)).length === 0, 'There still is a timeline.');
    must((await inbox(stage, id)) === 0, 'There still is an inbox.');
  });

  await prove('after an erasure an old batch of the stream and a late task bring nothing back', async () => {
    const dynamodb = { Keys: { id: { S: id } }, NewImage: image, SequenceNumber: '1', StreamViewType: 'NEW_IMAGE' };
    const record = { eventID: 'again', eventName: 'MODIFY', eventSource: 'aws:dynamodb', dynamodb };
    const invoke = (name: string, payload: object) => {
      const path = `/2015-03-31/functions/${stage.prefix}-${name}/invocations`;
      return call({ endpoint: stage.endpoint, service: 'lambda', path, body: JSON.stringify(payload) });
    };
    await invoke('relay', { Records: [record] });
    const at = { customer: id, journey: 'onboarding', enrolment: enrolments[0]!.name, phase: 'main', facts: [] };
    const listen = { ...at, task: 'listen', step: 's', on: ['product.activated'], token: 'late' };
    const answer = await invoke('advance', listen);
    must(answer.includes('"ended"'), `A late task was answered ${answer}.`);
    must((await stage.customer(id)) === undefined, 'There is an item again.');
    must((await stage.timeline(id)).length === 0, 'There is a timeline again.');
  });

  await prove('who was erased may come back as new', async () => {
    await stage.happen(id, 'customer.signed_up', { email: addressOf(id), plan: 'solo' });
    const { outcome } = await stage.decided(id, 'welcome');
    must(outcome === 'sent', `Her second welcome came to ${outcome}.`);
  });
};

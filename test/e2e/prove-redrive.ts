import { DeleteItemCommand, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { ListBucketsCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { SendMessageCommand } from '@aws-sdk/client-sqs';
import type { Run } from './open-run.ts';
import { treated } from './people.ts';
import { run as command } from './process.ts';
import { must, type Proofs } from './proofs.ts';
import type { Stage } from './stage.ts';
import { until } from './until.ts';

const envelope = (id: string) => ({
  id: `redriven-${id}`,
  source: 'test',
  'detail-type': 'customer.imported',
  time: new Date().toISOString(),
  detail: { customerId: id, firstName: 'Rita' },
});

const lay = async (stage: Stage, queue: string, body: object): Promise<void> => {
  const QueueUrl = await stage.queueUrl(queue);
  await stage.sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: JSON.stringify(body) }));
};

const isKnown = (stage: Stage, id: string) => stage.stands(id, 'is known', () => true);

/** A batch with the last commit of a customer, as Lambda writes one that it gave up on; what relay wrote of it is gone. */
const giveUp = async (stage: Stage, id: string): Promise<void> => {
  const { endpoint, prefix, dynamo } = stage;
  const key = { TableName: `${prefix}-customers`, Key: { id: { S: id } } };
  const { Item = {} } = await dynamo.send(new GetItemCommand(key));
  const sk = `v#${String(Item.version?.N).padStart(12, '0')}#0000`;
  const record = { TableName: `${prefix}-records`, Key: { pk: { S: `customer#${id}` }, sk: { S: sk } } };
  await dynamo.send(new DeleteItemCommand(record));
  must((await stage.timeline(id)).length === 0, 'There was more in the timeline than the last commit.');
  const dynamodb = { Keys: { id: { S: id } }, NewImage: Item, SequenceNumber: '1', StreamViewType: 'NEW_IMAGE' };
  const Records = [{ eventID: '1', eventName: 'MODIFY', eventSource: 'aws:dynamodb', dynamodb }];
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  const s3 = new S3Client({ endpoint, region: 'us-east-1', credentials, forcePathStyle: true });
  const { Buckets = [] } = await s3.send(new ListBucketsCommand({}));
  await s3.send(
    new PutObjectCommand({
      Bucket: Buckets.find(({ Name }) => Name?.includes('givenup'))?.Name,
      Key: 'aws/lambda/mapping/shard-1/2026/03/02/2026-03-02T10.00.00-1',
      Body: JSON.stringify({
        requestContext: { condition: 'RetryAttemptsExhausted' },
        payload: JSON.stringify({ Records }),
      }),
    }),
  );
};

/** What could not be taken goes back once its cause is mended, by the command that an operator would use. */
export const proveRedrive = async ({ stage, env }: Run, { prove }: Proofs): Promise<void> => {
  const tactful = (...words: string[]) =>
    command(process.execPath, ['cli/tactful.ts', 'redrive', ...words, '--stage', 'e2e'], { env });

  await prove('tactful redrive puts a refused event back after it was mended, and no other', async () => {
    const id = treated('rita');
    const event = JSON.stringify(envelope(id));
    await lay(stage, 'rejects', { reason: 'schema', message: 'customer.imported: a field was missing.', event });
    const status = await tactful();
    must(/schema +customer\.imported: a field/.test(status), `It does not show the reason: ${status}`);
    must(status.includes('unknown-type'), `It does not show what else was refused: ${status}`);
    must((await stage.customer(id)) === undefined, 'Looking moved it.');
    const moved = await tactful('rejects', '--reason', 'schema');
    must(moved.includes('1 put back (1 schema)'), `It said: ${moved}`);
    await isKnown(stage, id);
    const gone = await tactful('rejects', '--reason', 'unknown-type', '--discard', '--yes');
    must(/[1-9]\d* thrown away \([1-9]\d* unknown-type\)/.test(gone), `It said: ${gone}`);
    const left = await tactful();
    must(!/unknown-type|schema/.test(left) && left.includes('not-json'), `What is left: ${left}`);
  });

  await prove('tactful redrive puts dead letters of intake back', async () => {
    const id = treated('rudi');
    await lay(stage, 'intake-dead-letters', envelope(id));
    must((await tactful('intake')).includes('1 put back (1 customer.imported), 0 left'), 'No event was put back.');
    await isKnown(stage, id);
  });

  await prove('tactful redrive carries on what the stream gave up on', async () => {
    const id = treated('ruth');
    await stage.happen(id, 'feedback.received', { scale: 'nps', score: 9 });
    await until('it is in the timeline', async () => (await stage.timeline(id)).length > 0);
    await giveUp(stage, id);
    const moved = await tactful('stream');
    must(moved.includes('1 put back (1 RetryAttemptsExhausted), 0 left'), `It said: ${moved}`);
    must((await stage.timeline(id)).length > 0, 'The timeline did not come back.');
  });
};

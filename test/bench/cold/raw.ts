import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync, type Metafile } from 'esbuild';
import { OPTIONS } from '../../../infra/bundle.ts';

const SOURCE = `
import { DynamoDBClient, GetItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
const dynamo = new DynamoDBClient({});
const ses = new SESv2Client({});
export const handler = async (event) => {
  await dynamo.send(new GetItemCommand(event.get));
  await dynamo.send(new UpdateItemCommand(event.update));
  await ses.send(new SendEmailCommand(event.email));
};`;

/** What `handler` is given. */
export const RAW_EVENT = {
  get: { TableName: 'customers', Key: { id: { S: 'ada' } } },
  update: { TableName: 'customers', Key: { id: { S: 'ada' } }, UpdateExpression: 'SET a = b' },
  email: {
    FromEmailAddress: 'hello@example.com',
    Destination: { ToAddresses: ['ada@example.com'] },
    Content: { Simple: { Subject: { Data: 'Hello' }, Body: { Text: { Data: 'Hello.' } } } },
  },
};

/** Three raw SDK calls in one file, built by the options of our functions. */
export const buildRaw = (folder: string): { file: string; metafile: Metafile } => {
  const source = join(folder, 'raw.ts');
  writeFileSync(source, SOURCE);
  const { metafile } = buildSync({
    ...OPTIONS,
    entryPoints: [{ in: source, out: 'index' }],
    outdir: join(folder, 'raw'),
    nodePaths: ['node_modules'],
  });
  return { file: join(folder, 'raw/index.mjs'), metafile };
};

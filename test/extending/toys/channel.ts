import type { Toy } from '../toy.ts';

const ADAPTER = `import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { ChannelAdapter } from './channel.ts';
import { receiptOf } from './receipt.ts';

export { SQSClient } from '@aws-sdk/client-sqs';

interface PushDeps {
  /** With \`maxAttempts: 1\`: who retries may send twice. */
  client: SQSClient;
  report: (error: unknown) => void;
}

/** Notifications on a phone, by the queue of the app that shows them. */
export const createSqsPush = ({ client, report }: PushDeps): ChannelAdapter => ({
  send: async ({ to, text }) => {
    if (to === undefined) return { result: 'refused', reason: 'no-address' };
    try {
      const { MessageId } = await client.send(new SendMessageCommand({ QueueUrl: to, MessageBody: text }));
      return { result: 'accepted', ...(MessageId ? { reference: MessageId } : {}) };
    } catch (error) {
      report(error);
      return receiptOf(error, { refused: ['QueueDoesNotExist'] });
    }
  },
});
`;

const TEST = `import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { mockClient } from 'aws-sdk-client-mock';
import { expect, it } from 'vitest';
import { createSqsPush } from '../../../functions/deliver/push.sqs.ts';
import { awsError } from '../../support/aws.ts';
import { message } from '../../support/message.ts';

it.each([
  ['refused', awsError('QueueDoesNotExist', 400)],
  ['busy', awsError('ThrottledException', 429)],
  ['none', awsError('InternalErrorException', 500)],
] as const)('is %s after %s', async (result, error) => {
  const client = new SQSClient({ region: 'eu-west-1' });
  mockClient(client).on(SendMessageCommand).rejects(error);
  const push = createSqsPush({ client, report: () => {} });
  expect(await push.send(message({ channel: 'push', to: 'https://sqs.eu-west-1.amazonaws.com/1/push-a' }))).toMatchObject({ result });
});
`;

/** Notifications on a phone. */
export const push: Toy = {
  recipe: 'A new channel',
  names: { channel: 'push', service: 'sqs' },
  changes: {
    'language/catalogue/channel.ts': [
      {
        after: 'export const CHANNELS = {\n',
        insert: `  push: {
    about: 'a notification on their phone',
    reaches: 'customer',
    address: { attribute: 'pushEndpoint', missing: 'no phone of theirs is known' },
    body: 'short-text',
    subject: 'none',
    sent: 'to their phone',
    customer: { name: 'Notifications', noun: 'notification', way: 'on your phone' },
  },
`,
      },
    ],
    'functions/deliver/push.sqs.ts': { text: ADAPTER },
    'functions/deliver/deliver.handler.ts': [
      {
        after: 'const sms: ChannelAdapter = { send: async (message) => (await openSms()).send(message) };\n',
        insert: `
const openPush = memoizeAsync(async () => {
  const { SQSClient, createSqsPush } = await import('./push.sqs.ts');
  return createSqsPush({ client: new SQSClient(CALL_ONCE), report });
});
const push: ChannelAdapter = { send: async (message) => (await openPush()).send(message) };
`,
      },
      { after: 'channels: { email, sms, inbox', insert: ', push' },
    ],
    'infra/messages.ts': [
      {
        after:
          "  inbox: (deliver, { tables }) => allowRecords(deliver, tables.records, 'inbox', ['dynamodb:PutItem']),\n",
        insert: "  push: (deliver) => deliver.allow(['sqs:SendMessage'], ['arn:*:sqs:*:*:push-*']),\n",
      },
    ],
    'test/functions/deliver/push.sqs.test.ts': { text: TEST },
    'docs/language.md': [
      {
        after: '| `sms` | to the attribute `phone` |\n',
        insert: '| `push` | to the phone at the attribute `pushEndpoint` |\n',
      },
    ],
  },
};

import type { Toy } from '../toy.ts';

const ADAPTER = `import { PublishCommand, type SNSClient } from '@aws-sdk/client-sns';
import type { ChannelAdapter } from './channel.ts';
import { receiptOf } from './receipt.ts';

export { SNSClient } from '@aws-sdk/client-sns';

interface PushDeps {
  /** With \`maxAttempts: 1\`: who retries may send twice. */
  client: SNSClient;
  report: (error: unknown) => void;
}

/** Notifications on a phone, by SNS. */
export const createSnsPush = ({ client, report }: PushDeps): ChannelAdapter => ({
  send: async ({ to, text }) => {
    if (to === undefined) return { result: 'refused', reason: 'no-address' };
    try {
      const { MessageId } = await client.send(new PublishCommand({ TargetArn: to, Message: text }));
      return { result: 'accepted', ...(MessageId ? { reference: MessageId } : {}) };
    } catch (error) {
      report(error);
      return receiptOf(error, { refused: ['EndpointDisabledException'] });
    }
  },
});
`;

const TEST = `import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { mockClient } from 'aws-sdk-client-mock';
import { expect, it } from 'vitest';
import { createSnsPush } from '../../../functions/deliver/push.sns.ts';
import { awsError } from '../../support/aws.ts';
import { message } from '../../support/message.ts';

it.each([
  ['refused', awsError('EndpointDisabledException', 400)],
  ['busy', awsError('ThrottledException', 429)],
  ['none', awsError('InternalErrorException', 500)],
] as const)('is %s after %s', async (result, error) => {
  const client = new SNSClient({ region: 'eu-west-1' });
  mockClient(client).on(PublishCommand).rejects(error);
  const push = createSnsPush({ client, report: () => {} });
  expect(await push.send(message({ channel: 'push', to: 'arn:aws:sns:eu-west-1:1:endpoint/a' }))).toMatchObject({ result });
});
`;

/** Notifications on a phone. */
export const push: Toy = {
  recipe: 'A new channel',
  names: { channel: 'push', service: 'sns' },
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
    'functions/deliver/push.sns.ts': { text: ADAPTER },
    'functions/deliver/deliver.handler.ts': [
      {
        after: 'const sms: ChannelAdapter = { send: async (message) => (await openSms()).send(message) };\n',
        insert: `
const openPush = memoizeAsync(async () => {
  const { SNSClient, createSnsPush } = await import('./push.sns.ts');
  return createSnsPush({ client: new SNSClient(CALL_ONCE), report });
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
        insert: "  push: (deliver) => deliver.allow(['sns:Publish'], ['arn:*:sns:*:*:endpoint/*']),\n",
      },
    ],
    'test/functions/deliver/push.sns.test.ts': { text: TEST },
    'docs/language.md': [
      {
        after: '| `sms` | to the attribute `phone` |\n',
        insert: '| `push` | to the phone at the attribute `pushEndpoint` |\n',
      },
    ],
  },
};

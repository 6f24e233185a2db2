import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import { mockClient } from 'aws-sdk-client-mock';
import { describe, expect, it } from 'vitest';
import { createSesEmail } from '../../../functions/deliver/email.ses.ts';
import type { KeptLink } from '../../../functions/shared/link.ts';
import { awsError, connectionLost, timeOut } from '../../support/aws.ts';
import { message } from '../../support/message.ts';

const open = () => {
  const client = new SESv2Client({ region: 'eu-west-1' });
  const reported: unknown[] = [];
  const email = createSesEmail({
    client,
    configurationSet: 'tactful',
    sender: 'Tactful <hello@example.com>',
    tagsOf: () => ({ decision: 'e1_send-welcome', c: 'sealed' }),
    report: (error) => reported.push(error),
  });
  return { mock: mockClient(client), email, reported };
};

it('an email has the address that its answers go to once what that stands for is kept, and waits where it cannot be', async () => {
  const client = new SESv2Client({ region: 'eu-west-1' });
  const mock = mockClient(client);
  mock.on(SendEmailCommand).resolves({ MessageId: 'm-1' });
  const links: KeptLink[] = [];
  const reported: unknown[] = [];
  const email = createSesEmail({
    client,
    configurationSet: 'tactful',
    sender: 'hello@example.com',
    tagsOf: () => ({}),
    keepReply: async (link) => {
      if (link.code === 'lost') throw new Error('away');
      links.push(link);
    },
    report: (error) => reported.push(error),
  });
  const link = { code: 'abc', target: 'sealed', until: 1 };
  expect(await email.send(message({ replyTo: { address: 'reply+abc@r.example', link } }))).toMatchObject({
    result: 'accepted',
  });
  expect(mock.commandCalls(SendEmailCommand)[0]?.args[0].input.ReplyToAddresses).toEqual(['reply+abc@r.example']);
  expect(links).toEqual([link]);
  const lost = message({ replyTo: { address: 'reply+lost@r.example', link: { ...link, code: 'lost' } } });
  expect(await email.send(lost)).toEqual({ result: 'busy' });
  expect(mock.commandCalls(SendEmailCommand)).toHaveLength(1);
  expect(reported).toHaveLength(1);
});

it('an email says its sender as mail has it', async () => {
  const client = new SESv2Client({ region: 'eu-west-1' });
  const mock = mockClient(client);
  mock.on(SendEmailCommand).resolves({ MessageId: 'm-1' });
  const sender = 'Acme, Inc. <hello@example.com>';
  const email = createSesEmail({ client, configurationSet: 'tactful', sender, tagsOf: () => ({}), report: () => {} });
  await email.send(message());
  expect(mock.commandCalls(SendEmailCommand)[0]?.args[0].input.FromEmailAddress).toBe(
    '"Acme, Inc." <hello@example.com>',
  );
});

describe('email by SES', () => {
  it('sends both parts, the way out, and the tags by which feedback finds its decision', async () => {
    const { mock, email } = open();
    mock.on(SendEmailCommand).resolves({ MessageId: 'm-1' });
    expect(await email.send(message())).toEqual({ result: 'accepted', reference: 'm-1' });
    expect(mock.commandCalls(SendEmailCommand)[0]?.args[0].input).toEqual({
      FromEmailAddress: 'Tactful <hello@example.com>',
      Destination: { ToAddresses: ['ada@example.com'] },
      Content: {
        Simple: {
          Subject: { Data: 'Welcome, Ada', Charset: 'UTF-8' },
          Body: {
            Text: { Data: 'Good to have you.', Charset: 'UTF-8' },
            Html: { Data: '<p>Good to have you.</p>', Charset: 'UTF-8' },
          },
          Headers: [
            { Name: 'List-Unsubscribe', Value: '<https://x.example/unsubscribe/t>' },
            { Name: 'List-Unsubscribe-Post', Value: 'List-Unsubscribe=One-Click' },
          ],
        },
      },
      ConfigurationSetName: 'tactful',
      EmailTags: [
        { Name: 'decision', Value: 'e1_send-welcome' },
        { Name: 'c', Value: 'sealed' },
      ],
    });
  });

  it.each([
    ['refused', awsError('MessageRejected', 400)],
    ['refused', awsError('BadRequestException', 400)],
    ['down', awsError('MessageRejected', 400, { message: 'Email address is not verified: hello@example.com' })],
    ['busy', awsError('TooManyRequestsException', 429)],
    ['busy', awsError('ThrottlingException', 400)],
    ['busy', awsError('LimitExceededException', 400)],
    ['down', awsError('SendingPausedException', 400)],
    ['down', awsError('AccountSuspendedException', 400)],
    ['down', awsError('MailFromDomainNotVerifiedException', 400)],
    ['down', awsError('NotFoundException', 404)],
    ['down', awsError('AccessDeniedException', 403)],
    ['busy', Object.assign(new Error('getaddrinfo'), { code: 'EAI_AGAIN' })],
    ['none', awsError('InternalServiceErrorException', 500)],
    ['none', awsError('ServiceUnavailable', 503)],
    ['none', timeOut()],
    ['none', connectionLost()],
  ] as const)('is %s after %s', async (result, error) => {
    const { mock, email, reported } = open();
    mock.on(SendEmailCommand).rejects(error);
    expect(await email.send(message())).toMatchObject({ result });
    expect(reported).toEqual([error]);
    expect(mock.commandCalls(SendEmailCommand)).toHaveLength(1);
  });

  it('says why it was refused without the words of SES, which name the address', async () => {
    const { mock, email } = open();
    mock
      .on(SendEmailCommand)
      .rejects(awsError('MessageRejected', 400, { message: 'Address ada@example.com has bounced' }));
    expect(await email.send(message())).toEqual({ result: 'refused', reason: 'MessageRejected' });
  });

  it('leaves out a header that is too long for SES rather than the whole message', async () => {
    const { mock, email } = open();
    mock.on(SendEmailCommand).resolves({});
    await email.send(
      message({ headers: { 'List-Unsubscribe': `<https://x.example/${'t'.repeat(1000)}>`, 'X-A': 'b' } }),
    );
    expect(mock.commandCalls(SendEmailCommand)[0]?.args[0].input.Content?.Simple?.Headers).toEqual([
      { Name: 'X-A', Value: 'b' },
    ]);
  });

  it('asks nobody to send to no address', async () => {
    const { mock, email } = open();
    const { to: _, ...nowhere } = message();
    expect(await email.send(nowhere)).toEqual({ result: 'refused', reason: 'no-address' });
    expect(mock.calls()).toHaveLength(0);
  });
});

import { CheckIfPhoneNumberIsOptedOutCommand, PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { mockClient } from 'aws-sdk-client-mock';
import { describe, expect, it } from 'vitest';
import { createSnsSms } from '../../../functions/deliver/sms.sns.ts';
import { awsError, timeOut } from '../../support/aws.ts';
import { message } from '../../support/message.ts';

const sms = message({ channel: 'sms', to: '+442071838750', text: 'It works again.', purpose: 'care' });

const open = (senderId?: string) => {
  const client = new SNSClient({ region: 'eu-west-1' });
  const channel = createSnsSms({ client, report: () => {}, ...(senderId ? { senderId } : {}) });
  return { mock: mockClient(client), channel };
};

describe('text messages by SNS', () => {
  it('go to the number, with the name that the customer sees', async () => {
    const { mock, channel } = open('Tactful');
    mock.on(PublishCommand).resolves({ MessageId: 'm-1' });
    expect(await channel.send(sms)).toEqual({ result: 'accepted', reference: 'm-1' });
    expect(mock.commandCalls(PublishCommand)[0]?.args[0].input).toEqual({
      PhoneNumber: '+442071838750',
      Message: 'It works again.',
      MessageAttributes: {
        'AWS.SNS.SMS.SMSType': { DataType: 'String', StringValue: 'Transactional' },
        'AWS.SNS.SMS.SenderID': { DataType: 'String', StringValue: 'Tactful' },
      },
    });
  });

  it('say when they are promotional', async () => {
    const { mock, channel } = open();
    mock.on(PublishCommand).resolves({});
    await channel.send({ ...sms, purpose: 'promotional' });
    expect(mock.commandCalls(PublishCommand)[0]?.args[0].input.MessageAttributes).toEqual({
      'AWS.SNS.SMS.SMSType': { DataType: 'String', StringValue: 'Promotional' },
    });
  });

  it.each([
    ['refused', awsError('InvalidParameterException', 400)],
    ['refused', awsError('OptedOutException', 400)],
    ['busy', awsError('ThrottledException', 429)],
    ['busy', awsError('AuthorizationErrorException', 403)],
    ['none', awsError('InternalErrorException', 500)],
    ['none', timeOut()],
  ] as const)('are %s after %s', async (result, error) => {
    const { mock, channel } = open();
    mock.on(PublishCommand).rejects(error);
    expect(await channel.send(sms)).toMatchObject({ result });
    expect(mock.commandCalls(PublishCommand)).toHaveLength(1);
  });

  it('go to nobody who has sent STOP: SNS would take them and deliver nothing', async () => {
    const { mock, channel } = open();
    mock.on(CheckIfPhoneNumberIsOptedOutCommand, { phoneNumber: '+442071838750' }).resolves({ isOptedOut: true });
    expect(await channel.send(sms)).toEqual({ result: 'refused', reason: 'opted-out', optedOut: true });
    expect(mock.commandCalls(PublishCommand)).toEqual([]);
  });

  it.each([
    awsError('OptedOutException', 400),
    Object.assign(awsError('InvalidParameterException', 400), { message: 'Phone number is opted out' }),
  ])('say that somebody has opted out where SNS refuses one for that (%s)', async (error) => {
    const { mock, channel } = open();
    mock.on(PublishCommand).rejects(error);
    expect(await channel.send(sms)).toMatchObject({ result: 'refused', optedOut: true });
  });

  it('go out where SNS does not say who has opted out', async () => {
    const { mock, channel } = open();
    mock.on(CheckIfPhoneNumberIsOptedOutCommand).rejects(awsError('ThrottledException', 429));
    mock.on(PublishCommand).resolves({});
    expect(await channel.send(sms)).toMatchObject({ result: 'accepted' });
  });
});

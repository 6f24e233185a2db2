import {
  ConflictException,
  PinpointSMSVoiceV2Client,
  SendTextMessageCommand,
} from '@aws-sdk/client-pinpoint-sms-voice-v2';
import { mockClient } from 'aws-sdk-client-mock';
import { describe, expect, it } from 'vitest';
import { createSmsVoice } from '../../../functions/deliver/sms.smsvoice.ts';
import { awsError, timeOut } from '../../support/aws.ts';
import { message } from '../../support/message.ts';

const sms = message({ channel: 'sms', to: '+442071838750', text: 'It works again.', purpose: 'care' });

const open = ({ from, remember = async () => {} }: { from?: string; remember?: () => Promise<void> } = {}) => {
  const client = new PinpointSMSVoiceV2Client({ region: 'eu-west-1' });
  const reported: unknown[] = [];
  const codes: string[] = [];
  const channel = createSmsVoice({
    client,
    ...(from === undefined ? {} : { from }),
    configurationSet: 'tactful-live',
    tagsOf: async () => ({ decision: 'e_s_1', c: 'sealed' }),
    remember,
    keepLink: async ({ code }) => {
      if (code === 'lost') throw new Error('nothing was kept');
      codes.push(code);
    },
    report: (error) => reported.push(error),
  });
  return { mock: mockClient(client), channel, reported, codes };
};

const conflict = (Reason: 'DESTINATION_PHONE_NUMBER_OPTED_OUT' | 'NO_ORIGINATION_IDENTITIES_FOUND') =>
  new ConflictException({ message: 'of the service', $metadata: { httpStatusCode: 400 }, Reason });

describe('text messages by AWS End User Messaging', () => {
  it('go to the number, from the pool, with what lets feedback find its decision', async () => {
    const { mock, channel } = open({ from: 'pool-1' });
    mock.on(SendTextMessageCommand).resolves({ MessageId: 'm-1' });
    expect(await channel.send(sms)).toEqual({ result: 'accepted', reference: 'm-1' });
    expect(mock.commandCalls(SendTextMessageCommand)[0]?.args[0].input).toEqual({
      DestinationPhoneNumber: '+442071838750',
      OriginationIdentity: 'pool-1',
      MessageBody: 'It works again.',
      MessageType: 'TRANSACTIONAL',
      ConfigurationSetName: 'tactful-live',
      Context: { decision: 'e_s_1', c: 'sealed' },
    });
  });

  it('say when they are promotional, and come from what the account has where nothing is named', async () => {
    const { mock, channel } = open();
    mock.on(SendTextMessageCommand).resolves({});
    await channel.send({ ...sms, purpose: 'promotional' });
    const { input } = mock.commandCalls(SendTextMessageCommand)[0]?.args[0] ?? { input: undefined };
    expect(input?.MessageType).toBe('PROMOTIONAL');
    expect(input).not.toHaveProperty('OriginationIdentity');
  });

  it.each([
    ['refused', awsError('ValidationException', 400)],
    ['busy', awsError('ThrottlingException', 429)],
    ['down', awsError('AccessDeniedException', 403)],
    ['down', awsError('ServiceQuotaExceededException', 402)],
    ['down', conflict('NO_ORIGINATION_IDENTITIES_FOUND')],
    ['none', awsError('InternalServerException', 500)],
    ['none', timeOut()],
  ] as const)('are %s after %s', async (result, error) => {
    const { mock, channel, reported } = open();
    mock.on(SendTextMessageCommand).rejects(error);
    expect(await channel.send(sms)).toMatchObject({ result });
    expect(mock.commandCalls(SendTextMessageCommand)).toHaveLength(1);
    expect(reported).toEqual([error]);
  });

  it('to somebody on the opt-out list are refused as their wish', async () => {
    const { mock, channel } = open();
    mock.on(SendTextMessageCommand).rejects(conflict('DESTINATION_PHONE_NUMBER_OPTED_OUT'));
    expect(await channel.send(sms)).toEqual({ result: 'refused', reason: 'opted-out', optedOut: true });
  });

  it('are remembered before they are given away, and go out all the same where that fails', async () => {
    const order: string[] = [];
    const noted = open({ remember: async () => void order.push('remembered') });
    noted.mock.on(SendTextMessageCommand).callsFake(() => {
      order.push('sent');
      return {};
    });
    await noted.channel.send(sms);
    expect(order).toEqual(['remembered', 'sent']);
    const away = new Error('Records is away');
    const lost = open({ remember: () => Promise.reject(away) });
    lost.mock.on(SendTextMessageCommand).resolves({});
    expect(await lost.channel.send(sms)).toEqual({ result: 'accepted' });
    expect(lost.reported).toEqual([away]);
  });

  it('keep what their short link stands for before they go out, and wait where that fails', async () => {
    const link = { url: 'https://a.example/a/abc', code: 'abc', target: 'answer/sealed', until: 1 };
    const { mock, channel, codes } = open();
    mock.on(SendTextMessageCommand).callsFake(() => ({ MessageId: codes.join() }));
    expect(await channel.send({ ...sms, short: link })).toEqual({ result: 'accepted', reference: 'abc' });
    const lost = open();
    lost.mock.on(SendTextMessageCommand).resolves({});
    expect(await lost.channel.send({ ...sms, short: { ...link, code: 'lost' } })).toEqual({ result: 'busy' });
    expect(lost.mock.commandCalls(SendTextMessageCommand)).toHaveLength(0);
    expect(lost.reported).toHaveLength(1);
  });

  it('without a number are refused before anybody is asked', async () => {
    const { mock, channel } = open();
    const { to: _, ...nowhere } = sms;
    expect(await channel.send(nowhere)).toEqual({ result: 'refused', reason: 'no-address' });
    expect(mock.commandCalls(SendTextMessageCommand)).toEqual([]);
  });
});

import { CheckIfPhoneNumberIsOptedOutCommand, PublishCommand, type SNSClient } from '@aws-sdk/client-sns';
import type { ChannelAdapter, Receipt } from './channel.ts';
import { receiptOf } from './receipt.ts';

// With its client: who loads this only when it is needed loads no more of the SDK than that.
export { SNSClient } from '@aws-sdk/client-sns';

interface SmsDeps {
  /** With `maxAttempts: 1`: who retries may send twice. */
  client: SNSClient;
  /** Up to 11 letters and digits, in countries that show it. */
  senderId?: string;
  report: (error: unknown) => void;
}

/** By which SNS says that the holder of a number has opted out. */
const OPTED_OUT = ['OptedOutException', 'OptedOut'];

/** By which SNS says no to a text or its number. */
const REFUSED = [
  'InvalidParameterException',
  'InvalidParameterValueException',
  'InvalidParameter',
  'InvalidParameterValue',
  'ParameterValueInvalid',
  'ValidationException',
  ...OPTED_OUT,
];

const isOptOut = (error: unknown): boolean =>
  error instanceof Error && (OPTED_OUT.includes(error.name) || /\bopted[ -]out\b/i.test(error.message));

const LEFT: Receipt = { result: 'refused', reason: 'opted-out', optedOut: true };

const text = (StringValue: string) => ({ DataType: 'String', StringValue });

/**
 * Text messages by SNS. It takes a text to a number whose holder has sent STOP, and delivers nothing; so it is asked first.
 * Where it does not answer that, the text goes out, and what reaches nobody harms nobody.
 */
export const createSnsSms = ({ client, senderId, report }: SmsDeps): ChannelAdapter => ({
  send: async ({ to, text: words, purpose }) => {
    if (to === undefined) return { result: 'refused', reason: 'no-address' };
    if (await hasOptedOut(client, to, report)) return LEFT;
    const command = new PublishCommand({
      PhoneNumber: to,
      Message: words,
      MessageAttributes: {
        'AWS.SNS.SMS.SMSType': text(purpose === 'promotional' ? 'Promotional' : 'Transactional'),
        ...(senderId ? { 'AWS.SNS.SMS.SenderID': text(senderId) } : {}),
      },
    });
    try {
      const { MessageId } = await client.send(command);
      return { result: 'accepted', ...(MessageId ? { reference: MessageId } : {}) };
    } catch (error) {
      report(error);
      return isOptOut(error) ? LEFT : receiptOf(error, { refused: REFUSED });
    }
  },
});

const hasOptedOut = async (client: SNSClient, phoneNumber: string, report: SmsDeps['report']): Promise<boolean> => {
  try {
    const { isOptedOut } = await client.send(new CheckIfPhoneNumberIsOptedOutCommand({ phoneNumber }));
    return isOptedOut === true;
  } catch (error) {
    report(error);
    return false;
  }
};

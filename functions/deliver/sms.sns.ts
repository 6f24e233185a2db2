import { PublishCommand, type SNSClient } from '@aws-sdk/client-sns';
import type { ChannelAdapter } from './channel.ts';
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

/** By which SNS says no to a text or its number, also one whose holder has opted out. */
const REFUSED = [
  'InvalidParameterException',
  'InvalidParameterValueException',
  'InvalidParameter',
  'InvalidParameterValue',
  'ParameterValueInvalid',
  'OptedOutException',
  'OptedOut',
  'ValidationException',
];

const text = (StringValue: string) => ({ DataType: 'String', StringValue });

/** Text messages by SNS. */
export const createSnsSms = ({ client, senderId, report }: SmsDeps): ChannelAdapter => ({
  send: async ({ to, text: words, purpose }) => {
    if (to === undefined) return { result: 'refused', reason: 'no-address' };
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
      return receiptOf(error, { refused: REFUSED });
    }
  },
});

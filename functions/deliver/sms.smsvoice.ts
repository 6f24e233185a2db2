import {
  ConflictException,
  type PinpointSMSVoiceV2Client,
  SendTextMessageCommand,
} from '@aws-sdk/client-pinpoint-sms-voice-v2';
import type { ShortLink } from '../shared/link.ts';
import type { ChannelAdapter, Message, Receipt } from './channel.ts';
import { receiptOf } from './receipt.ts';

// Exported beside its adapter, so that who imports this on demand loads no more of the SDK than the client.
export { PinpointSMSVoiceV2Client } from '@aws-sdk/client-pinpoint-sms-voice-v2';

interface SmsDeps {
  /** With `maxAttempts: 1`: who retries may send twice. */
  client: PinpointSMSVoiceV2Client;
  /** The id of a pool or phone number, or a sender id. Without one the account's only one is taken. */
  from?: string;
  configurationSet: string;
  /** What lets feedback find its decision: five at most, by which it takes them. */
  tagsOf: (message: Message) => Promise<Record<string, string>>;
  /** Called before a text is given away, so that an answer that comes at once finds whose it is. */
  remember: (message: Message) => Promise<void>;
  /** Called before a text with a short link is given away: without what that stands for it would lead nowhere. */
  keepLink: (link: ShortLink) => Promise<void>;
  report: (error: unknown) => void;
}

/** By which it says no to a text or its number. */
const REFUSED = ['ValidationException'];

/** By which it says that it is this number that may not be written to. All other conflicts are of our own account. */
const OPTED_OUT = 'DESTINATION_PHONE_NUMBER_OPTED_OUT';

const LEFT: Receipt = { result: 'refused', reason: 'opted-out', optedOut: true };

/**
 * Text messages by AWS End User Messaging. It keeps who has sent STOP in an opt-out list, and refuses a text to them: that is
 * taken as their withdrawal.
 */
export const createSmsVoice = (deps: SmsDeps): ChannelAdapter => ({
  send: async (message) => {
    const { client, from, configurationSet, tagsOf, remember, keepLink, report } = deps;
    const { to, text, purpose, short } = message;
    if (to === undefined) return { result: 'refused', reason: 'no-address' };
    try {
      if (short) await keepLink(short);
    } catch (error) {
      report(error);
      return { result: 'busy' };
    }
    await remember(message).catch(report);
    const command = new SendTextMessageCommand({
      DestinationPhoneNumber: to,
      ...(from === undefined ? {} : { OriginationIdentity: from }),
      MessageBody: text,
      MessageType: purpose === 'promotional' ? 'PROMOTIONAL' : 'TRANSACTIONAL',
      ConfigurationSetName: configurationSet,
      Context: await tagsOf(message),
    });
    try {
      const { MessageId } = await client.send(command);
      return { result: 'accepted', ...(MessageId ? { reference: MessageId } : {}) };
    } catch (error) {
      report(error);
      if (error instanceof ConflictException && error.Reason === OPTED_OUT) return LEFT;
      return receiptOf(error, { refused: REFUSED });
    }
  },
});

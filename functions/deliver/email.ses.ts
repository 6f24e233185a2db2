import { type SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import type { KeptLink } from '../shared/link.ts';
import type { ChannelAdapter, Message } from './channel.ts';
import { receiptOf } from './receipt.ts';
import { senderHeader } from './sender.ts';

interface SesDeps {
  /** With `maxAttempts: 1`: who retries may send twice. */
  client: SESv2Client;
  configurationSet: string;
  /** An address, or `Name <address>`. */
  sender: string;
  /** What lets feedback find its decision. */
  tagsOf: (message: Message) => Record<string, string>;
  /** Called before an email with an address for answers is given away: without what that stands for nobody knows whose they are. */
  keepReply?: (link: KeptLink) => Promise<void>;
  report: (error: unknown) => void;
}

/** By which SES says no to a message or its address. */
const REFUSED = ['MessageRejected', 'BadRequestException'];

/** It says so of a message too where the account is in the sandbox, or the sender's identity is not verified. */
const isOurs = ({ message }: Error): boolean => /not verified/i.test(message);

/** SES takes a name and value of at most so many characters together. */
const MAX_HEADER = 996;

const contentOf = ({ subject, text, html, headers }: Message) => ({
  Subject: { Data: subject, Charset: 'UTF-8' },
  Body: { Text: { Data: text, Charset: 'UTF-8' }, ...(html ? { Html: { Data: html, Charset: 'UTF-8' } } : {}) },
  Headers: Object.entries(headers)
    .filter(([name, value]) => name.length + value.length <= MAX_HEADER)
    .map(([Name, Value]) => ({ Name, Value })),
});

/** Email by SES. */
export const createSesEmail = (deps: SesDeps): ChannelAdapter => ({
  send: async (message) => {
    const { client, configurationSet, sender, tagsOf, keepReply, report } = deps;
    const { replyTo } = message;
    if (message.to === undefined) return { result: 'refused', reason: 'no-address' };
    try {
      if (replyTo) await keepReply?.(replyTo.link);
    } catch (error) {
      report(error);
      return { result: 'busy' };
    }
    const command = new SendEmailCommand({
      FromEmailAddress: senderHeader(sender),
      Destination: { ToAddresses: [message.to] },
      ...(replyTo && { ReplyToAddresses: [replyTo.address] }),
      Content: { Simple: contentOf(message) },
      ConfigurationSetName: configurationSet,
      EmailTags: Object.entries(tagsOf(message)).map(([Name, Value]) => ({ Name, Value })),
    });
    try {
      const { MessageId } = await client.send(command);
      return { result: 'accepted', ...(MessageId ? { reference: MessageId } : {}) };
    } catch (error) {
      report(error);
      return receiptOf(error, { refused: REFUSED, isOurs });
    }
  },
});

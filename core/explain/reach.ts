import { channelKind } from '../../language/catalogue/channel.ts';
import type { Basis } from '../customer/model/journal.ts';
import { type ExplainContext, type Grounds, grounds, unsure } from './context.ts';
import { list, when } from './tell.ts';

const MISSING: Record<string, string> = {
  email: 'no email address is known',
  sms: 'no phone number is known',
  inbox: 'no product of yours shows it',
};

const BLOCKED: Record<string, (at: string) => string> = {
  bounced: (at) => `the address sent messages back${at}`,
  complained: (at) => `they called a message unwanted${at}`,
  unsubscribed: (at) => `they left this way${at}`,
};

const OPENS: Record<string, (channel: string) => string> = {
  'no-channel': (channel) =>
    channelKind(channel)?.isShownByProduct ? `a product that shows the ${channel}` : `an address for ${channel}`,
  bounced: (channel) => `a new address for ${channel}`,
  complained: (channel) => `their word that ${channel} is welcome again`,
  unsubscribed: (channel) => `their word that ${channel} is welcome again`,
};

const blockInWords = (channel: string, { why, at }: { why: string; at?: string }, zone: string): string => {
  const on = at === undefined ? '' : `, on ${when(at, zone)}`;
  return `${channel}: ${BLOCKED[why]?.(on) ?? MISSING[channel] ?? why}`;
};

const ofChannels = (channels: NonNullable<Basis['channels']>, context: ExplainContext): Grounds => {
  const all = Object.entries(channels);
  return grounds(
    all.map(([channel, block]) => `No way by ${blockInWords(channel, block, context.zone)}.`),
    [
      `It takes ${list(all.map(([channel, { why }]) => OPENS[why]?.(channel) ?? channel)).replace(/ and (?=[^,]*$)/, ' or ')}.`,
    ],
    { channels: Object.keys(channels) },
  );
};

/** No way to reach them, or a topic they do not want. */
export const explainReach = (context: ExplainContext): Grounds => {
  const { decision, catalogue, zone } = context;
  const { channels, topic } = decision.basis ?? {};
  if (channels) return ofChannels(channels, context);
  if (!topic) return unsure('The record does not say which channel or topic it was.');
  const name = `“${catalogue.policy.topics[topic.topic] ?? topic.topic}” (${topic.topic})`;
  const named = { topic: topic.topic };
  return topic.withdrawnAt === undefined
    ? grounds(
        [`It is about ${name}, and they never said that they want ${decision.purpose} messages about that.`],
        [`It takes their yes to ${name}.`],
        named,
      )
    : grounds(
        [`It is about ${name}, which they left on ${when(topic.withdrawnAt, zone)}.`],
        [`Without that, or after a new yes to ${name}, it would have gone on.`],
        named,
      );
};

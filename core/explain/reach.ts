import { channelKind } from '../../language/catalogue/channel.ts';
import type { Basis } from '../customer/model/journal.ts';
import { type ExplainContext, type Grounds, grounds, inItsWay, policyOf, unsure } from './context.ts';
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

type Channels = NonNullable<Basis['channels']>;
type Block = NonNullable<Channels[keyof Channels]>;

const blockInWords = (channel: string, { why, at, also = [] }: Block, zone: string): string => {
  const on = at === undefined ? '' : `, on ${when(at, zone)}`;
  const first = BLOCKED[why]?.(on) ?? MISSING[channel] ?? why;
  return `${channel}: ${list([first, ...also.map((one) => BLOCKED[one]?.('') ?? one)])}`;
};

/** All that has to be otherwise. An address that is new has not sent anything back. */
const openingOf = (channel: string, { why, also = [] }: Block): string => {
  const all = [why, ...also.filter((one) => one !== 'bounced')];
  return list([...new Set(all.map((one) => OPENS[one]?.(channel) ?? channel))]);
};

const ofChannels = (channels: Channels, { zone }: ExplainContext): Grounds => {
  const all = Object.entries(channels);
  return grounds(
    all.map(([channel, block]) => `No way by ${blockInWords(channel, block, zone)}.`),
    [`It takes ${all.map(([channel, block]) => openingOf(channel, block)).join(', or ')}.`],
    { channels: Object.keys(channels) },
  );
};

const ofTopic = ({ topic, withdrawnAt }: NonNullable<Basis['topic']>, context: ExplainContext): Grounds => {
  const { decision, catalogue, zone } = context;
  const name = `“${catalogue.policy.topics[topic] ?? topic}” (${topic})`;
  const named = { topic };
  if (withdrawnAt === undefined)
    return grounds(
      [`It is about ${name}, and they never said that they want ${decision.purpose} messages about that.`],
      [`It takes their yes to ${name}.`],
      named,
    );
  // Whoever has to agree first may never have.
  const without = policyOf(context).optIn === true ? 'After' : 'Without that, or after';
  return grounds(
    [`It is about ${name}, which they left on ${when(withdrawnAt, zone)}.`],
    [`${without} a new yes to ${name}, ${inItsWay(context)}.`],
    named,
  );
};

/** No way to reach them, or a topic they do not want, or both. */
export const explainReach = (context: ExplainContext): Grounds => {
  const { channels, topic } = context.decision.basis ?? {};
  const all = [...(channels ? [ofChannels(channels, context)] : []), ...(topic ? [ofTopic(topic, context)] : [])];
  if (all.length === 0) return unsure('The record does not say which channel or topic it was.');
  return grounds(
    all.flatMap(({ rested }) => rested),
    all.flatMap(({ otherwise }) => otherwise),
    Object.assign({}, ...all.map(({ named }) => named)),
  );
};

import { channelKind } from '../../language/catalogue/channel.ts';
import type { Basis } from '../customer/model/journal.ts';
import { type Asked, type Because, copyOf, inItsWay, rests, untold } from './asked.ts';
import { list, when } from './tell.ts';
import { nameOf } from './words/decision.ts';

const BLOCKED: Record<string, (at: string) => string> = {
  bounced: (at) => `the address sent messages back${at}`,
  complained: (at) => `they called a message unwanted${at}`,
  unsubscribed: (at) => `they left this way${at}`,
};

const OPENS: Record<string, (channel: string) => string> = {
  'no-channel': (channel) => `an address for ${channel}`,
  bounced: (channel) => `a new address for ${channel}`,
  complained: (channel) => `their word that ${channel} is welcome again`,
  unsubscribed: (channel) => `their word that ${channel} is welcome again`,
};

const blockInWords = (channel: string, { why, at }: { why: string; at?: string }, zone: string): string => {
  const on = at === undefined ? '' : `, on ${when(at, zone)}`;
  return `${channel}: ${BLOCKED[why]?.(on) ?? channelKind(channel)?.address?.missing ?? why}`;
};

const ofChannels = (channels: NonNullable<Basis['channels']>, asked: Asked): Because => {
  const all = Object.entries(channels);
  return rests(
    all.map(([channel, block]) => `No way by ${blockInWords(channel, block, asked.zone)}.`),
    [
      `It takes ${list(all.map(([channel, { why }]) => OPENS[why]?.(channel) ?? channel)).replace(/ and (?=[^,]*$)/, ' or ')}.`,
    ],
    { channels: Object.keys(channels) },
  );
};

/** No way to reach them, or a topic they do not want. */
export const ofReach = (asked: Asked): Because => {
  const { decision, catalogue, zone } = asked;
  const { channels, topic } = decision.basis ?? {};
  if (channels) return ofChannels(channels, asked);
  if (!topic) return untold('The record does not say which channel or topic it was.');
  const name = `“${catalogue.policy.topics[topic.topic] ?? topic.topic}” (${topic.topic})`;
  const named = { topic: topic.topic };
  return topic.withdrawnAt === undefined
    ? rests(
        [`It is about ${name}, and they never said that they want ${decision.purpose} messages about that.`],
        [`It takes their yes to ${name}.`],
        named,
      )
    : rests(
        [`It is about ${name}, which they left on ${when(topic.withdrawnAt, zone)}.`],
        [`Without that, or after a new yes to ${name}, it would have gone on.`],
        named,
      );
};

/** The pause button. */
export const ofPause = (asked: Asked): Because => {
  const { decision, zone } = asked;
  const pause = decision.basis?.paused;
  if (!pause) return untold('The record does not say until when they wanted silence.');
  return rests(
    [`On ${when(pause.at, zone)} they asked for silence until ${when(pause.until, zone)}.`],
    [`Without that, or after ${when(pause.until, zone)}, or once they end it, ${inItsWay(asked)}.`],
    { event: 'customer.paused', ends: pause.until },
  );
};

/** The account. */
export const ofFarewell = ({ decision, zone }: Asked): Because => {
  const at = decision.basis?.happened?.at;
  const since = at === undefined ? '' : ` on ${when(at, zone)}`;
  return rests(
    [`They closed their account${since}.`],
    ['With an account it would have gone on. Transactional messages still go out.'],
  );
};

/** A fact that copy may not print. */
export const ofData = (asked: Asked): Because => {
  const { decision, catalogue, zone } = asked;
  const found = decision.basis?.attribute;
  if (!found) return untold('The record does not say which fact it was.', [], {});
  const { name, provenance, event, at } = found;
  const uses = copyOf(asked) ? ` or with uses: { ${name}: <reason> } in ${nameOf(decision.moment, catalogue)}` : '';
  return rests(
    [`It prints ${name}, which is ${provenance}: ${event} set it on ${when(at, zone)}.`],
    [`Had they told us ${name} themselves${uses}, it would have gone on.`],
    { attribute: name, event },
  );
};

import * as z from 'zod';

/**
 * What a channel shows of a moment. `html-document`: HTML with a footer and the ways out, and as text. `html-fragment`:
 * HTML to be shown in a page of the company's, and as text. `short-text`: one line. `work`: text for a colleague.
 */
export type BodyKind = 'html-document' | 'html-fragment' | 'short-text' | 'work';

interface Common {
  /** For who writes moments: what goes by it, with its article. */
  about: string;
  /** The attribute with its address, and what is said where it is not known. Without one it reaches everybody. */
  address?: { attribute: string; missing: string };
  /** Whether a moment needs a subject for it, may have one, or has no use for it. */
  subject: 'required' | 'optional' | 'none';
  /** A product of the company's shows it to customers. Where policy does not say that one does, what goes there reaches nobody. */
  isShownByProduct?: true;
  /** As marketing reads where a message went: `Sent “Welcome” by email`. */
  sent: string;
}

/** An adapter sends to customers, and a customer may withdraw it. Work is asked of a person, and nothing sends it. */
type ChannelKind = Common &
  (
    | {
        reaches: 'customer';
        body: Exclude<BodyKind, 'work'>;
        /** As customers read it: in a list of ways, in "no more … from us", and of one message: "… by email". */
        customer: { name: string; noun: string; way: string };
      }
    | { reaches: 'person'; body: 'work' }
  );

/** Every channel: whatever else there is to know of one is in its adapter. Customers see them in this order. */
export const CHANNELS = {
  email: {
    about: 'an email',
    reaches: 'customer',
    address: { attribute: 'email', missing: 'no email address is known' },
    body: 'html-document',
    subject: 'required',
    sent: 'by email',
    customer: { name: 'Email', noun: 'email', way: 'by email' },
  },
  sms: {
    about: 'a text message',
    reaches: 'customer',
    address: { attribute: 'phone', missing: 'no phone number is known' },
    body: 'short-text',
    subject: 'none',
    sent: 'by text message',
    customer: { name: 'Text messages', noun: 'text message', way: 'by text message' },
  },
  inbox: {
    about: 'a message in their account',
    reaches: 'customer',
    isShownByProduct: true,
    body: 'html-fragment',
    subject: 'optional',
    sent: 'to their inbox',
    customer: { name: 'Messages in your account', noun: 'inbox', way: 'in your account' },
  },
  agent: {
    about: 'work for a person',
    reaches: 'person',
    body: 'work',
    subject: 'optional',
    sent: 'to a colleague',
  },
} as const satisfies Record<string, ChannelKind>;

type Name = keyof typeof CHANNELS;

export const Channel = z.enum(Object.keys(CHANNELS) as [Name, ...Name[]]);
export type Channel = z.infer<typeof Channel>;

/** Channels to customers: each has an adapter. */
export type Sendable = {
  [Each in Channel]: (typeof CHANNELS)[Each]['reaches'] extends 'customer' ? Each : never;
}[Channel];

/** A channel by its name. Undefined of one that a later release knows: what it wrote is read after a rollback too. */
export const channelKind = (channel: string): ChannelKind | undefined =>
  Object.hasOwn(CHANNELS, channel) ? CHANNELS[channel as Channel] : undefined;

/** How customers read a channel; undefined of one that does not go to them. */
export const customerWords = (channel: string) => {
  const kind = channelKind(channel);
  return kind?.reaches === 'customer' ? kind.customer : undefined;
};

/** Whether it goes to customers, and not to a colleague. */
export const isSendable = (channel: Channel): channel is Sendable => channelKind(channel)?.reaches !== 'person';

/** Channels to customers, in the order of the record. */
export const SENDABLE: readonly Sendable[] = Channel.options.filter(isSendable);

/** Channels whose messages can be answered, where answers come in. */
export const REPLYABLE = ['email', 'sms'] as const satisfies readonly Sendable[];

/** One value for each channel to customers. */
export const eachSendable = <Value>(make: (channel: Sendable) => Value): Record<Sendable, Value> =>
  Object.fromEntries(SENDABLE.map((channel) => [channel, make(channel)])) as Record<Sendable, Value>;

/** The attribute with a channel's address, if it has one. */
export const addressOf = (channel: Channel): string | undefined => channelKind(channel)?.address?.attribute;

/** The channel by which work reaches a person. */
export const WORK_CHANNEL: Exclude<Channel, Sendable> = 'agent';

/** Whether a moment that goes by these is work for a person, and nothing for a customer. */
export const isWork = (channels: readonly Channel[]): boolean => !channels.some(isSendable);

/** What a provider's feedback is about where it does not name a channel. */
export const FEEDBACK_CHANNEL: Channel = 'email';

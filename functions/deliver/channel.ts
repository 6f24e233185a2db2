import type { Sendable } from '../../language/catalogue/channel.ts';
import type { Purpose } from '../../language/catalogue/kind.ts';
import type { KeptLink, ShortLink } from '../shared/link.ts';

/** A message as a channel sends it: rendered, composed, with all that a provider's feedback must bring back. */
export interface Message {
  /** `enrolment/step`: the same again when it is sent again, so that a provider may tell. */
  id: string;
  customer: string;
  journey: string;
  enrolment: string;
  step: string;
  visit: number;
  moment: string;
  purpose: Purpose;
  topic?: string;
  channel: Sendable;
  /** An address or a number, where the channel needs one. */
  to?: string;
  subject: string;
  text: string;
  html?: string | undefined;
  headers: Record<string, string>;
  /** What it asks, to be answered in one tap. */
  asks?: Ask;
  /** For how many seconds a product shows it. */
  keeps?: number;
  /** The link of a text by which it is answered, to be kept before it goes out. */
  short?: ShortLink;
  /** The address that answers to it go to, whose code is to be kept before it goes out. */
  replyTo?: { address: string; link: KeptLink };
}

/** A question with a link for each answer. */
export interface Ask {
  question: string;
  choices: { label: string; means?: string; url: string }[];
}

/**
 * What a channel knows after sending. `refused` will not be otherwise if tried again, and with `optedOut` nothing will that
 * goes to this address; `busy` was surely not sent, and `down` neither, for a fault of ours that somebody has to mend: a right,
 * a setting, the account; after `none` nobody knows.
 */
export type Receipt =
  | { result: 'accepted'; reference?: string }
  | { result: 'refused'; reason: string; optedOut?: boolean }
  | { result: 'busy' }
  | { result: 'down'; reason: string }
  | { result: 'none' };

/** Port: what deliver needs from a channel. An adapter tries once: who retries may send twice. */
export interface ChannelAdapter {
  send(message: Message): Promise<Receipt>;
}

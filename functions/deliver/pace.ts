import { hashFraction } from '../../core/hash.ts';
import { SECOND } from '../../language/catalogue/milliseconds.ts';
import { isSocial } from '../../language/catalogue/purpose.ts';
import type { Message } from './channel.ts';

/** Port: when a message may go out, in milliseconds, if that is not now. */
export type Pace = (message: Message) => Promise<number | undefined>;

/** Port: takes the next free turn in a line, and answers when it is. Turns are `every` milliseconds apart, the first is now. */
export type TakeTurn = (line: string, every: number, now: number) => Promise<number>;

interface PaceDeps {
  takeTurn: TakeTurn;
  /** Messages a second that the provider takes, of channels that are paced. */
  rates: Readonly<Partial<Record<Message['channel'], number>>>;
  now: () => number;
}

/** Of the rate, what messages that can wait may take: the rest is free for those that cannot. They leave some for what comes a little early or late. */
const OF_WAVES = 0.9;
const OF_URGENT = 0.95;

/** Turns a second in one line: the item that counts them takes a thousand writes a second. */
const MOST_IN_LINE = 250;

/** In milliseconds: a turn that is so near is now. */
const NEAR = SECOND;

/**
 * A turn for each message. What is relationship or promotional stands in a line of its own, so that a wave of it keeps no
 * confirmation waiting. A rate that one line cannot count is split over several, by customer.
 */
export const createPace =
  ({ takeTurn, rates, now }: PaceDeps): Pace =>
  async ({ channel, purpose, customer }) => {
    const rate = rates[channel];
    if (rate === undefined) return undefined;
    const share = isSocial(purpose) ? OF_WAVES : OF_URGENT;
    const lines = Math.ceil(rate / MOST_IN_LINE);
    const line = Math.floor(hashFraction(`pace/${customer}`) * lines);
    const name = `${channel}/${isSocial(purpose) ? 'waves' : 'urgent'}/${line}`;
    const askedAt = now();
    const turn = await takeTurn(name, (SECOND * lines) / (rate * share), askedAt);
    return turn > askedAt + NEAR ? Math.ceil(turn) : undefined;
  };

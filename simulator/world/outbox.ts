import type { ChannelAdapter, Message } from '../../functions/deliver/channel.ts';

/** Takes every message instead of a provider. */
export interface Outbox extends ChannelAdapter {
  /** What a customer got, oldest first. */
  of(customer: string): (Message & { at: string })[];
  count(): number;
}

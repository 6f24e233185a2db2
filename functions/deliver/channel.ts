import type { Channel, Purpose } from '../../language/catalogue/policy.ts';

/** A message as one customer gets it. */
export interface Message {
  /** `enrolment/step`: what a channel knows a repeat by. */
  id: string;
  customer: string;
  journey: string;
  enrolment: string;
  step: string;
  moment: string;
  purpose: Purpose;
  topic?: string;
  channel: Channel;
  /** The address; the inbox needs none. */
  to?: string;
  subject: string;
  text: string;
  html?: string;
  headers: Record<string, string>;
}

/** `busy` is surely not sent; `none` may have been. */
export type Receipt =
  | { result: 'accepted'; reference?: string }
  | { result: 'refused'; reason: string }
  | { result: 'busy' }
  | { result: 'none' };

/** Port: one way to reach customers. It retries nothing by itself. */
export interface ChannelAdapter {
  send(message: Message): Promise<Receipt>;
}

import type { ChannelAdapter, Message } from '../../deliver/channel.ts';
import type { TestSend } from '../ports.ts';
import { Refused } from '../problem.ts';

interface TestSendDeps {
  channels: Partial<Record<Message['channel'], ChannelAdapter>>;
  /** Addresses, and `*@acme.example` for everybody there. */
  addresses: readonly string[];
}

/** One address, plainly written: of several, or one in quotes, the end would say nothing. */
const PLAIN = /^[^\s@,;:<>()[\]"\\]+@[a-z0-9.-]+$/;

const fits = (address: string, pattern: string): boolean =>
  pattern.startsWith('*@') ? PLAIN.test(address) && address.endsWith(pattern.slice(1)) : address === pattern;

/** A message to one of our own, as it would be to a customer. */
export const createTestSend = ({ channels, addresses }: TestSendDeps): TestSend => ({
  send: async (message) => {
    const { channel, to = '' } = message;
    const adapter = channels[channel];
    if (!adapter) {
      throw new Refused(
        422,
        `Nothing is sent by ${channel} to try it from here; ${Object.keys(channels).join(', ')} is.`,
      );
    }
    const patterns = addresses.map((pattern) => pattern.toLowerCase());
    if (!patterns.some((pattern) => fits(to.trim().toLowerCase(), pattern))) {
      throw new Refused(
        422,
        `A test goes to ${addresses.join(', ')} alone, and ${to.slice(0, 200)} is none of them. Add it to testAddresses of the console, and deploy.`,
      );
    }
    const receipt = await adapter.send(message);
    if (receipt.result === 'accepted') return receipt.reference === undefined ? {} : { reference: receipt.reference };
    const why = 'reason' in receipt ? ` (${receipt.reason})` : '';
    throw new Refused(
      503,
      `The provider did not take it: ${receipt.result}${why}. Is the sender verified, and the account out of its sandbox?`,
    );
  },
});

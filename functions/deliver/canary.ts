import type { ChannelAdapter, Message } from './channel.ts';

/** What an account may send. */
export interface SendingAccount {
  isPaused: boolean;
  /** Of what it may send in 24 hours, in percent. */
  quotaUsed: number;
}

export interface CanaryDeps {
  /** By the same adapter as every message. */
  send: ChannelAdapter['send'];
  account: () => Promise<SendingAccount>;
  /** Figures, for those who watch: none is a figure too. */
  add: (name: string, times: number) => void;
  report: (error: unknown) => void;
}

/** SES's own mailbox: it takes everything, and counts for no reputation. */
const TO = 'success@simulator.amazonses.com';

const MESSAGE: Message = {
  id: 'canary',
  customer: 'canary',
  journey: 'canary',
  enrolment: 'canary',
  step: 'canary',
  visit: 0,
  moment: 'canary',
  purpose: 'transactional',
  channel: 'email',
  to: TO,
  subject: 'Canary',
  text: 'Sending works.',
  headers: {},
};

/** One email to nobody: whether sending works is known before a customer waits for it. What it finds is told in figures alone. */
export const createCanary =
  ({ send, account, add, report }: CanaryDeps) =>
  async (): Promise<{ sent: boolean }> => {
    const sent = await send(MESSAGE).then(
      ({ result }) => result === 'accepted',
      (error) => {
        report(error);
        return false;
      },
    );
    add('CanarySent', sent ? 1 : 0);
    try {
      const { isPaused, quotaUsed } = await account();
      add('SendingPaused', isPaused ? 1 : 0);
      add('SendQuotaUsed', Math.round(quotaUsed));
    } catch (error) {
      report(error);
    }
    return { sent };
  };

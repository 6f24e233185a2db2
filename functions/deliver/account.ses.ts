import { GetAccountCommand, type SESv2Client } from '@aws-sdk/client-sesv2';
import type { SendingAccount } from './canary.ts';

/** What SES lets the account send. */
export const createSesAccount = (client: SESv2Client) => async (): Promise<SendingAccount> => {
  const { SendingEnabled, EnforcementStatus, SendQuota } = await client.send(new GetAccountCommand({}));
  const { Max24HourSend = 0, SentLast24Hours = 0 } = SendQuota ?? {};
  return {
    isPaused: SendingEnabled !== true || EnforcementStatus === 'SHUTDOWN',
    // Without a limit it is -1.
    quotaUsed: Max24HourSend > 0 ? (100 * SentLast24Hours) / Max24HourSend : 0,
  };
};

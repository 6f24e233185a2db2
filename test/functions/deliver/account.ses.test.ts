import { GetAccountCommand, SESv2Client } from '@aws-sdk/client-sesv2';
import { mockClient } from 'aws-sdk-client-mock';
import { describe, expect, it } from 'vitest';
import { createSesAccount } from '../../../functions/deliver/account.ses.ts';

describe('what SES lets an account send', () => {
  it.each([
    [{ SendingEnabled: true, EnforcementStatus: 'HEALTHY' }, false],
    [{ SendingEnabled: true, EnforcementStatus: 'PROBATION' }, false],
    [{ SendingEnabled: false, EnforcementStatus: 'HEALTHY' }, true],
    [{ SendingEnabled: true, EnforcementStatus: 'SHUTDOWN' }, true],
  ])('%o: paused is %s', async (answer, isPaused) => {
    const client = new SESv2Client({ region: 'eu-west-1' });
    const SendQuota = { Max24HourSend: 50_000, MaxSendRate: 14, SentLast24Hours: 12_500 };
    mockClient(client)
      .on(GetAccountCommand)
      .resolves({ ...answer, SendQuota });
    expect(await createSesAccount(client)()).toEqual({ isPaused, quotaUsed: 25 });
  });

  it('an account without a limit has used nothing of it', async () => {
    const client = new SESv2Client({ region: 'eu-west-1' });
    mockClient(client)
      .on(GetAccountCommand)
      .resolves({ SendingEnabled: true, SendQuota: { Max24HourSend: -1, SentLast24Hours: 5 } });
    expect(await createSesAccount(client)()).toEqual({ isPaused: false, quotaUsed: 0 });
  });
});

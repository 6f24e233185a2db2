import {
  DescribeAccountAttributesCommand,
  DescribePhoneNumbersCommand,
  DescribePoolsCommand,
  DescribeSenderIdsCommand,
  DescribeSpendLimitsCommand,
  PinpointSMSVoiceV2Client,
} from '@aws-sdk/client-pinpoint-sms-voice-v2';
import type { Account } from '../account.ts';
import { asking } from './asking.ts';

const RIGHTS =
  'sms-voice:DescribeAccountAttributes, DescribeSpendLimits, DescribePhoneNumbers, DescribePools and DescribeSenderIds';

/** What End User Messaging has for an account; of each kind of origin the first page, since there are few. */
export const createTexting = (region: string): Account['texting'] => {
  const client = new PinpointSMSVoiceV2Client({ region });
  return () =>
    asking(RIGHTS, region, async () => {
      const [{ AccountAttributes = [] }, { SpendLimits = [] }, numbers, pools, senders] = await Promise.all([
        client.send(new DescribeAccountAttributesCommand({})),
        client.send(new DescribeSpendLimitsCommand({})),
        client.send(new DescribePhoneNumbersCommand({})),
        client.send(new DescribePoolsCommand({})),
        client.send(new DescribeSenderIdsCommand({})),
      ]);
      const spend = SpendLimits.find(({ Name }) => Name === 'TEXT_MESSAGE_MONTHLY_SPEND_LIMIT')?.EnforcedLimit;
      return {
        production: AccountAttributes.some(({ Name, Value }) => Name === 'ACCOUNT_TIER' && Value === 'PRODUCTION'),
        origins: [
          ...(numbers.PhoneNumbers ?? []).map(({ PhoneNumberId }) => PhoneNumberId),
          ...(pools.Pools ?? []).map(({ PoolId }) => PoolId),
          ...(senders.SenderIds ?? []).map(({ SenderId }) => SenderId),
        ].flatMap((id) => id ?? []),
        ...(spend === undefined ? {} : { spend }),
      };
    });
};

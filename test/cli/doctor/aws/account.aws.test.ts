import { CloudFormationClient, DescribeStacksCommand, ListStackResourcesCommand } from '@aws-sdk/client-cloudformation';
import { CloudWatchLogsClient, DescribeLogGroupsCommand } from '@aws-sdk/client-cloudwatch-logs';
import { CognitoIdentityProviderClient, ListUserPoolsCommand } from '@aws-sdk/client-cognito-identity-provider';
import { DescribeTableCommand, DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import { GetAccountSettingsCommand, GetFunctionConcurrencyCommand, LambdaClient } from '@aws-sdk/client-lambda';
import {
  DescribeAccountAttributesCommand,
  DescribePhoneNumbersCommand,
  DescribePoolsCommand,
  DescribeSenderIdsCommand,
  DescribeSpendLimitsCommand,
  PinpointSMSVoiceV2Client,
} from '@aws-sdk/client-pinpoint-sms-voice-v2';
import { DescribeSecretCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { ListServiceQuotasCommand, ServiceQuotasClient } from '@aws-sdk/client-service-quotas';
import { GetAccountCommand, GetEmailIdentityCommand, SESv2Client } from '@aws-sdk/client-sesv2';
import { GetQueueUrlCommand, SQSClient } from '@aws-sdk/client-sqs';
import { mockClient } from 'aws-sdk-client-mock';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { NotAllowed, NotInRegion, NotSeen } from '../../../../cli/doctor/account.ts';
import { openAccount } from '../../../../cli/doctor/aws/account.aws.ts';
import { awsError } from '../../../support/aws.ts';

const [cfn, logs, cognito, dynamo, lambda, sms, secrets, quotas, ses, sqs] = [
  mockClient(CloudFormationClient),
  mockClient(CloudWatchLogsClient),
  mockClient(CognitoIdentityProviderClient),
  mockClient(DynamoDBClient),
  mockClient(LambdaClient),
  mockClient(PinpointSMSVoiceV2Client),
  mockClient(SecretsManagerClient),
  mockClient(ServiceQuotasClient),
  mockClient(SESv2Client),
  mockClient(SQSClient),
];
const all = [cfn, logs, cognito, dynamo, lambda, sms, secrets, quotas, ses, sqs];
beforeEach(() => {
  for (const one of all) one.reset();
});
afterAll(() => {
  for (const one of all) one.restore();
});

const account = await openAccount(new LambdaClient({ region: 'eu-west-1' }));

describe('an account, asked of AWS', () => {
  it('is that of the region of your credentials', () => expect(account.region).toBe('eu-west-1'));

  it('a stack with all that it made, page by page, or none', async () => {
    cfn.on(DescribeStacksCommand).resolves({ Stacks: [{ StackStatus: 'UPDATE_COMPLETE' }] as never });
    cfn
      .on(ListStackResourcesCommand)
      .resolvesOnce({ StackResourceSummaries: [{ PhysicalResourceId: 'a' }] as never, NextToken: 'more' })
      .resolves({ StackResourceSummaries: [{ PhysicalResourceId: 'b' }, {}] as never });
    expect(await account.stack('tactful-dev')).toEqual({ status: 'UPDATE_COMPLETE', ids: ['a', 'b'] });
    cfn.on(DescribeStacksCommand).resolves({ Stacks: [{ StackStatus: 'DELETE_COMPLETE' }] as never });
    expect(await account.stack('tactful-dev')).toBeUndefined();
    const absent = Object.assign(awsError('ValidationError', 400), { message: 'Stack with id x does not exist' });
    cfn.on(DescribeStacksCommand).rejects(absent);
    expect(await account.stack('tactful-dev')).toBeUndefined();
  });

  it('a table, whether anything is in it, and whether it is going', async () => {
    dynamo.on(DescribeTableCommand).resolves({ Table: { TableStatus: 'ACTIVE' } });
    dynamo.on(ScanCommand).resolvesOnce({ Count: 0 }).resolves({ Count: 1 });
    expect(await account.holder('table', 't')).toEqual({ empty: true });
    expect(await account.holder('table', 't')).toEqual({ empty: false });
    dynamo.on(DescribeTableCommand).resolves({ Table: { TableStatus: 'DELETING' } });
    expect(await account.holder('table', 't')).toEqual({ leaving: true });
    dynamo.on(DescribeTableCommand).rejects(awsError('ResourceNotFoundException', 400));
    expect(await account.holder('table', 't')).toBeUndefined();
  });

  it('a secret that is to be deleted has its name for weeks', async () => {
    secrets
      .on(DescribeSecretCommand)
      .resolvesOnce({})
      .resolves({ DeletedDate: new Date(0) });
    expect(await account.holder('secret', 's')).toEqual({});
    expect(await account.holder('secret', 's')).toEqual({ leaving: true });
  });

  it('a user pool by its name, on whichever page of them it is', async () => {
    cognito.on(ListUserPoolsCommand).resolves({ UserPools: [{ Name: 'others' }], NextToken: 'n' });
    cognito.on(ListUserPoolsCommand, { NextToken: 'n' }).resolves({ UserPools: [{ Name: 'tactful-production' }] });
    expect(await account.holder('user pool', 'tactful-production')).toEqual({});
    expect(await account.holder('user pool', 'tactful-dev')).toBeUndefined();
  });

  it('a queue that is not there, and a log group by its whole name', async () => {
    sqs.on(GetQueueUrlCommand).rejects(awsError('QueueDoesNotExist', 400));
    expect(await account.holder('queue', 'q')).toBeUndefined();
    logs.on(DescribeLogGroupsCommand).resolves({ logGroups: [{ logGroupName: '/aws/lambda/a-longer' }] });
    expect(await account.holder('log group', '/aws/lambda/a')).toBeUndefined();
    expect(await account.holder('log group', '/aws/lambda/a-longer')).toEqual({});
  });

  it('a sender as SES knows it', async () => {
    ses.on(GetEmailIdentityCommand).resolvesOnce({
      VerifiedForSendingStatus: true,
      MailFromAttributes: {
        MailFromDomain: 'b.acme.com',
        MailFromDomainStatus: 'SUCCESS',
        BehaviorOnMxFailure: 'USE_DEFAULT_VALUE',
      },
    });
    expect(await account.identity('acme.com')).toEqual({
      verified: true,
      mailFrom: { domain: 'b.acme.com', status: 'SUCCESS' },
    });
    ses.on(GetEmailIdentityCommand).rejects(awsError('NotFoundException', 404));
    expect(await account.identity('acme.com')).toBeUndefined();
  });

  it.each([
    [
      { ProductionAccessEnabled: true, SendingEnabled: true, EnforcementStatus: 'HEALTHY' },
      { production: true, paused: false },
    ],
    [
      { ProductionAccessEnabled: true, SendingEnabled: false },
      { production: true, paused: true },
    ],
    [
      { SendingEnabled: true, EnforcementStatus: 'SHUTDOWN' },
      { production: false, paused: true },
    ],
  ])('sending by %o is %o', async (answer, expected) => {
    ses.on(GetAccountCommand).resolves({ ...answer, SendQuota: { Max24HourSend: 200, MaxSendRate: 1 } });
    expect(await account.sending()).toEqual({ ...expected, daily: 200, perSecond: 1 });
  });

  it('how many functions run at once, and quotas page by page', async () => {
    lambda
      .on(GetAccountSettingsCommand)
      .resolves({ AccountLimit: { ConcurrentExecutions: 1000, UnreservedConcurrentExecutions: 900 } });
    expect(await account.concurrency()).toEqual({ all: 1000, unreserved: 900 });
    lambda.on(GetFunctionConcurrencyCommand).resolves({});
    lambda
      .on(GetFunctionConcurrencyCommand, { FunctionName: 'tactful-live-intake' })
      .resolves({ ReservedConcurrentExecutions: 100 });
    expect(await account.reserved('tactful-live-intake')).toBe(100);
    expect(await account.reserved('tactful-live-preferences')).toBe(0);
    lambda.on(GetFunctionConcurrencyCommand).rejects(awsError('ResourceNotFoundException', 404));
    expect(await account.reserved('tactful-live-none')).toBe(0);
    quotas
      .on(ListServiceQuotasCommand)
      .resolvesOnce({ Quotas: [{ QuotaName: 'a', Value: 1 }], NextToken: 'more' })
      .resolves({ Quotas: [{ QuotaName: 'b', Value: 2 }] });
    expect(await account.quotas('scheduler')).toEqual({ a: 1, b: 2 });
  });

  it('what texts can come from and cost', async () => {
    sms
      .on(DescribeAccountAttributesCommand)
      .resolves({ AccountAttributes: [{ Name: 'ACCOUNT_TIER', Value: 'PRODUCTION' }] });
    sms.on(DescribeSpendLimitsCommand).resolves({
      SpendLimits: [{ Name: 'TEXT_MESSAGE_MONTHLY_SPEND_LIMIT', EnforcedLimit: 50, MaxLimit: 100, Overridden: true }],
    });
    sms.on(DescribePhoneNumbersCommand).resolves({ PhoneNumbers: [{ PhoneNumberId: 'phone-1' }] as never });
    sms.on(DescribePoolsCommand).resolves({ Pools: [{ PoolId: 'pool-1' }] as never });
    sms.on(DescribeSenderIdsCommand).resolves({ SenderIds: [{ SenderId: 'Acme' }] as never });
    expect(await account.texting()).toEqual({ production: true, origins: ['phone-1', 'pool-1', 'Acme'], spend: 50 });
  });

  it('a right that is missing, a region without the service, and all else', async () => {
    ses.on(GetAccountCommand).rejects(awsError('AccessDeniedException', 403));
    await expect(account.sending()).rejects.toThrow(new NotAllowed('it takes ses:GetAccount.'));
    ses.on(GetAccountCommand).rejects(Object.assign(new Error('getaddrinfo'), { code: 'ENOTFOUND' }));
    await expect(account.sending()).rejects.toThrow(new NotInRegion('ses has no endpoint in eu-west-1.'));
    ses.on(GetAccountCommand).rejects(awsError('InternalFailure', 500));
    await expect(account.sending()).rejects.toThrow(
      new NotSeen('AWS answered InternalFailure: InternalFailure from the service'),
    );
    for (const own of [awsError('ExpiredTokenException', 400), new TypeError('of our own')]) {
      ses.on(GetAccountCommand).rejects(own);
      await expect(account.sending()).rejects.toBe(own);
    }
  });
});

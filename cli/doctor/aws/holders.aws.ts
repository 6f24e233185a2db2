import { CloudWatchLogsClient, DescribeLogGroupsCommand } from '@aws-sdk/client-cloudwatch-logs';
import { CognitoIdentityProviderClient, paginateListUserPools } from '@aws-sdk/client-cognito-identity-provider';
import { DescribeTableCommand, DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import { DescribeEventBusCommand, EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { GetScheduleGroupCommand, SchedulerClient } from '@aws-sdk/client-scheduler';
import { DescribeSecretCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { GetConfigurationSetCommand, SESv2Client } from '@aws-sdk/client-sesv2';
import { GetQueueUrlCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { Account, Holder, Kind } from '../account.ts';
import { seeking } from './asking.ts';

type Look = [right: string, look: (name: string) => Promise<Holder | undefined>];

/** Who has a name already, each asked of its own service. */
export const createHolders = (region: string): Account['holder'] => {
  const [dynamo, secrets, cognito, bus, sqs, scheduler, ses, logs] = [
    new DynamoDBClient({ region }),
    new SecretsManagerClient({ region }),
    new CognitoIdentityProviderClient({ region }),
    new EventBridgeClient({ region }),
    new SQSClient({ region }),
    new SchedulerClient({ region }),
    new SESv2Client({ region }),
    new CloudWatchLogsClient({ region }),
  ];
  const LOOKS: Record<Kind, Look> = {
    table: [
      'dynamodb:DescribeTable and dynamodb:Scan',
      async (name) => {
        const { Table } = await dynamo.send(new DescribeTableCommand({ TableName: name }));
        if (Table?.TableStatus === 'DELETING') return { leaving: true };
        const { Count = 0 } = await dynamo.send(new ScanCommand({ TableName: name, Select: 'COUNT', Limit: 1 }));
        return { empty: Count === 0 };
      },
    ],
    secret: [
      'secretsmanager:DescribeSecret',
      async (name) => {
        const { DeletedDate } = await secrets.send(new DescribeSecretCommand({ SecretId: name }));
        return DeletedDate === undefined ? {} : { leaving: true };
      },
    ],
    'user pool': [
      'cognito-idp:ListUserPools',
      async (name) => {
        for await (const { UserPools = [] } of paginateListUserPools({ client: cognito }, { MaxResults: 60 }))
          if (UserPools.some(({ Name }) => Name === name)) return {};
        return undefined;
      },
    ],
    bus: ['events:DescribeEventBus', async (Name) => bus.send(new DescribeEventBusCommand({ Name })).then(() => ({}))],
    queue: ['sqs:GetQueueUrl', async (QueueName) => sqs.send(new GetQueueUrlCommand({ QueueName })).then(() => ({}))],
    'schedule group': [
      'scheduler:GetScheduleGroup',
      async (Name) => {
        const { State } = await scheduler.send(new GetScheduleGroupCommand({ Name }));
        return State === 'DELETING' ? { leaving: true } : {};
      },
    ],
    'email configuration set': [
      'ses:GetConfigurationSet',
      async (ConfigurationSetName) =>
        ses.send(new GetConfigurationSetCommand({ ConfigurationSetName })).then(() => ({})),
    ],
    'log group': [
      'logs:DescribeLogGroups',
      async (name) => {
        const { logGroups = [] } = await logs.send(new DescribeLogGroupsCommand({ logGroupNamePrefix: name }));
        return logGroups.some(({ logGroupName }) => logGroupName === name) ? {} : undefined;
      },
    ],
  };
  return async (kind, name) => {
    const [right, see] = LOOKS[kind];
    return seeking(right, region, () => see(name));
  };
};

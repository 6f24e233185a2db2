import { BedrockRuntimeClient, ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
import {
  CloudFormationClient,
  DescribeStacksCommand,
  paginateListStackResources,
} from '@aws-sdk/client-cloudformation';
import { ComprehendClient, DetectSentimentCommand } from '@aws-sdk/client-comprehend';
import { GetAccountSettingsCommand, GetFunctionConcurrencyCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { paginateListServiceQuotas, ServiceQuotasClient } from '@aws-sdk/client-service-quotas';
import { GetAccountCommand, GetEmailIdentityCommand, SESv2Client } from '@aws-sdk/client-sesv2';
import type { Account } from '../account.ts';
import { asking, seeking } from './asking.ts';
import { createHolders } from './holders.aws.ts';
import { createTexting } from './texting.aws.ts';

const createMail = (region: string): Pick<Account, 'identity' | 'sending'> => {
  const ses = new SESv2Client({ region });
  return {
    identity: (name) =>
      seeking('ses:GetEmailIdentity', region, async () => {
        const command = new GetEmailIdentityCommand({ EmailIdentity: name });
        const { VerifiedForSendingStatus = false, MailFromAttributes: from } = await ses.send(command);
        const mailFrom = from?.MailFromDomain
          ? { mailFrom: { domain: from.MailFromDomain, status: from.MailFromDomainStatus ?? 'PENDING' } }
          : {};
        return { verified: VerifiedForSendingStatus, ...mailFrom };
      }),
    sending: () =>
      asking('ses:GetAccount', region, async () => {
        const { ProductionAccessEnabled, SendingEnabled, EnforcementStatus, SendQuota } = await ses.send(
          new GetAccountCommand({}),
        );
        return {
          production: ProductionAccessEnabled === true,
          paused: SendingEnabled === false || EnforcementStatus === 'SHUTDOWN',
          daily: SendQuota?.Max24HourSend ?? 0,
          perSecond: SendQuota?.MaxSendRate ?? 0,
        };
      }),
  };
};

const createLimits = (region: string): Pick<Account, 'concurrency' | 'reserved' | 'quotas'> => {
  const [lambda, quotas] = [new LambdaClient({ region }), new ServiceQuotasClient({ region })];
  return {
    concurrency: () =>
      asking('lambda:GetAccountSettings', region, async () => {
        const { AccountLimit } = await lambda.send(new GetAccountSettingsCommand({}));
        const all = AccountLimit?.ConcurrentExecutions ?? 0;
        return { all, unreserved: AccountLimit?.UnreservedConcurrentExecutions ?? all };
      }),
    reserved: async (FunctionName) => {
      const ask = () => lambda.send(new GetFunctionConcurrencyCommand({ FunctionName }));
      const concurrency = await seeking('lambda:GetFunctionConcurrency', region, ask);
      return concurrency?.ReservedConcurrentExecutions ?? 0;
    },
    quotas: (ServiceCode) =>
      asking('servicequotas:ListServiceQuotas', region, async () => {
        const limits: Record<string, number> = {};
        for await (const { Quotas = [] } of paginateListServiceQuotas({ client: quotas }, { ServiceCode })) {
          for (const { QuotaName, Value } of Quotas) if (QuotaName && Value !== undefined) limits[QuotaName] = Value;
        }
        return limits;
      }),
  };
};

const createStacks = (region: string): Account['stack'] => {
  const client = new CloudFormationClient({ region });
  return (StackName) =>
    seeking('cloudformation:DescribeStacks and cloudformation:ListStackResources', region, async () => {
      const { Stacks = [] } = await client.send(new DescribeStacksCommand({ StackName }));
      const status = Stacks[0]?.StackStatus ?? 'UNKNOWN';
      // What it left behind is nobody's.
      if (status === 'DELETE_COMPLETE') return undefined;
      const ids: string[] = [];
      for await (const { StackResourceSummaries = [] } of paginateListStackResources({ client }, { StackName })) {
        for (const { PhysicalResourceId } of StackResourceSummaries)
          if (PhysicalResourceId) ids.push(PhysicalResourceId);
      }
      return { status, ids };
    });
};

const createReaders = (region: string): Account['readText'] => {
  const Text = 'Thank you';
  return async (reader, modelId) => {
    if (reader === 'comprehend') {
      const ask = new DetectSentimentCommand({ Text, LanguageCode: 'en' });
      await asking('comprehend:DetectSentiment', region, () => new ComprehendClient({ region }).send(ask));
      return;
    }
    const messages = [{ role: 'user' as const, content: [{ text: Text }] }];
    const ask = new ConverseCommand({ modelId, messages, inferenceConfig: { maxTokens: 1 } });
    await asking('bedrock:InvokeModel, and access to the model', region, () =>
      new BedrockRuntimeClient({ region }).send(ask),
    );
  };
};

/** The account and region that your credentials are of, as any client finds them. */
export const openAccount = async ({ config } = new LambdaClient()): Promise<Account> => {
  const region = await config.region();
  return {
    region,
    stack: createStacks(region),
    holder: createHolders(region),
    ...createMail(region),
    texting: createTexting(region),
    ...createLimits(region),
    readText: createReaders(region),
  };
};

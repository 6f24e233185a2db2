import { templateText } from '../support/arns.ts';
import type { Resource } from '../support/synth.ts';

/** What a resource cannot change and stay: its type and the properties by which CloudFormation makes another one. */
export type Facts = Record<string, { type: string; fixed: Record<string, string> }>;

/**
 * The properties whose change replaces a resource (`Update requires: Replacement` in the reference of CloudFormation), for
 * every type that holds something, that others know by name, or of which AWS allows only one at a time.
 */
const FIXED: Record<string, string[]> = {
  'AWS::ApiGatewayV2::Api': ['ProtocolType'],
  'AWS::ApiGatewayV2::Stage': ['ApiId', 'StageName'],
  'AWS::DynamoDB::Table': ['TableName', 'KeySchema', 'LocalSecondaryIndexes', 'ImportSourceSpecification'],
  'AWS::Events::Archive': ['ArchiveName', 'SourceArn'],
  'AWS::Events::EventBus': ['Name'],
  'AWS::Lambda::EventSourceMapping': [
    'EventSourceArn',
    'StartingPosition',
    'StartingPositionTimestamp',
    'SelfManagedEventSource',
  ],
  'AWS::Lambda::Function': ['FunctionName', 'PackageType', 'TenancyConfig'],
  'AWS::S3::Bucket': ['BucketName', 'BucketNamePrefix', 'BucketNamespace'],
  'AWS::SES::ConfigurationSet': ['Name'],
  'AWS::SES::EmailIdentity': ['EmailIdentity'],
  'AWS::SMSVOICE::ConfigurationSet': ['ConfigurationSetName'],
  'AWS::SNS::Topic': ['TopicName', 'FifoTopic'],
  'AWS::SQS::Queue': ['QueueName', 'FifoQueue'],
  'AWS::Scheduler::ScheduleGroup': ['Name'],
  'AWS::SecretsManager::Secret': ['Name'],
};

/** The facts of a template. Machines are not among them: they come and go with their journeys. */
export const factsOf = (resources: Record<string, Resource>): Facts => {
  const lasting = Object.entries(resources).flatMap(([id, { Type, Properties = {} }]) => {
    const names = FIXED[Type];
    if (names === undefined) return [];
    const present = names.filter((name) => Properties[name] !== undefined);
    return [
      [id, { type: Type, fixed: Object.fromEntries(present.map((name) => [name, textOf(Properties[name])])) }] as const,
    ];
  });
  return Object.fromEntries(lasting.toSorted(([one], [other]) => one.localeCompare(other)));
};

const textOf = (value: unknown): string => (Array.isArray(value) ? JSON.stringify(value) : templateText(value));

/** What a deploy over the release would remove or replace, a sentence each. */
export const lostSince = (released: Facts, now: Facts): string[] =>
  Object.entries(released).flatMap(([id, { type, fixed }]) => {
    const today = now[id];
    if (today === undefined || today.type !== type) return [`${id} (${type}) is gone, and with it what is in it.`];
    const names = [...new Set([...Object.keys(fixed), ...Object.keys(today.fixed)])];
    return names
      .filter((name) => fixed[name] !== today.fixed[name])
      .map(
        (name) =>
          `${id} (${type}) would be replaced: ${name} was ${fixed[name] ?? 'not given'} and is ${today.fixed[name] ?? 'not given'}.`,
      );
  });

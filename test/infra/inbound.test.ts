import { App } from 'aws-cdk-lib/core';
import { describe, expect, it } from 'vitest';
import { settingsOf } from '../../infra/read-settings.ts';
import { hearsReplies } from '../../infra/settings.ts';
import { Tactful, type TactfulProps } from '../../infra/tactful.ts';
import { WorkflowsInvalid } from '../../infra/workflows.ts';
import { templateText } from './support/arns.ts';
import { synth } from './support/synth.ts';

const { main } = synth({ inboundDomain: 'reply.acme.com' });

const resourceNamed = (type: string, name: string, value: string): [string, Record<string, unknown>] => {
  const matches = main.of(type).filter(([, { Properties }]) => templateText(Properties[name]) === value);
  expect(matches).toHaveLength(1);
  const [[id, { Properties }] = ['', { Properties: {} }]] = matches;
  return [id, Properties];
};
const only = (type: string, part: string): [string, Record<string, unknown>] => {
  const matches = main.of(type).filter(([id]) => id.startsWith(part));
  expect(matches).toHaveLength(1);
  const [[id, { Properties }] = ['', { Properties: {} }]] = matches;
  return [id, Properties];
};
const RULE = 'arn:<Partition>:ses:<Region>:<AccountId>:receipt-rule-set/tactful-dev:receipt-rule/tactful-dev';

describe('mails that come in', () => {
  const [bucket, mail] = only('AWS::S3::Bucket', 'InboundMail');
  const [topic] = only('AWS::SNS::Topic', 'InboundTopic');
  const [queue] = resourceNamed('AWS::SQS::Queue', 'QueueName', 'tactful-dev-inbound');
  const [dead] = resourceNamed('AWS::SQS::Queue', 'QueueName', 'tactful-dev-inbound-dead-letters');

  it('to the domain alone go into a bucket, scanned, and a topic is told', () => {
    const [, rule] = only('AWS::SES::ReceiptRule', 'Inbound');
    expect(rule).toEqual({
      RuleSetName: 'tactful-dev',
      Rule: {
        Name: 'tactful-dev',
        Enabled: true,
        Recipients: ['reply.acme.com'],
        ScanEnabled: true,
        TlsPolicy: 'Require',
        Actions: [{ S3Action: { BucketName: { Ref: bucket }, ObjectKeyPrefix: 'mail/', TopicArn: { Ref: topic } } }],
      },
    });
  });

  it('the rule is made when SES may write to both, which it tries', () => {
    const [id] = only('AWS::SES::ReceiptRule', 'Inbound');
    const { DependsOn } = main.all[id] as unknown as { DependsOn: string[] };
    const types = DependsOn.map((each) => main.all[each]?.Type);
    expect(types.toSorted()).toEqual(['AWS::S3::BucketPolicy', 'AWS::SES::ReceiptRuleSet', 'AWS::SNS::TopicPolicy']);
  });

  it.each([
    ['AWS::S3::BucketPolicy', 's3:PutObject', `<${bucket}.Arn>/mail/*`],
    ['AWS::SNS::TopicPolicy', 'sns:Publish', `<${topic}>`],
  ])('none but that rule of SES may write, by %s, and only encrypted on its way', (type, action, resource) => {
    const [, policy] = only(type, 'Inbound');
    const statements = (policy.PolicyDocument as { Statement: Record<string, unknown>[] }).Statement;
    const allowed = statements.filter(({ Effect }) => Effect === 'Allow');
    expect(allowed).toHaveLength(1);
    const [{ Action, Principal, Resource, Condition } = {}] = allowed;
    expect([Action, Principal, templateText(Resource)]).toEqual([action, { Service: 'ses.amazonaws.com' }, resource]);
    const { StringEquals = {} } = Condition as Record<string, Record<string, unknown>>;
    expect(Object.entries(StringEquals).map(([name, value]) => [name, templateText(value)])).toEqual([
      ['aws:SourceAccount', '<AccountId>'],
      ['aws:SourceArn', RULE],
    ]);
    expect(
      statements.some(
        ({ Effect, Condition: condition }) =>
          Effect === 'Deny' && JSON.stringify(condition).includes('aws:SecureTransport'),
      ),
    ).toBe(true);
  });

  it('are encrypted, public to nobody, without versions, and gone after 14 days', () => {
    expect(mail).toMatchObject({
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
      },
      PublicAccessBlockConfiguration: { BlockPublicAcls: true, RestrictPublicBuckets: true },
      LifecycleConfiguration: { Rules: [{ ExpirationInDays: 14, Status: 'Enabled' }] },
    });
    expect(mail).not.toHaveProperty('VersioningConfiguration');
  });

  it('what is told of them goes through a queue, and what fails for days to its dead letters', () => {
    const [, subscription] = only('AWS::SNS::Subscription', 'Inbound');
    expect(subscription).toMatchObject({ Protocol: 'sqs', RawMessageDelivery: true, TopicArn: { Ref: topic } });
    expect(templateText(subscription.Endpoint)).toBe(`<${queue}.Arn>`);
    const [, properties] = resourceNamed('AWS::SQS::Queue', 'QueueName', 'tactful-dev-inbound');
    expect(templateText((properties.RedrivePolicy as { deadLetterTargetArn: unknown }).deadLetterTargetArn)).toBe(
      `<${dead}.Arn>`,
    );
  });

  it('the function and those that send and operate know where they come in', () => {
    const variablesOf = (name: string) => {
      const [, { Environment }] = resourceNamed('AWS::Lambda::Function', 'FunctionName', `tactful-dev-${name}`);
      return (Environment as { Variables: Record<string, unknown> }).Variables;
    };
    expect(variablesOf('inbound')).toMatchObject({ REPLY_DOMAIN: 'reply.acme.com', MAIL_BUCKET: { Ref: bucket } });
    expect(variablesOf('deliver').REPLY_DOMAIN).toBe('reply.acme.com');
    expect(variablesOf('operate').INBOUND_DEAD_LETTERS_URL).toEqual({ Ref: dead });
  });

  it('a person finds the record that leads them here', () => {
    const { Outputs = {} } = main.json as { Outputs?: Record<string, { Value: unknown }> };
    expect(templateText(Outputs.InboundMx?.Value)).toBe('reply.acme.com MX 10 inbound-smtp.<Region>.amazonaws.com');
  });

  it('a set of rules that is active already gets the rule, and none is made', () => {
    const shared = synth({ inboundDomain: 'reply.acme.com', inboundRuleSet: 'company' }).main;
    expect(shared.of('AWS::SES::ReceiptRuleSet')).toEqual([]);
    const [[, { Properties }] = ['', { Properties: {} }]] = shared.of('AWS::SES::ReceiptRule');
    expect(Properties).toMatchObject({ RuleSetName: 'company', Rule: { Name: 'tactful-dev' } });
    expect(JSON.stringify(shared.json)).toContain(':receipt-rule-set/company:receipt-rule/tactful-dev');
  });

  it('without a domain there is nothing of it', () => {
    const without = synth({ inboundDomain: undefined }).main;
    expect(without.of('AWS::SES::ReceiptRule')).toEqual([]);
    expect(without.of('AWS::Lambda::Function').map(([, { Properties }]) => Properties.FunctionName)).not.toContain(
      'tactful-dev-inbound',
    );
    expect(JSON.stringify(without.json)).not.toContain('REPLY_DOMAIN');
    expect(JSON.stringify(without.json)).not.toContain('reply#*');
  });
});

describe('settings of mails that come in', () => {
  const settings = { stage: 'dev', sender: 'hello@acme.example' };
  it.each([
    [{ inboundDomain: 'Reply' }, /inboundDomain is "Reply": give a name of yours that has no mailboxes/],
    [
      { inboundRuleSet: 'company' },
      /inboundRuleSet is "company", and nothing says where mails come in: give inboundDomain too/,
    ],
    [
      { inboundDomain: 'b.acme.example', mailFrom: 'b.acme.example' },
      /inboundDomain and mailFrom are both "b\.acme\.example", and each needs an MX record of its own/,
    ],
  ])('%j are refused', (more, message) => expect(() => settingsOf({ ...settings, ...more })).toThrow(message));
});

describe('workflows that ask for replies', () => {
  const traitsOf = (props: Partial<TactfulProps>) =>
    hearsReplies(settingsOf({ stage: 'production', sender: 'hello@acme.com', ...props }));

  it('are deployed to no stage that is kept and where none comes in', () => {
    const deploy = () => new Tactful(new App(), 'Tactful', { stage: 'production', sender: 'hello@acme.com' });
    expect(deploy).toThrow(WorkflowsInvalid);
    expect(deploy).toThrow(/replies: \[email\].*deploy it with inboundDomain/);
  });

  it('are deployed where they come in, and to a stage that is thrown away', () => {
    expect([traitsOf({}), traitsOf({ inboundDomain: 'reply.acme.com' }), traitsOf({ stage: 'dev' })]).toEqual([
      false,
      true,
      true,
    ]);
  });

  it('are published there by the console under the same rule', () => {
    const repliesOf = (context: Record<string, unknown>) =>
      synth(context)
        .main.of('AWS::Lambda::Function')
        .filter(([, { Properties }]) => String(Properties.FunctionName).endsWith('-publish'))
        .map(([, { Properties }]) => Properties.Environment.Variables.REPLIES);
    expect(repliesOf({ stage: 'production' })).toEqual(['on']);
    expect(repliesOf({ stage: 'production', inboundDomain: undefined })).toEqual(['off']);
  });
});

import { describe, expect, it } from 'vitest';
import { type Statement, templateText } from './support/arns.ts';
import { synth } from './support/synth.ts';

const { main } = synth();
const tablesOf = (resources: typeof main) => resources.of('AWS::DynamoDB::Table');

describe('tables', () => {
  it('take what comes, can be set back to any moment, and are encrypted', () => {
    for (const [, { Properties }] of tablesOf(main)) {
      expect(Properties).toMatchObject({
        BillingMode: 'PAY_PER_REQUEST',
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
        SSESpecification: { SSEEnabled: true },
      });
    }
  });

  it('customers have a stream of their new images, records and the audit log forget by ttl', () => {
    const [customers, records, audit] = tablesOf(main).map(([, { Properties }]) => Properties);
    expect(customers).toMatchObject({
      StreamSpecification: { StreamViewType: 'NEW_IMAGE' },
      KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
    });
    expect(records).toMatchObject({
      TimeToLiveSpecification: { AttributeName: 'ttl', Enabled: true },
      KeySchema: [{ AttributeName: 'pk' }, { AttributeName: 'sk' }],
    });
    expect(audit).toMatchObject({ TimeToLiveSpecification: { AttributeName: 'ttl', Enabled: true } });
    expect(audit?.StreamSpecification).toBeUndefined();
  });

  it.each([
    ['dev', false, 'Delete'],
    ['e2e', false, 'Delete'],
    ['production', true, 'RetainExceptOnCreate'],
    ['live', true, 'RetainExceptOnCreate'],
  ])('on the stage %s deletion protection is %s, and their policy is %s', (stage, isProtected, policy) => {
    for (const [, table] of tablesOf(synth({ stage }).main)) {
      expect(table.Properties.DeletionProtectionEnabled).toBe(isProtected);
      expect(table.DeletionPolicy).toBe(policy);
    }
  });

  it('what a stage that is kept must not lose stays when it is removed, and goes with a first deploy that failed', () => {
    const { all } = synth({ stage: 'production' }).main;
    const lasting = Object.values(all).filter(({ Type }) =>
      ['AWS::Cognito::UserPool', 'AWS::DynamoDB::Table', 'AWS::SecretsManager::Secret', 'AWS::S3::Bucket'].includes(
        Type,
      ),
    );
    expect(lasting).toHaveLength(9);
    for (const { DeletionPolicy, UpdateReplacePolicy } of lasting) {
      expect({ DeletionPolicy, UpdateReplacePolicy }).toEqual({
        DeletionPolicy: 'RetainExceptOnCreate',
        UpdateReplacePolicy: 'Retain',
      });
    }
    const others = Object.values(all).filter((one) => !lasting.includes(one));
    expect(others.filter(({ DeletionPolicy = 'Delete' }) => DeletionPolicy !== 'Delete')).toEqual([]);
  });
});

describe('buckets', () => {
  it.each([
    ['dev', 'Delete'],
    ['production', 'RetainExceptOnCreate'],
  ])('of the stage %s are all cleared as it is removed, if they go with it (%s)', (stage, policy) => {
    const { main: whole } = synth({ stage });
    const buckets = whole.of('AWS::S3::Bucket');
    expect(new Set(buckets.map(([, { DeletionPolicy }]) => DeletionPolicy))).toEqual(new Set([policy]));
    const going = policy === 'Delete' ? buckets.map(([id]) => id) : [];
    const [, publish] = whole
      .of('AWS::Lambda::Function')
      .find(([, { Properties }]) => Properties.FunctionName === `tactful-${stage}-publish`)!;
    const cleared = templateText(publish.Properties.Environment.Variables.CLEARED_BUCKETS).split(',').filter(Boolean);
    expect(cleared.toSorted()).toEqual(going.map((id) => `<${id}>`).toSorted());
    const role = publish.Properties.Role['Fn::GetAtt'][0];
    const statements = whole
      .of('AWS::IAM::Policy')
      .filter(([, { Properties }]) => Properties.Roles.map(templateText).includes(`<${role}>`))
      .flatMap(([, { Properties }]) => Properties.PolicyDocument.Statement as Statement[]);
    const resourcesOf = (action: string) =>
      statements
        .filter(({ Action }) => [Action].flat().includes(action))
        .flatMap(({ Resource }) => [Resource].flat().map(templateText));
    for (const id of going) {
      expect(resourcesOf('s3:DeleteObjectVersion')).toContain(`<${id}.Arn>/*`);
      expect(resourcesOf('s3:ListBucketVersions')).toContain(`<${id}.Arn>`);
    }
  });
});

describe('queues', () => {
  const queues = main.of('AWS::SQS::Queue');

  it('refuse what is not encrypted on its way, and are encrypted at rest', () => {
    const policies = main.of('AWS::SQS::QueuePolicy').map(([, { Properties }]) => JSON.stringify(Properties));
    for (const [id, { Properties }] of queues) {
      expect(Properties.SqsManagedSseEnabled).toBe(true);
      const own = policies.filter((policy) => policy.includes(`"Ref":"${id}"`)).join();
      expect(own).toContain('"aws:SecureTransport":"false"');
    }
  });

  it('that events come by has dead letters; all are kept for two weeks', () => {
    const withDeadLetters = queues.filter(([, { Properties }]) => Properties.RedrivePolicy !== undefined);
    expect(withDeadLetters.map(([, { Properties }]) => Properties.QueueName)).toEqual([
      'tactful-dev-broadcasts',
      'tactful-dev-intake',
      'tactful-dev-inbound',
    ]);
    expect(new Set(queues.map(([, { Properties }]) => Properties.MessageRetentionPeriod))).toEqual(
      new Set([1_209_600]),
    );
  });
});

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { rulesBrokenWith, synth, workflows } from './support/synth.ts';

const KEY = 'arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';
const settings = {
  tags: 'team=growth,cost-centre=7',
  permissionsBoundary: 'acme-boundary',
  encryptionKey: KEY,
  logDays: '365',
  archiveDays: '7',
  auditDays: '365',
};
const { main, operations } = synth(settings);
const resources = [...Object.values(main.all), ...Object.values(operations.all)];

describe("what a company's own rules ask for", () => {
  it('tags are on everything that takes tags, beside the stage', () => {
    const tagged = resources.filter(({ Properties = {} }) => Array.isArray(Properties.Tags));
    expect(tagged.length).toBeGreaterThan(30);
    for (const { Properties } of tagged) {
      expect(Properties.Tags).toEqual(
        expect.arrayContaining([
          { Key: 'cost-centre', Value: '7' },
          { Key: 'tactful:stage', Value: 'dev' },
          { Key: 'team', Value: 'growth' },
        ]),
      );
    }
  });

  it.each([
    ['acme-boundary', ':policy/acme-boundary'],
    ['arn:aws:iam::111122223333:policy/acme', 'arn:aws:iam::111122223333:policy/acme'],
  ])('no role goes beyond the boundary %s', (permissionsBoundary, arn) => {
    const roles = synth({ ...settings, permissionsBoundary }).main.of('AWS::IAM::Role');
    expect(roles.length).toBeGreaterThan(8);
    for (const [, { Properties }] of roles) expect(JSON.stringify(Properties.PermissionsBoundary)).toContain(arn);
  });

  it('tables, bucket, secrets and what people wrote by text are under the key of the company, and each function may use that and no other', () => {
    const under = (type: string, key: (properties: Record<string, never>) => unknown) =>
      main.of(type).map(([, { Properties }]) => key(Properties as Record<string, never>));
    expect(under('AWS::DynamoDB::Table', ({ SSESpecification }) => SSESpecification)).toEqual(
      Array.from({ length: 3 }, () => ({ SSEEnabled: true, SSEType: 'KMS', KMSMasterKeyId: KEY })),
    );
    expect(JSON.stringify(under('AWS::S3::Bucket', ({ BucketEncryption }) => BucketEncryption))).toContain(KEY);
    expect(under('AWS::SNS::Topic', ({ KmsMasterKeyId }) => KmsMasterKeyId)).toEqual([KEY, KEY]);
    expect(under('AWS::SecretsManager::Secret', ({ KmsKeyId }) => KmsKeyId)).toEqual([KEY, KEY]);
    const policies = main
      .of('AWS::IAM::Policy')
      .map(([, { Properties }]) => JSON.stringify(Properties.PolicyDocument.Statement));
    expect(
      policies.filter((statements) => statements.includes('"kms:Decrypt"') && statements.includes(KEY)),
    ).toHaveLength(main.of('AWS::Lambda::Function').length);
    expect(synth().main.of('AWS::DynamoDB::Table')[0]?.[1].Properties.SSESpecification).toEqual({ SSEEnabled: true });
  });

  it('who puts what on topics of ours, and into the bucket of mails, may use the key, by statements that are documented', () => {
    const doc = readFileSync('docs/deploy.md', 'utf8');
    const documented = ['key-policy', 'key-policy-mail'].map((name) => {
      const [, json = ''] = new RegExp(`\`\`\`json ${name}\\n([\\s\\S]*?)\`\`\``).exec(doc) ?? [];
      return JSON.parse(json);
    });
    const allowed = ['AWS::SNS::TopicPolicy', 'AWS::S3::BucketPolicy']
      .flatMap((type) => main.of(type))
      .flatMap(([, { Properties }]) => Properties.PolicyDocument.Statement)
      .filter(({ Effect }: { Effect: string }) => Effect === 'Allow');
    const services = allowed.map(({ Principal }) => JSON.stringify(Principal));
    expect(new Set(services)).toEqual(new Set(documented.map(({ Principal }) => JSON.stringify(Principal))));
    for (const { Action, Condition } of documented) {
      expect(Action).toEqual(['kms:GenerateDataKey*', 'kms:Decrypt']);
      expect(Object.keys(Condition.StringEquals)).toEqual(['aws:SourceAccount']);
    }
    for (const { Condition } of allowed) expect(Object.keys(Condition.StringEquals)).toContain('aws:SourceAccount');
  });

  it('logs and the archive are kept for as long as it says', () => {
    const days = main.of('AWS::Logs::LogGroup').map(([, { Properties }]) => Properties.RetentionInDays);
    expect(new Set(days)).toEqual(new Set([365]));
    expect(operations.of('AWS::Events::Archive')[0]?.[1].Properties.RetentionDays).toBe(7);
  });

  it('relay, which alone writes timelines, knows for how long', () => {
    const daysOf = (context: Record<string, unknown>) =>
      synth(context)
        .main.of('AWS::Lambda::Function')
        .flatMap(([, { Properties }]) =>
          Properties.Environment.Variables.TIMELINE_DAYS === undefined
            ? []
            : [[Properties.FunctionName, Properties.Environment.Variables.TIMELINE_DAYS]],
        );
    expect(daysOf({ timelineDays: '730' })).toEqual([['tactful-dev-relay', '730']]);
    expect(daysOf({})).toEqual([]);
  });

  it('whoever writes the audit log knows for how long it is kept', () => {
    const days = main
      .of('AWS::Lambda::Function')
      .flatMap(([, { Properties }]) => Properties.Environment.Variables.AUDIT_DAYS ?? []);
    expect(new Set(days)).toEqual(new Set(['365']));
  });

  it('leaves cdk-nag nothing to find', () => {
    expect(rulesBrokenWith(settings)).toEqual([]);
  });
});

describe('who may speak for a system', () => {
  it('is said in the documented policy of the bus by source and by types that there are', () => {
    const doc = readFileSync('docs/deploy.md', 'utf8');
    const [, json = ''] = /```json bus-policy\n([\s\S]*?)```/.exec(doc) ?? [];
    const [{ Action, Condition }] = JSON.parse(json).Statement;
    expect(Action).toBe('events:PutEvents');
    expect(Condition.StringEquals['events:source']).not.toMatch(/^(tactful|aws\.)/);
    for (const type of Condition.StringEquals['events:detail-type']) {
      expect(Object.keys(workflows.catalogue.events)).toContain(type);
    }
  });

  it('an event of another account is kept in the archive as any other', () => {
    const [archive] = synth().operations.of('AWS::Events::Archive');
    expect(archive?.[1].Properties.EventPattern).toEqual({ source: [{ prefix: '' }] });
  });
});

describe('the dashboard', () => {
  it('has a line for each machine of the stage, by its whole name, and searches for nothing', () => {
    const [[, dashboard]] = operations.of('AWS::CloudWatch::Dashboard') as [[string, (typeof resources)[number]]];
    const body = JSON.stringify(dashboard.Properties.DashboardBody);
    expect(body).not.toContain('SEARCH(');
    for (const journey of Object.keys(workflows.machines)) {
      for (const name of ['ExecutionsStarted', 'ExecutionsFailed', 'ExecutionsTimedOut']) {
        const line = new RegExp(`${name}[^\\]]*StateMachineArn[^\\]]*stateMachine:tactful-dev__${journey}`);
        expect(body.replaceAll(/\\+"/g, '"')).toMatch(line);
      }
    }
  });
});

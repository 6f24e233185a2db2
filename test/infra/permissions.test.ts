import { describe, expect, it } from 'vitest';
import { type Resource, synth } from './support/synth.ts';

const { main } = synth({ inbox: 'on' });

interface Statement {
  Action: string | string[];
  Effect: string;
  Resource?: unknown;
  NotResource?: unknown;
  Condition?: Record<string, Record<string, unknown>>;
}

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value]);
const listOf = (value: string | string[]): string[] => (Array.isArray(value) ? value : [value]);

const roleOf = (name: string): string => {
  const named = main
    .of('AWS::Lambda::Function')
    .filter(([, fn]) => fn.Properties.FunctionName === `tactful-dev-${name}`);
  return named.map(([, { Properties }]) => Properties.Role['Fn::GetAtt'][0] as string).join();
};

const statementsOf = (role: string): Statement[] => {
  const attached = main
    .of('AWS::IAM::Policy')
    .filter(([, { Properties }]) => (Properties.Roles as { Ref: string }[]).some(({ Ref }) => Ref === role))
    .flatMap(([, { Properties }]) => Properties.PolicyDocument.Statement as Statement[]);
  const inline = (main.all[role]?.Properties.Policies ?? []) as { PolicyDocument: { Statement: Statement[] } }[];
  return [...attached, ...inline.flatMap(({ PolicyDocument }) => PolicyDocument.Statement)];
};

/** By which CloudFormation keeps the machines. */
const keeperOf = (): string =>
  main
    .of('AWS::IAM::Role')
    .map(([id]) => id)
    .find((id) => id.startsWith('PublishMachinesRole')) ?? '';

const COMMON = ['logs:CreateLogStream', 'logs:PutLogEvents', 'xray:PutTelemetryRecords', 'xray:PutTraceSegments'];
const FROM_QUEUE = [
  'sqs:ChangeMessageVisibility',
  'sqs:DeleteMessage',
  'sqs:GetQueueAttributes',
  'sqs:GetQueueUrl',
  'sqs:ReceiveMessage',
];
const FROM_STREAM = [
  'dynamodb:DescribeStream',
  'dynamodb:GetRecords',
  'dynamodb:GetShardIterator',
  'dynamodb:ListStreams',
];

const MAY: Record<string, string[]> = {
  intake: [
    ...FROM_QUEUE,
    'dynamodb:GetItem',
    'dynamodb:PutItem',
    'dynamodb:Query',
    'dynamodb:UpdateItem',
    's3:GetObject',
    'secretsmanager:GetSecretValue',
    'sqs:SendMessage',
  ],
  capacity: ['dynamodb:Query', 's3:GetObject', 'sqs:SendMessage'],
  broadcast: [
    ...FROM_QUEUE,
    'dynamodb:DescribeTable',
    'dynamodb:GetItem',
    'dynamodb:PutItem',
    'dynamodb:Query',
    'dynamodb:Scan',
    'dynamodb:UpdateItem',
    's3:GetObject',
    'sqs:SendMessage',
  ],
  deliver: [
    'dynamodb:BatchGetItem',
    'dynamodb:GetItem',
    'dynamodb:PutItem',
    'dynamodb:Query',
    'dynamodb:UpdateItem',
    's3:GetObject',
    'secretsmanager:GetSecretValue',
    'ses:GetAccount',
    'ses:SendEmail',
    'sms-voice:SendTextMessage',
  ],
  advance: ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query', 'dynamodb:UpdateItem', 's3:GetObject'],
  relay: [
    ...FROM_STREAM,
    'dynamodb:BatchWriteItem',
    'dynamodb:GetItem',
    'dynamodb:PutItem',
    'dynamodb:UpdateItem',
    'events:PutEvents',
    's3:ListBucket',
    's3:PutObject',
    'secretsmanager:GetSecretValue',
    'sqs:SendMessage',
  ],
  census: [
    ...FROM_STREAM,
    'dynamodb:BatchWriteItem',
    'dynamodb:DeleteItem',
    'dynamodb:GetItem',
    'dynamodb:PutItem',
    'dynamodb:UpdateItem',
  ],
  effects: [
    ...FROM_QUEUE,
    'dynamodb:BatchWriteItem',
    'dynamodb:DeleteItem',
    'dynamodb:GetItem',
    'dynamodb:Query',
    'dynamodb:Scan',
    'iam:PassRole',
    's3:GetObject',
    'scheduler:CreateSchedule',
    'scheduler:DeleteSchedule',
    'scheduler:ListSchedules',
    'sqs:SendMessage',
    'states:StartExecution',
  ],
  preferences: [
    'dynamodb:BatchGetItem',
    'dynamodb:GetItem',
    'dynamodb:Query',
    'events:PutEvents',
    's3:GetObject',
    'secretsmanager:GetSecretValue',
  ],
  inbox: [
    'dynamodb:GetItem',
    'dynamodb:PutItem',
    'dynamodb:Query',
    'dynamodb:UpdateItem',
    'events:PutEvents',
    'secretsmanager:GetSecretValue',
  ],
  inbound: [
    ...FROM_QUEUE,
    'dynamodb:GetItem',
    's3:DeleteObject',
    's3:GetObject',
    's3:ListBucket',
    'secretsmanager:GetSecretValue',
    'sqs:SendMessage',
  ],
  operate: [
    'dynamodb:DeleteItem',
    'dynamodb:GetItem',
    'dynamodb:PutItem',
    'dynamodb:Query',
    'dynamodb:UpdateItem',
    'lambda:InvokeFunction',
    's3:DeleteObject',
    's3:GetObject',
    's3:ListBucket',
    'secretsmanager:GetSecretValue',
    'secretsmanager:PutSecretValue',
    'sqs:ChangeMessageVisibility',
    'sqs:DeleteMessage',
    'sqs:GetQueueAttributes',
    'sqs:ReceiveMessage',
    'sqs:SendMessage',
  ],
  api: [
    'cognito-idp:AdminAddUserToGroup',
    'cognito-idp:AdminCreateUser',
    'cognito-idp:AdminDisableUser',
    'cognito-idp:AdminEnableUser',
    'cognito-idp:AdminGetUser',
    'cognito-idp:AdminListGroupsForUser',
    'cognito-idp:AdminRemoveUserFromGroup',
    'cognito-idp:AdminUserGlobalSignOut',
    'cognito-idp:ListUsers',
    'dynamodb:BatchGetItem',
    'dynamodb:DeleteItem',
    'dynamodb:GetItem',
    'dynamodb:PutItem',
    'dynamodb:Query',
    'events:PutEvents',
    'lambda:InvokeFunction',
    's3:DeleteObject',
    's3:GetObject',
    's3:ListBucket',
    's3:PutObject',
    'secretsmanager:GetSecretValue',
    'ses:SendEmail',
  ],
  'operate-read': [
    'dynamodb:GetItem',
    'dynamodb:PutItem',
    'dynamodb:Query',
    's3:GetObject',
    'secretsmanager:GetSecretValue',
  ],
  'operate-erase': [
    'dynamodb:GetItem',
    'dynamodb:PutItem',
    'dynamodb:Query',
    'dynamodb:UpdateItem',
    's3:GetObject',
    'secretsmanager:GetSecretValue',
  ],
  publish: [
    'cloudformation:CreateChangeSet',
    'cloudformation:DeleteChangeSet',
    'cloudformation:DeleteStack',
    'cloudformation:DescribeChangeSet',
    'cloudformation:DescribeStackEvents',
    'cloudformation:DescribeStacks',
    'cloudformation:ExecuteChangeSet',
    'dynamodb:PutItem',
    'iam:PassRole',
    's3:DeleteObject',
    's3:DeleteObjectVersion',
    's3:GetObject',
    's3:ListBucket',
    's3:ListBucketVersions',
    's3:PutObject',
    'secretsmanager:GetSecretValue',
  ],
};

describe('permissions', () => {
  it.each(Object.entries(MAY))('%s may do what it does, and nothing else', (name, actions) => {
    const found = statementsOf(roleOf(name)).flatMap(({ Action }) => listOf(Action));
    expect([...new Set(found)].sort()).toEqual([...COMMON, ...actions].sort());
  });

  it('no function has a managed policy', () => {
    const roles = main.of('AWS::IAM::Role').map(([, { Properties }]) => Properties.ManagedPolicyArns);
    expect(roles.filter((arns) => arns !== undefined)).toEqual([]);
  });

  it('what may be done with everything are the actions that know no resource', () => {
    const all = main.of('AWS::IAM::Role').flatMap(([role]) => statementsOf(role));
    const actions = all.filter(({ Resource }) => list(Resource).includes('*')).flatMap(({ Action }) => listOf(Action));
    expect([...new Set(actions)].filter((action) => !/^(xray|logs):/.test(action)).toSorted()).toEqual([
      'dynamodb:ListStreams',
      'scheduler:ListSchedules',
      'ses:GetAccount',
    ]);
  });

  it('the audit log is added to by what people ask, and nobody may change or remove a line of it', () => {
    const [[audit]] = main
      .of('AWS::DynamoDB::Table')
      .filter(([, { Properties }]) => Properties.TableName === 'tactful-dev-audit') as [[string, Resource]];
    const nameOf = (role: string) => Object.keys(MAY).find((name) => roleOf(name) === role);
    const rights = main.of('AWS::IAM::Role').flatMap(([role]) =>
      statementsOf(role)
        .filter(({ Resource }) => JSON.stringify(Resource ?? '').includes(`"${audit}"`))
        .map(({ Action }) => [nameOf(role), ...listOf(Action)]),
    );
    expect(rights.toSorted()).toEqual([
      ['api', 'dynamodb:PutItem', 'dynamodb:Query'],
      ['operate', 'dynamodb:PutItem'],
      ['operate-erase', 'dynamodb:PutItem'],
      ['operate-read', 'dynamodb:PutItem'],
      ['publish', 'dynamodb:PutItem'],
    ]);
  });

  it('no statement allows an action by wildcard', () => {
    const all = main.of('AWS::IAM::Role').flatMap(([role]) => statementsOf(role));
    expect(all.flatMap(({ Action }) => listOf(Action)).filter((action) => action.includes('*'))).toEqual([]);
  });

  it('records are for each function those of its own kinds', () => {
    const kindsOf = (name: string) =>
      statementsOf(roleOf(name)).flatMap(({ Condition }) =>
        list(Condition?.['ForAllValues:StringLike']?.['dynamodb:LeadingKeys'] ?? []).flat(),
      );
    const names = Object.keys(MAY);
    expect(Object.fromEntries(names.map((name) => [name, [...new Set(kindsOf(name))].toSorted()]))).toEqual({
      intake: ['broadcast#*', 'budget#*', 'correspondent#*', 'count#*', 'flag#*', 'past#*'],
      deliver: ['address#*', 'budget#*', 'correspondent#*', 'flag#*', 'inbox#*', 'link#*', 'pace#*', 'reply#*'],
      capacity: ['crowd#*', 'queue#*'],
      broadcast: ['broadcast#*', 'crowd#*', 'theme#*'],
      inbound: ['reply#*'],
      advance: ['budget#*', 'flag#*'],
      relay: ['address#*', 'budget#*', 'customer#*', 'task#*'],
      census: [
        ...['census#*', 'count#*', 'crowd#*', 'directory#*', 'people#*', 'queue#*', 'resting#*', 'theme#*'],
        'upcoming#*',
      ],
      effects: ['crowd#*', 'customer#*', 'directory#*', 'flag#*', 'inbox#*', 'note#*', 'past#*', 'queue#*', 'task#*'],
      inbox: ['inbox#*', 'nonce#*'],
      preferences: ['budget#*', 'customer#*', 'inbox#*', 'link#*', 'note#*', 'past#*'],
      api: [
        'broadcast#*',
        'budget#*',
        'count#*',
        'crowd#*',
        'customer#*',
        'directory#*',
        'flag#*',
        'inbox#*',
        'note#*',
        'past#*',
        'people#*',
        'queue#*',
        'resting#*',
        'task#*',
        'upcoming#*',
      ],
      operate: ['broadcast#*', 'flag#*'],
      'operate-read': ['count#*', 'customer#*', 'flag#*', 'inbox#*', 'note#*', 'past#*'],
      'operate-erase': ['customer#*', 'flag#*', 'inbox#*', 'note#*', 'past#*'],
      publish: [],
    });
  });

  it.each([
    ['relay', 'a commit and the work in it', 'BatchWriteItem', ['customer#c-1', 'task#2026-11-28']],
    [
      'effects',
      'what an erasure removes',
      'BatchWriteItem',
      ['customer#c-1', 'task#2026-11-28', 'queue#over', 'crowd#f-1'],
    ],
    ['effects', 'by what somebody is found', 'BatchWriteItem', ['directory#email', 'directory#of']],
    ['census', 'work in its lists', 'BatchWriteItem', ['queue#open', 'crowd#f-1']],
    ['census', 'a mark, in a transaction with counts', 'PutItem', ['census#s-1', 'count#renewal', 'resting#renewal']],
    ['census', 'counts, in a transaction', 'UpdateItem', ['census#s-1', 'count#renewal', 'upcoming#1', 'crowd#f-1']],
  ])('%s may write %s in one request: one statement allows all keys of it', (name, _, action, keys) => {
    const isFor = (pattern: unknown, key: string) => key.startsWith(String(pattern).replace(/\*$/, ''));
    const allowing = statementsOf(roleOf(name)).filter(({ Action, Condition }) => {
      const patterns = list(Condition?.['ForAllValues:StringLike']?.['dynamodb:LeadingKeys'] ?? []).flat();
      return (
        listOf(Action).includes(`dynamodb:${action}`) && keys.every((key) => patterns.some((one) => isFor(one, key)))
      );
    });
    expect(allowing).toHaveLength(1);
  });

  it('only effects has a right on machines and schedules, but for who keeps the stack of machines, and only on those of its stage', () => {
    const rights = main
      .of('AWS::IAM::Role')
      .flatMap(([role]) => statementsOf(role).map((statement) => ({ role, statement })))
      .filter(({ statement }) => listOf(statement.Action).some((action) => /^(states|scheduler|iam):/.test(action)));
    const kept = rights.map(({ role }) => role).filter((role) => role !== roleOf('effects'));
    expect(new Set(kept)).toEqual(new Set([roleOf('publish'), keeperOf()]));
    const on = (action: string) =>
      JSON.stringify(rights.find(({ statement }) => listOf(statement.Action).includes(action))?.statement.Resource);
    expect(on('states:StartExecution')).toContain(':stateMachine:tactful-dev__*');
    expect(on('scheduler:CreateSchedule')).toContain(':schedule/tactful-dev/*');
    expect(on('scheduler:DeleteSchedule')).toContain(':schedule/tactful-dev/*');
    // Of AWS's actions on schedules the one that knows no resource: a right on the group alone is refused.
    expect(on('scheduler:ListSchedules')).toBe('"*"');
  });

  it('publish may pass one role on, to CloudFormation alone, and change one stack; of its own it may see what is done to it', () => {
    const own = statementsOf(roleOf('publish'));
    const passes = own.filter(({ Action }) => listOf(Action).includes('iam:PassRole'));
    expect(passes).toHaveLength(1);
    expect(passes[0]?.Resource).toEqual({ 'Fn::GetAtt': [keeperOf(), 'Arn'] });
    expect(passes[0]?.Condition).toEqual({ StringEquals: { 'iam:PassedToService': 'cloudformation.amazonaws.com' } });
    const stacks = own.filter(({ Action }) => listOf(Action).some((action) => action.startsWith('cloudformation:')));
    const [others, [itself]] = [stacks.slice(0, -1), stacks.slice(-1)];
    for (const { Resource } of others) expect(JSON.stringify(Resource)).toContain(':stack/tactful-dev-machines/*"');
    expect(others).toHaveLength(1);
    expect(itself).toMatchObject({ Action: 'cloudformation:DescribeStackEvents', Resource: { Ref: 'AWS::StackId' } });
  });

  it('that role is for CloudFormation, keeps the machines of the stage and passes theirs on to Step Functions, and no more', () => {
    const keeper = keeperOf();
    const [trust] = main.all[keeper]!.Properties.AssumeRolePolicyDocument.Statement;
    expect(trust.Principal).toEqual({ Service: 'cloudformation.amazonaws.com' });
    expect(trust.Condition).toEqual({ StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } });
    const reach = statementsOf(keeper).flatMap(({ Action, Resource, Condition }) =>
      listOf(Action).map((action) => [action, JSON.stringify(Resource), Condition]),
    );
    for (const [action, resource] of reach.filter(([name]) => String(name).startsWith('states:')))
      expect([action, resource]).toEqual([action, expect.stringContaining(':stateMachine:tactful-dev__*"')]);
    const others = reach.filter(([name]) => !String(name).startsWith('states:'));
    const passed = { StringEquals: { 'iam:PassedToService': 'states.amazonaws.com' } };
    expect(others).toEqual([
      ['iam:PassRole', expect.stringContaining('JourneysRole'), passed],
      ['s3:GetObject', expect.stringContaining('/machines/*'), undefined],
    ]);
  });

  it('what is published is read by itself: no function but publish and the console reads another object of that bucket', () => {
    const [[bucket]] = main.of('AWS::S3::Bucket').filter(([id]) => id.startsWith('Published')) as [[string, Resource]];
    for (const name of Object.keys(MAY).filter((each) => !['publish', 'api'].includes(each))) {
      const reads = statementsOf(roleOf(name)).filter(({ Resource }) =>
        JSON.stringify(Resource ?? '').includes(bucket),
      );
      for (const { Action, Resource } of reads) {
        expect([Action, JSON.stringify(Resource)]).toEqual([
          's3:GetObject',
          expect.stringContaining('/published.json"'),
        ]);
      }
    }
  });

  it('deliver and advance, which machines call, have no right on machines, schedules or queues', () => {
    for (const name of ['deliver', 'advance']) {
      const actions = statementsOf(roleOf(name)).flatMap(({ Action }) => listOf(Action));
      expect(actions.filter((action) => /^(states|scheduler|sqs|iam):/.test(action))).toEqual([]);
    }
  });

  it("effects may pass one role on, to EventBridge Scheduler alone, and that role may only put timers on the stage's queue", () => {
    const [pass] = statementsOf(roleOf('effects')).filter(({ Action }) => listOf(Action).includes('iam:PassRole'));
    expect(pass?.Condition).toEqual({ StringEquals: { 'iam:PassedToService': 'scheduler.amazonaws.com' } });
    const [role] = (pass!.Resource as { 'Fn::GetAtt': [string, string] })['Fn::GetAtt'];
    const [only, ...others] = statementsOf(role);
    expect(others).toEqual([]);
    expect(only).toMatchObject({ Action: 'sqs:SendMessage', Effect: 'Allow' });
    const [queue] = (only!.Resource as { 'Fn::GetAtt': [string, string] })['Fn::GetAtt'];
    expect(main.all[queue]?.Properties.QueueName).toBe('tactful-dev-due');
    const [trust] = main.all[role]!.Properties.AssumeRolePolicyDocument.Statement;
    expect(trust.Principal).toEqual({ Service: 'scheduler.amazonaws.com' });
    expect(trust.Condition.StringEquals['aws:SourceAccount']).toEqual({ Ref: 'AWS::AccountId' });
    expect(JSON.stringify(trust.Condition.StringEquals['aws:SourceArn'])).toContain(':schedule-group/tactful-dev"');
  });

  it('machines may call deliver and advance, and no other function', () => {
    const [role] = main.of('AWS::IAM::Role').find(([id]) => id.startsWith('JourneysRole')) as [string, Resource];
    const invoke = statementsOf(role).filter(({ Action }) => listOf(Action).includes('lambda:InvokeFunction'));
    const called = invoke.flatMap(({ Resource }) => list(Resource)) as { 'Fn::GetAtt': [string, string] }[];
    const nameOf = (id: string) => main.all[id]?.Properties.FunctionName as string;
    expect(called.map((arn) => nameOf(arn['Fn::GetAtt'][0])).sort()).toEqual([
      'tactful-dev-advance',
      'tactful-dev-deliver',
    ]);
  });

  it.each(['dev', 'production'])('machines are published with what they may call, on the stage %s', (stage) => {
    const { all, of } = synth({ stage }).main;
    const [, fn] = of('AWS::Lambda::Function').find(
      ([, { Properties }]) => Properties.FunctionName === `tactful-${stage}-publish`,
    ) as [string, Resource];
    const { DELIVER_FUNCTION, ADVANCE_FUNCTION } = fn.Properties.Environment.Variables;
    const role = Object.entries(all).find(
      ([id, { Type }]) => Type === 'AWS::IAM::Role' && id.startsWith('JourneysRole'),
    );
    const policies = role?.[1].Properties.Policies as { PolicyDocument: { Statement: Statement[] } }[];
    const [invoke] = policies
      .flatMap(({ PolicyDocument }) => PolicyDocument.Statement)
      .filter(({ Action }) => listOf(Action).includes('lambda:InvokeFunction'));
    expect(list(invoke?.Resource)).toEqual([ADVANCE_FUNCTION, DELIVER_FUNCTION]);
  });

  it('an operator may call relay and intake, and no other function', () => {
    const invoke = statementsOf(roleOf('operate')).filter(({ Action }) =>
      listOf(Action).includes('lambda:InvokeFunction'),
    );
    const called = invoke.flatMap(({ Resource }) => list(Resource)) as { 'Fn::GetAtt': [string, string] }[];
    expect(invoke).toHaveLength(1);
    expect(called.map((arn) => main.all[arn['Fn::GetAtt'][0]]?.Properties.FunctionName).toSorted()).toEqual([
      'tactful-dev-intake',
      'tactful-dev-relay',
    ]);
  });

  it('texts come from what was named, and else from what the account has', () => {
    const from = (smsFrom?: string) => {
      const { main } = synth(smsFrom === undefined ? {} : { smsFrom });
      const statements = main
        .of('AWS::IAM::Policy')
        .flatMap(([, { Properties }]) => Properties.PolicyDocument.Statement as Statement[]);
      const [send, ...others] = statements.filter(({ Action }) => listOf(Action).includes('sms-voice:SendTextMessage'));
      expect(others).toEqual([]);
      return list(send?.Resource).map((arn) => /:sms-voice:.*:([^:"]+)"/.exec(JSON.stringify(arn))?.[1]);
    };
    const set = 'configuration-set/tactful-dev';
    expect(from()).toEqual([set, 'phone-number/*', 'pool/*', 'sender-id/*']);
    expect(from('pool-0123456789abcdef')).toEqual([set, 'pool/pool-0123456789abcdef']);
    expect(from('phone-0123456789abcdef')).toEqual([set, 'phone-number/phone-0123456789abcdef']);
    expect(from('Acme')).toEqual([set, 'sender-id/Acme/*']);
  });
});

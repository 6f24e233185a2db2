import { describe, expect, it } from 'vitest';
import { type Statement, shown } from './support/arns.ts';
import { type Resource, synth } from './support/synth.ts';

const { main, operations } = synth();
const links = {
  linkDomain: 'hello.acme.com',
  linkCertificate: 'arn:aws:acm:eu-west-1:111122223333:certificate/0a1b2c3d',
};
/** Settings that say nothing of each other, in one template. */
const chosen = synth({ busName: 'company', reservedConcurrency: 'on', maxSendRate: 14, ...links }).main;
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
    const cleared = shown(publish.Properties.Environment.Variables.CLEARED_BUCKETS).split(',').filter(Boolean);
    expect(cleared.toSorted()).toEqual(going.map((id) => `<${id}>`).toSorted());
    const role = publish.Properties.Role['Fn::GetAtt'][0];
    const statements = whole
      .of('AWS::IAM::Policy')
      .filter(([, { Properties }]) => Properties.Roles.map(shown).includes(`<${role}>`))
      .flatMap(([, { Properties }]) => Properties.PolicyDocument.Statement as Statement[]);
    const reached = (action: string) =>
      statements
        .filter(({ Action }) => [Action].flat().includes(action))
        .flatMap(({ Resource }) => [Resource].flat().map(shown));
    for (const id of going) {
      expect(reached('s3:DeleteObjectVersion')).toContain(`<${id}.Arn>/*`);
      expect(reached('s3:ListBucketVersions')).toContain(`<${id}.Arn>`);
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

describe('runs and timers', () => {
  const queueOf = (name: string) =>
    main.of('AWS::SQS::Queue').find(([, { Properties }]) => Properties.QueueName === `tactful-dev-${name}`)!;
  const [, fn] = main
    .of('AWS::Lambda::Function')
    .find(([, { Properties }]) => Properties.FunctionName === 'tactful-dev-effects')!;

  it.each(['due', 'later'])('messages of the queue %s stay until they are done, six time-outs apart', (name) => {
    const [, { Properties }] = queueOf(name);
    expect(Properties).toMatchObject({
      VisibilityTimeout: 6 * fn.Properties.Timeout,
      MessageRetentionPeriod: 1_209_600,
    });
    expect(Properties.RedrivePolicy).toBeUndefined();
  });

  it.each(['due', 'later'])('effects takes from the queue %s with workers of its own', (name) => {
    const [id] = queueOf(name);
    const [mapping] = main
      .of('AWS::Lambda::EventSourceMapping')
      .map(([, { Properties }]) => Properties)
      .filter(({ EventSourceArn }) => EventSourceArn['Fn::GetAtt'][0] === id);
    expect(mapping?.FunctionResponseTypes).toEqual(['ReportBatchItemFailures']);
    expect(mapping?.ScalingConfig.MaximumConcurrency).toBeGreaterThanOrEqual(10);
  });

  it('every six hours somebody looks for whom no timer reached, by a rule that alone may send there', () => {
    const [[rule, { Properties }]] = main
      .of('AWS::Events::Rule')
      .filter(([, { Properties }]) => Properties.ScheduleExpression !== undefined) as [[string, Resource]];
    const [later] = queueOf('later');
    expect(Properties.ScheduleExpression).toBe('rate(6 hours)');
    expect(Properties.Targets).toMatchObject([
      { Arn: { 'Fn::GetAtt': [later, 'Arn'] }, Input: '{"type":"sweep","format":1}' },
    ]);
    const policies = main.of('AWS::SQS::QueuePolicy').map(([, policy]) => policy.Properties);
    const own = policies.find(({ Queues }) => Queues[0].Ref === later);
    const allowed = own?.PolicyDocument.Statement.filter(({ Effect }: { Effect: string }) => Effect === 'Allow');
    expect(allowed).toHaveLength(1);
    expect(allowed[0].Condition.ArnEquals).toEqual({ 'aws:SourceArn': { 'Fn::GetAtt': [rule, 'Arn'] } });
  });

  it('what is tried in the console is forgotten within days, every version of it', () => {
    const rules = main
      .of('AWS::S3::Bucket')
      .flatMap(([, { Properties }]) => Properties.LifecycleConfiguration?.Rules ?? [])
      .filter(({ Prefix }: { Prefix?: string }) => Prefix === 'jobs/');
    expect(rules).toMatchObject([{ ExpirationInDays: 1, NoncurrentVersionExpiration: { NoncurrentDays: 1 } }]);
  });

  it('schedules lie in a group of the stage, which goes with it', () => {
    const [[, group]] = main.of('AWS::Scheduler::ScheduleGroup') as [[string, Resource]];
    expect(group.Properties.Name).toBe('tactful-dev');
    expect(group.DeletionPolicy).toBe('Delete');
  });

  it('every function that decides knows where what is published lies, and who publishes it', () => {
    const numbered = main
      .of('AWS::Lambda::Function')
      .map(([, { Properties }]) => Properties)
      .filter(({ Environment }) => Environment.Variables.WORKFLOWS_BUCKET !== undefined);
    expect(numbered.map(({ FunctionName }) => FunctionName.replace('tactful-dev-', '')).toSorted()).toEqual([
      'advance',
      'api',
      'broadcast',
      'capacity',
      'deliver',
      'effects',
      'intake',
      'operate',
      'operate-erase',
      'operate-read',
      'preferences',
      'publish',
    ]);
  });
});

describe('bus', () => {
  const rulesOf = (resources: typeof main) => resources.of('AWS::Events::Rule').map(([, { Properties }]) => Properties);

  it('everything on it goes to intake', () => {
    const all = rulesOf(main).find(({ Description }) => Description.includes('goes to intake'));
    expect(all?.EventPattern).toEqual({ source: [{ prefix: '' }] });
    expect(all?.EventBusName).toEqual({ Ref: main.of('AWS::Events::EventBus')[0]?.[0] });
  });

  it('what a rule could not hand on lies among dead letters', () => {
    const { main: whole } = synth({ stage: 'production', desk: 'zendesk', deskUrl: 'https://acme.zendesk.com' });
    const without = rulesOf(whole).filter(({ Targets }) =>
      Targets.some(({ DeadLetterConfig }: { DeadLetterConfig?: unknown }) => DeadLetterConfig === undefined),
    );
    expect(without.map(({ Name }) => Name)).toEqual([]);
  });

  it('what goes by the clock is not tried beyond its next turn, which makes up for it', () => {
    const tried = rulesOf(main)
      .filter(({ ScheduleExpression }) => ScheduleExpression?.startsWith('rate'))
      .map(({ Name, ScheduleExpression, Targets: [{ RetryPolicy }] }) => [
        Name,
        ScheduleExpression,
        RetryPolicy?.MaximumEventAgeInSeconds,
      ]);
    expect(tried.toSorted()).toEqual([
      ['tactful-dev-bring-back', 'rate(15 minutes)', 900],
      ['tactful-dev-canary', 'rate(1 hour)', 3600],
      ['tactful-dev-capacity', 'rate(1 hour)', 3600],
      ['tactful-dev-sweep', 'rate(6 hours)', 21_600],
    ]);
  });

  it('feedback on our own emails is forwarded, and no other; what could not be lies where intake takes it from', () => {
    const feedback = rulesOf(main).find(({ EventPattern }) => EventPattern?.source?.[0] === 'aws.ses');
    const [deadLetters] = main
      .of('AWS::SQS::Queue')
      .find(([, { Properties }]) => Properties.QueueName === 'tactful-dev-intake-dead-letters')!;
    expect(feedback?.Targets[0].DeadLetterConfig).toEqual({ Arn: { 'Fn::GetAtt': [deadLetters, 'Arn'] } });
    expect(feedback?.EventPattern.detail).toEqual({ mail: { tags: { 'ses:configuration-set': ['tactful-dev'] } } });
  });

  it('one that was brought is used and not made', () => {
    expect(chosen.of('AWS::Events::EventBus')).toEqual([]);
    const all = rulesOf(chosen).find(({ Description }) => Description.includes('goes to intake'));
    expect(all?.EventBusName).toBe('company');
  });
});

describe('functions', () => {
  const functions = main.of('AWS::Lambda::Function').map(([, { Properties }]) => Properties);

  it('run on Node 24 and ARM, traced, with a role and a log group each', () => {
    expect(functions).toHaveLength(15);
    for (const fn of functions) {
      expect(fn).toMatchObject({ Runtime: 'nodejs24.x', Architectures: ['arm64'], TracingConfig: { Mode: 'Active' } });
      expect(fn.LoggingConfig).toMatchObject({ LogFormat: 'JSON', SystemLogLevel: 'WARN' });
    }
    expect(new Set(functions.map(({ Role }) => JSON.stringify(Role))).size).toBe(15);
    expect(new Set(functions.map(({ LoggingConfig }) => JSON.stringify(LoggingConfig.LogGroup))).size).toBe(15);
  });

  it('deliver ends before its reservation does', () => {
    const deliver = functions.find(({ FunctionName }) => FunctionName === 'tactful-dev-deliver');
    expect(deliver?.Timeout).toBeLessThan(60);
  });

  it('one event of a batch can fail without the others, and what the stream gives up is kept', () => {
    const mappings = main.of('AWS::Lambda::EventSourceMapping').map(([, { Properties }]) => Properties);
    expect(mappings).toHaveLength(7);
    const partly = mappings.filter(
      ({ FunctionResponseTypes }) => FunctionResponseTypes?.[0] === 'ReportBatchItemFailures',
    );
    expect(partly).toHaveLength(6);
    const stream = partly.find(({ StartingPosition }) => StartingPosition !== undefined);
    const bucket = main.of('AWS::S3::Bucket').find(([id]) => id.startsWith('Relay'))?.[0];
    expect(stream).toMatchObject({
      BisectBatchOnFunctionError: true,
      DestinationConfig: { OnFailure: { Destination: { 'Fn::GetAtt': [bucket, 'Arn'] } } },
    });
  });

  it('who goes on by messages to a queue of its own is not taken for a loop that Lambda has to stop, and nobody else may go on so', () => {
    const queueOf = (arn: unknown) => (arn as { 'Fn::GetAtt'?: [string, string] })?.['Fn::GetAtt']?.[0];
    const statementsOf = (role: string) =>
      main
        .of('AWS::IAM::Policy')
        .filter(([, { Properties }]) => JSON.stringify(Properties.Roles).includes(`"${role}"`))
        .flatMap(([, { Properties }]) => Properties.PolicyDocument.Statement as Record<string, unknown>[])
        .filter(({ Action }) => [Action].flat().includes('sqs:SendMessage'));
    const sendsTo = ({ Role }: Record<string, unknown>) =>
      statementsOf(queueOf(Role) ?? '').flatMap(({ Resource }) => [Resource].flat().map(queueOf));
    const loops = main
      .of('AWS::Lambda::EventSourceMapping')
      .filter(([, { Properties }]) => {
        const fn = main.all[Properties.FunctionName.Ref]?.Properties;
        return fn !== undefined && sendsTo(fn).includes(queueOf(Properties.EventSourceArn));
      })
      .map(([, { Properties }]) => main.all[Properties.FunctionName.Ref]?.Properties.FunctionName);
    expect([...new Set(loops)].toSorted()).toEqual(['tactful-dev-broadcast', 'tactful-dev-effects']);
    const allowed = functions.filter(({ RecursiveLoop }) => RecursiveLoop === 'Allow');
    expect(allowed.map(({ FunctionName }) => FunctionName).toSorted()).toEqual([...new Set(loops)].toSorted());
  });

  it('what is counted comes in order, says of which shard it is, and comes again, by halves, until it was counted', () => {
    const mapping = main.all.CensusStreamMapping?.Properties;
    expect(mapping).toMatchObject({
      BisectBatchOnFunctionError: true,
      TumblingWindowInSeconds: 900,
      ParallelizationFactor: 1,
      MaximumBatchingWindowInSeconds: 60,
    });
    for (const name of ['FunctionResponseTypes', 'MaximumRetryAttempts', 'MaximumRecordAgeInSeconds'])
      expect(mapping).not.toHaveProperty(name);
  });
});

describe('what has to work on a bad day', () => {
  const reservedIn = (resources: typeof main) =>
    Object.fromEntries(
      resources.of('AWS::Lambda::Function').flatMap(([, { Properties }]) => {
        const { FunctionName, ReservedConcurrentExecutions: reserved } = Properties;
        return reserved === undefined ? [] : [[FunctionName.replace(/^tactful-[a-z]+-/, ''), reserved]];
      }),
    );

  it('has a part of the account’s concurrency to itself, where the stage is kept or says so', () => {
    const both = { intake: 100, preferences: 50, api: 20 };
    expect(reservedIn(synth({ stage: 'production' }).main)).toEqual(both);
    expect(reservedIn(main)).toEqual({});
    expect(reservedIn(synth({ stage: 'production', reservedConcurrency: 'off' }).main)).toEqual({});
    expect(reservedIn(chosen)).toEqual(both);
  });

  it('events stay for days: hidden for six time-outs, tried for about a week, and then brought back', () => {
    const queue = main
      .of('AWS::SQS::Queue')
      .find(([, { Properties }]) => Properties.QueueName === 'tactful-dev-intake');
    const { VisibilityTimeout, RedrivePolicy, MessageRetentionPeriod } = queue![1].Properties;
    expect(VisibilityTimeout).toBe(6 * 30);
    // An hour between two once it is late, and the rest of the fortnight among the dead letters, whose time does not begin again.
    const days = RedrivePolicy.maxReceiveCount / 24;
    expect(days).toBeGreaterThan(5);
    expect(days).toBeLessThan(MessageRetentionPeriod / 86_400 / 2);
    const rules = main.of('AWS::Events::Rule').map(([, { Properties }]) => Properties);
    const back = rules.find(({ Targets }) => Targets[0].Input === '{"command":"bring-back"}');
    expect(back).toMatchObject({ ScheduleExpression: 'rate(15 minutes)', State: 'ENABLED' });
  });

  it('dead letters that were tried for days ring three days before SQS forgets them, and rejects, which are not tried, four', () => {
    const queues = main.of('AWS::SQS::Queue').map(([, { Properties }]) => Properties);
    const intake = queues.find(({ QueueName }) => QueueName === 'tactful-dev-intake');
    const { MessageRetentionPeriod: kept, RedrivePolicy } = intake!;
    // A letter keeps the time at which it was sent, while the age of its shelf begins when it comes there.
    const tried = RedrivePolicy.maxReceiveCount * 3600;
    const thresholdOf = (name: string) =>
      operations
        .of('AWS::CloudWatch::Alarm')
        .map(([, { Properties }]) => Properties)
        .find(({ AlarmName }) => AlarmName === `tactful-dev-${name}`)?.Threshold;
    expect((kept - tried - thresholdOf('set-aside-long')) / 86_400).toBeGreaterThan(2.5);
    expect((kept - tried - thresholdOf('set-aside-long')) / 86_400).toBeLessThan(3);
    expect((kept - thresholdOf('rejects-long')) / 86_400).toBe(4);
  });

  it('an email goes to the mailbox simulator each hour, by deliver itself', () => {
    const rules = main.of('AWS::Events::Rule').map(([, { Properties }]) => Properties);
    const [canary, ...others] = rules.filter(({ Targets }) => Targets[0].Input === '{"task":"canary"}');
    expect(others).toEqual([]);
    expect(canary).toMatchObject({ ScheduleExpression: 'rate(1 hour)', State: 'ENABLED' });
    const called = main.all[canary?.Targets[0].Arn['Fn::GetAtt'][0]]?.Properties.FunctionName;
    expect(called).toBe('tactful-dev-deliver');
  });

  it('emails are given to SES at the rate that the account has', () => {
    const rateIn = (resources: typeof main) =>
      resources
        .of('AWS::Lambda::Function')
        .flatMap(([, { Properties }]) => Properties.Environment?.Variables.MAX_SEND_RATE ?? []);
    expect(rateIn(chosen)).toEqual(['14']);
    expect(rateIn(main)).toEqual([]);
  });
});

describe('public pages', () => {
  it('are throttled, and their log has no path, since it holds the token', () => {
    const [stage] = main.of('AWS::ApiGatewayV2::Stage').map(([, { Properties }]) => Properties);
    expect(stage?.DefaultRouteSettings).toEqual({ ThrottlingBurstLimit: 40, ThrottlingRateLimit: 20 });
    // Leaving has a throttle of its own, so that nobody who opens pages by the thousand keeps others from it.
    const own = { ThrottlingBurstLimit: 200, ThrottlingRateLimit: 100 };
    expect(stage?.RouteSettings).toEqual({
      'GET /unsubscribe/{token}': own,
      'POST /unsubscribe/{token}': own,
      // Where a link of an email leads, nobody is kept from by those either.
      'GET /c/{token}': { ThrottlingBurstLimit: 600, ThrottlingRateLimit: 300 },
    });
    const routes = main.of('AWS::ApiGatewayV2::Route');
    const named = routes.filter(([, { Properties }]) => Object.hasOwn(stage?.RouteSettings, Properties.RouteKey));
    const [[, whole]] = main.of('AWS::ApiGatewayV2::Stage') as [[string, Resource & { DependsOn: string[] }]];
    expect(named.map(([id]) => id).filter((id) => !whole.DependsOn.includes(id))).toEqual([]);
    expect(named).toHaveLength(3);
    expect(stage?.AccessLogSettings.Format).not.toMatch(/path|routeKey/i);
  });
});

describe('public pages that are asked for more than they may', () => {
  it('ring by what their log says was throttled, which no function hears of', () => {
    const [stage] = main.of('AWS::ApiGatewayV2::Stage').map(([, { Properties }]) => Properties);
    const filters = main.of('AWS::Logs::MetricFilter').map(([, { Properties }]) => Properties);
    const ofPages = filters.find(({ LogGroupName }) =>
      shown(stage?.AccessLogSettings.DestinationArn).includes(shown(LogGroupName).replace(/[<>]/g, '')),
    );
    // The log writes a status as a text.
    expect(JSON.parse(stage?.AccessLogSettings.Format)).toMatchObject({ status: '$context.status' });
    expect(ofPages?.FilterPattern).toBe('{ $.status = "429" }');
    const [{ MetricName, MetricNamespace }] = ofPages?.MetricTransformations ?? [{}];
    const [, alarm] = operations
      .of('AWS::CloudWatch::Alarm')
      .find(([, { Properties }]) => Properties.AlarmName === 'tactful-dev-pages-throttled')!;
    expect(alarm.Properties).toMatchObject({ MetricName, Namespace: MetricNamespace, Statistic: 'Sum', Period: 300 });
  });
});

describe('public pages under a name of the company', () => {
  const { linkDomain, linkCertificate } = links;
  const linksOf = (resources: typeof main) =>
    resources
      .of('AWS::Lambda::Function')
      .map(([, { Properties }]) => Properties.Environment.Variables.PREFERENCES_URL)
      .filter((url) => url !== undefined);

  it('the links of messages have it, by its certificate and no less than TLS 1.2', () => {
    expect(linksOf(chosen)).toEqual([`https://${linkDomain}`]);
    const [[domain, { Properties }]] = chosen.of('AWS::ApiGatewayV2::DomainName') as [[string, Resource]];
    expect(Properties).toMatchObject({
      DomainName: linkDomain,
      DomainNameConfigurations: [
        { CertificateArn: linkCertificate, EndpointType: 'REGIONAL', SecurityPolicy: 'TLS_1_2' },
      ],
    });
    const [mapping] = chosen.of('AWS::ApiGatewayV2::ApiMapping').map(([, found]) => found.Properties);
    expect(mapping).toMatchObject({ DomainName: { Ref: domain } });
    expect(JSON.stringify(chosen.json)).toContain(`"${linkDomain} CNAME "`);
  });

  it('links that were sent before it lead where they did: the API keeps its own name', () => {
    const [api] = chosen.of('AWS::ApiGatewayV2::Api').map(([, { Properties }]) => Properties);
    expect(api?.DisableExecuteApiEndpoint ?? false).toBe(false);
  });

  it('without one nothing of it is there', () => {
    expect(main.of('AWS::ApiGatewayV2::DomainName')).toEqual([]);
    expect(JSON.stringify(linksOf(main))).toContain('ApiEndpoint');
  });
});

describe('operations', () => {
  it('rings for everything that somebody must look at, and says where', () => {
    const alarms = operations.of('AWS::CloudWatch::Alarm').map(([, { Properties }]) => Properties);
    const names = alarms.map(({ AlarmName }) => AlarmName.replace('tactful-dev-', ''));
    for (const name of [
      'intake-dead-letters',
      'rejects',
      'runs-failed',
      'runs-late',
      'timers-late',
      'effects-returned',
      'deliver-errors',
      'stream-late',
      'throttles',
      'console-fails',
      'rules-failed',
      'schedules-failed',
      'set-aside-long',
      'overdue',
      'items-unreadable',
      'channel-busy',
      'channel-down',
      'nothing-sent',
      'canary-missing',
      'sending-paused',
      'send-quota',
      'oldest-due',
      'dead-for-good',
      'stream-given-up',
      'send-failures',
      'complaint-rate',
    ]) {
      expect(names).toContain(name);
    }
    for (const { AlarmActions, AlarmDescription } of alarms) {
      expect(AlarmActions).toHaveLength(1);
      expect(AlarmDescription.length).toBeGreaterThan(40);
    }
  });

  const above = { TreatMissingData: 'notBreaching', ComparisonOperator: 'GreaterThanOrEqualToThreshold' };
  const hourly = { Period: 3600, EvaluationPeriods: 1, Statistic: 'Maximum', ...above };

  it.each([
    [
      'canary-missing',
      'CanarySent',
      {
        Statistic: 'Sum',
        Threshold: 1,
        Period: 3600,
        EvaluationPeriods: 2,
        TreatMissingData: 'breaching',
        ComparisonOperator: 'LessThanThreshold',
      },
    ],
    ['sending-paused', 'SendingPaused', { ...hourly, Threshold: 1 }],
    ['send-quota', 'SendQuotaUsed', { ...hourly, Threshold: 80 }],
    ['oldest-due', 'OldestDue', { ...hourly, Threshold: 3600 }],
    ['dead-for-good', 'DeadForGood', { ...hourly, Threshold: 1 }],
  ])('%s rings for the figure %s as our functions count it', (name, MetricName, expected) => {
    const alarms = operations.of('AWS::CloudWatch::Alarm').map(([, { Properties }]) => Properties);
    expect(alarms.find(({ AlarmName }) => AlarmName === `tactful-dev-${name}`)).toMatchObject({
      Namespace: 'Tactful',
      MetricName,
      Dimensions: [
        { Name: 'Stage', Value: 'dev' },
        { Name: 'service', Value: 'tactful' },
      ],
      ...expected,
    });
  });

  it('what takes one by one rings where it comes back, whichever version failed: that is no error of the function’s', () => {
    const desk = { desk: 'zendesk', deskUrl: 'https://acme.zendesk.com' };
    const { main: whole, operations: watched } = synth({ stage: 'production', ...desk });
    const partly = whole
      .of('AWS::Lambda::EventSourceMapping')
      .filter(([, { Properties }]) => Properties.FunctionResponseTypes?.[0] === 'ReportBatchItemFailures');
    const alarms = watched.of('AWS::CloudWatch::Alarm').map(([, { Properties }]) => Properties);
    const returned = alarms.filter(({ MetricName }) => MetricName === 'Returned');
    // Effects takes from two queues, and counts what comes back without its name.
    expect(returned).toHaveLength(partly.length - 1);
    const named = returned.map(({ AlarmName, AlarmActions, Dimensions }) => {
      expect(AlarmActions).toHaveLength(1);
      const dimensions = Object.fromEntries(
        (Dimensions as { Name: string; Value: string }[]).map(({ Name, Value }) => [Name, Value]),
      );
      expect(Object.keys(dimensions).toSorted()).toEqual(
        dimensions.Function === undefined ? ['Stage', 'service'] : ['Function', 'Stage', 'service'],
      );
      return [AlarmName.replace('tactful-production-', ''), dimensions.Function];
    });
    expect(named.toSorted()).toEqual([
      ['broadcast-returned', 'broadcast'],
      ['desk-returned', 'desk'],
      ['effects-returned', undefined],
      ['inbound-returned', 'inbound'],
      ['intake-returned', 'intake'],
      ['relay-returned', 'relay'],
    ]);
  });

  it.each([
    ['stream-unread', 'relay', { Period: 900, DatapointsToAlarm: 2, EvaluationPeriods: 16 }],
    ['census-unread', 'census', { Period: 3600, EvaluationPeriods: 2 }],
  ])(
    '%s rings where customers are changed and %s is not called, which has no age of its iterator then',
    (name, reader, { Period, ...evaluated }) => {
      const [, alarm] = operations
        .of('AWS::CloudWatch::Alarm')
        .find(([, { Properties }]) => Properties.AlarmName === `tactful-dev-${name}`)!;
      expect(alarm.Properties).toMatchObject({ ...above, Threshold: 1, ...evaluated });
      const [{ Expression }, ...figures] = alarm.Properties.Metrics;
      const [, over = '', without = ''] =
        /^IF\(FILL\((\w+), 0\) > 0 AND FILL\((\w+), 0\) == 0, 1, 0\)$/.exec(Expression) ?? [];
      const figureOf = (id: string) => figures.find(({ Id }: { Id: string }) => Id === id)?.MetricStat;
      expect(figureOf(over)).toMatchObject({
        Metric: { MetricName: 'ConsumedWriteCapacityUnits' },
        Stat: 'Sum',
        Period,
      });
      expect(figureOf(without)).toMatchObject({ Metric: { MetricName: 'Invocations' }, Stat: 'Sum', Period });
      const [customers] = tablesOf(main)[0]!;
      const [fn] = main
        .of('AWS::Lambda::Function')
        .find(([, { Properties }]) => Properties.FunctionName === `tactful-dev-${reader}`)!;
      for (const [id, thing] of [
        [over, customers],
        [without, fn],
      ] as const)
        expect(shown(figureOf(id).Metric.Dimensions[0].Value)).toContain(thing);
    },
  );

  it.each([
    ['intake-in-flight', 'intake'],
    ['runs-in-flight', 'due'],
    ['timers-in-flight', 'later'],
  ])(
    '%s rings while SQS still gives out messages of the queue %s, of which it lets 120,000 be in flight',
    (name, queue) => {
      const [, alarm] = operations
        .of('AWS::CloudWatch::Alarm')
        .find(([, { Properties }]) => Properties.AlarmName === `tactful-dev-${name}`)!;
      expect(alarm.Properties).toMatchObject({
        ...above,
        MetricName: 'ApproximateNumberOfMessagesNotVisible',
        Statistic: 'Maximum',
      });
      expect(alarm.Properties.Threshold).toBeLessThanOrEqual(100_000);
      const [id] = main
        .of('AWS::SQS::Queue')
        .find(([, { Properties }]) => Properties.QueueName === `tactful-dev-${queue}`)!;
      expect(shown(alarm.Properties.Dimensions[0].Value)).toContain(id);
    },
  );

  it('commits that are given up ring also where Lambda cannot write them into the bucket', () => {
    const [, alarm] = operations
      .of('AWS::CloudWatch::Alarm')
      .find(([, { Properties }]) => Properties.AlarmName === 'tactful-dev-stream-given-up')!;
    const named = alarm.Properties.Metrics.slice(1).map(
      ({ MetricStat }: { MetricStat: { Metric: { MetricName: string } } }) => MetricStat.Metric.MetricName,
    );
    expect(named).toEqual(['OnFailureDestinationDeliveredEventCount', 'DroppedEventCount']);
    expect(main.all.RelayStreamMapping?.Properties.MetricsConfig).toEqual({ Metrics: ['EventCount'] });
  });

  it('nothing sent rings only on a day on which somebody entered a journey', () => {
    const [, alarm] = operations
      .of('AWS::CloudWatch::Alarm')
      .find(([, { Properties }]) => Properties.AlarmName === 'tactful-dev-nothing-sent')!;
    const [sum, ...counts] = alarm.Properties.Metrics;
    expect(sum.Expression).toBe('IF(FILL(entered, 0) > 0 AND FILL(sent, 0) == 0, 1, 0)');
    expect(
      counts.map(({ Id, MetricStat }: { Id: string; MetricStat: { Period: number } }) => [Id, MetricStat.Period]),
    ).toEqual([
      ['entered', 86_400],
      ['sent', 86_400],
    ]);
  });

  it('watches every rule and every function, whichever part made it', () => {
    const named = (alarm: string, dimension: string): string[] =>
      operations
        .of('AWS::CloudWatch::Alarm')
        .filter(([, { Properties }]) => String(Properties.AlarmName).startsWith(`tactful-dev-${alarm}`))
        .flatMap(([, { Properties }]) => Properties.Metrics.slice(1))
        .flatMap(({ MetricStat }: { MetricStat: { Metric: { Dimensions: { Name: string; Value: string }[] } } }) =>
          MetricStat.Metric.Dimensions.filter(({ Name }) => Name === dimension).map(({ Value }) => Value),
        )
        .toSorted();
    const made = (type: string, name: string) =>
      main
        .of(type)
        .map(([, { Properties }]) => Properties[name])
        .toSorted();
    expect(named('rules-failed', 'RuleName')).toEqual(made('AWS::Events::Rule', 'Name'));
    expect(named('throttles', 'FunctionName')).toEqual(made('AWS::Lambda::Function', 'FunctionName'));
  });

  it('lets CloudWatch ring: a topic with a policy of its own has no other', () => {
    const [policy] = operations.of('AWS::SNS::TopicPolicy').map(([, { Properties }]) => Properties.PolicyDocument);
    const allowed = policy?.Statement.filter(({ Effect }: { Effect: string }) => Effect === 'Allow');
    expect(allowed).toMatchObject([{ Action: 'sns:Publish', Principal: { Service: 'cloudwatch.amazonaws.com' } }]);
  });

  it('keeps events for a month to play them again', () => {
    const [archive] = operations.of('AWS::Events::Archive').map(([, { Properties }]) => Properties);
    expect(archive).toMatchObject({ RetentionDays: 30, ArchiveName: 'tactful-dev' });
  });
});

import { describe, expect, it } from 'vitest';
import { listOf } from '../support/arns.ts';
import { keeperOf, main, roleOf, statementsOf } from '../support/permissions.ts';

describe('permissions on machines and schedules', () => {
  it('only effects has a right on machines and schedules, but for who keeps the stack of machines, and only on those of its stage', () => {
    const rights = main
      .of('AWS::IAM::Role')
      .flatMap(([role]) => statementsOf(role).map((statement) => ({ role, statement })))
      .filter(({ statement }) => listOf(statement.Action).some((action) => /^(states|scheduler|iam):/.test(action)));
    const others = rights.map(({ role }) => role).filter((role) => role !== roleOf('effects'));
    expect(new Set(others)).toEqual(new Set([roleOf('publish'), keeperOf()]));
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
});

import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Stack } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import type { TactfulFunction } from './function.ts';
import { accept } from './nag.ts';

interface Calls {
  deliver: TactfulFunction;
  advance: TactfulFunction;
}

/** The role of all machines of a stage: they call the same two functions, and nothing else. */
export const createMachineRole = (scope: Construct, { deliver, advance }: Calls): Role => {
  const invoke = new PolicyStatement({
    actions: ['lambda:InvokeFunction'],
    resources: [deliver.live.functionArn, advance.live.functionArn],
  });
  const observe = new PolicyStatement({ actions: OBSERVING, resources: ['*'] });
  const role = new Role(scope, 'Role', {
    assumedBy: new ServicePrincipal('states.amazonaws.com', {
      conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(scope).account } },
    }),
    inlinePolicies: { Machines: new PolicyDocument({ statements: [invoke, observe] }) },
  });
  accept(
    role,
    'IAM5[Resource::*]',
    'Log delivery and traces know no resource: AWS asks for exactly these actions on all.',
  );
  return role;
};

const OBSERVING = [
  'logs:CreateLogDelivery',
  'logs:GetLogDelivery',
  'logs:UpdateLogDelivery',
  'logs:DeleteLogDelivery',
  'logs:ListLogDeliveries',
  'logs:PutResourcePolicy',
  'logs:DescribeResourcePolicies',
  'logs:DescribeLogGroups',
  'xray:PutTraceSegments',
  'xray:PutTelemetryRecords',
  'xray:GetSamplingRules',
  'xray:GetSamplingTargets',
];

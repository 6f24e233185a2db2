import { Alarm, ComparisonOperator, MathExpression, Metric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { LambdaApplication, LambdaDeploymentConfig, LambdaDeploymentGroup } from 'aws-cdk-lib/aws-codedeploy';
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Alias, type Function as Lambda, type Version } from 'aws-cdk-lib/aws-lambda';
import { ArnFormat, Duration, Stack } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { accept } from './nag.ts';
import type { Settings } from './settings.ts';

/** Whether new code takes over by and by. A stage that may be thrown away has nobody to be spared. */
export const isGradual = ({ deployment, kept }: Pick<Settings, 'deployment' | 'kept'>): boolean =>
  deployment === undefined ? kept : deployment === 'gradual';

/** What is called instead of a function, so that a part of its calls can go to new code first. */
const LIVE = 'live';

/** In a minute of the new version. Whatever fails is tried again, so a few are no harm, and one alone may be chance. */
const MOST_FAILURES = 3;

interface Props {
  lambda: Lambda;
  /** The function's name within the stage. */
  called: string;
  settings: Settings;
}

/**
 * A tenth of a function's calls go to a new version for ten minutes, then all; back to the one before as soon as the new one
 * fails, and CloudFormation then takes the whole deploy back.
 */
export class Shift extends Construct {
  readonly alias: Alias;

  constructor(scope: Construct, id: string, { lambda, called, settings }: Props) {
    super(scope, id);
    const { prefix } = settings;
    const version = lambda.currentVersion;
    this.alias = new Alias(this, 'Alias', { aliasName: LIVE, version });
    const deployer = Deployer.of(this, prefix);
    deployer.allow(`${prefix}-${called}`);
    const group = new LambdaDeploymentGroup(this, 'Group', {
      application: deployer.application,
      deploymentGroupName: `${prefix}-${called}`,
      // With what is written below, and not the managed policy, which reaches every function of the account.
      role: deployer.role.withoutPolicyUpdates(),
      alias: this.alias,
      deploymentConfig: LambdaDeploymentConfig.CANARY_10PERCENT_10MINUTES,
      alarms: [this.#watch(version, lambda, { called, settings })],
    });
    group.node.addDependency(deployer.role);
  }

  /** Of the new version alone: what went wrong before it is no reason to keep a cure away. */
  #watch(version: Version, lambda: Lambda, { called, settings }: Omit<Props, 'lambda'>): Alarm {
    const { prefix, stage } = settings;
    const period = Duration.minutes(1);
    const failed = new Metric({
      namespace: 'AWS/Lambda',
      metricName: 'Errors',
      dimensionsMap: {
        FunctionName: lambda.functionName,
        Resource: `${lambda.functionName}:${LIVE}`,
        ExecutedVersion: version.version,
      },
      statistic: 'Sum',
      period,
    });
    // What fails one by one out of a batch is no failed call.
    const returned = new Metric({
      namespace: 'Tactful',
      metricName: 'Returned',
      dimensionsMap: { service: 'tactful', Stage: stage, Function: called, Version: version.version },
      statistic: 'Sum',
      period,
    });
    return new Alarm(this, 'Fails', {
      alarmName: `${prefix}-${called}-new-version`,
      alarmDescription: `The newest version of ${called} fails. While it is deployed, its calls go back to the one before.`,
      metric: new MathExpression({
        expression: 'FILL(failed, 0) + FILL(returned, 0)',
        label: 'Calls and messages that the new version failed on',
        period,
        usingMetrics: { failed, returned },
      }),
      threshold: MOST_FAILURES,
      evaluationPeriods: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
  }
}

/** What shifts the calls of all functions of a stack: one application of CodeDeploy, and a role that may move aliases of ours. */
class Deployer extends Construct {
  readonly application: LambdaApplication;
  readonly role: Role;

  static of(scope: Construct, prefix: string): Deployer {
    const stack = Stack.of(scope);
    const made = stack.node.tryFindChild('Deployer');
    return made instanceof Deployer ? made : new Deployer(stack, 'Deployer', prefix);
  }

  private constructor(scope: Construct, id: string, prefix: string) {
    super(scope, id);
    this.application = new LambdaApplication(this, 'Application', { applicationName: prefix });
    const look = new PolicyStatement({ actions: ['cloudwatch:DescribeAlarms'], resources: ['*'] });
    this.role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('codedeploy.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
      inlinePolicies: { Shift: new PolicyDocument({ statements: [look] }) },
    });
    accept(this.role, 'IAM5[Resource::*]', 'Which alarms ring CodeDeploy asks of the account as a whole.');
  }

  /** Lets CodeDeploy move the alias of this function, and no other stage's that begins like it. */
  allow(functionName: string): void {
    const arn = Stack.of(this).formatArn({
      service: 'lambda',
      resource: 'function',
      resourceName: functionName,
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    });
    this.role.addToPolicy(
      new PolicyStatement({
        actions: ['lambda:GetAlias', 'lambda:GetProvisionedConcurrencyConfig', 'lambda:UpdateAlias'],
        resources: [arn, `${arn}:*`],
      }),
    );
    accept(
      this.role,
      `IAM5[Resource::arn:<AWS::Partition>:lambda:<AWS::Region>:<AWS::AccountId>:function:${functionName}:*]`,
      'Versions and the alias of one function: each deploy makes another version.',
    );
  }
}

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Asset } from 'aws-cdk-lib/aws-s3-assets';
import { CfnStateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { RemovalPolicy, Stack } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import type { Machine } from '../language/compile/asl.ts';
import { machineName } from './effects.ts';
import type { TactfulFunction } from './function.ts';
import { createLogGroup } from './logs.ts';
import { accept } from './nag.ts';
import type { Settings } from './settings.ts';

interface Props {
  settings: Settings;
  machines: Record<string, Machine>;
  deliver: TactfulFunction;
  advance: TactfulFunction;
  /** Where definitions are written on their way to S3. */
  out: string;
}

/** As AWS has it. */
const LONGEST_NAME = 80;

export class MachineNameTooLong extends Error {
  override name = 'MachineNameTooLong';
}

/** A Standard machine for each journey, named after it. */
export class Journeys extends Construct {
  /** Names of the machines. */
  readonly names: string[];
  readonly #role: Role;
  readonly #logGroup: LogGroup;
  readonly #props: Props;

  constructor(scope: Construct, id: string, props: Props) {
    super(scope, id);
    this.#props = props;
    this.#logGroup = createLogGroup(this, 'Logs', `/aws/vendedlogs/states/${props.settings.prefix}`);
    this.#role = this.#createRole();
    mkdirSync(props.out, { recursive: true });
    this.names = Object.entries(props.machines).map(([journey, machine]) => this.#createMachine(journey, machine));
  }

  /** One for all machines: they call the same two functions, and those of a removed journey still need it. */
  #createRole(): Role {
    const { deliver, advance } = this.#props;
    const invoke = new PolicyStatement({
      actions: ['lambda:InvokeFunction'],
      resources: [deliver.lambda.functionArn, advance.lambda.functionArn],
    });
    const observe = new PolicyStatement({ actions: OBSERVING, resources: ['*'] });
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('states.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
      inlinePolicies: { Machines: new PolicyDocument({ statements: [invoke, observe] }) },
    });
    accept(
      role,
      'IAM5[Resource::*]',
      'Log delivery and traces know no resource: AWS asks for exactly these actions on all.',
    );
    return role;
  }

  #createMachine(journey: string, machine: Machine): string {
    const { settings, deliver, advance } = this.#props;
    const stateMachineName = machineName(settings.prefix, journey);
    if (stateMachineName.length > LONGEST_NAME) {
      throw new MachineNameTooLong(
        `The machine of journey "${journey}" would be called ${stateMachineName}, which is longer than the ${LONGEST_NAME} characters that AWS allows: give the journey or the stage a shorter name.`,
      );
    }
    const { bucket, key } = this.#definitionOf(journey, machine);
    const created = new CfnStateMachine(this, journey, {
      stateMachineName,
      stateMachineType: 'STANDARD',
      roleArn: this.#role.roleArn,
      // In S3, since sixty definitions would not fit into one template.
      definitionS3Location: { bucket, key },
      definitionSubstitutions: {
        DeliverFunction: deliver.lambda.functionArn,
        AdvanceFunction: advance.lambda.functionArn,
      },
      loggingConfiguration: {
        level: 'ERROR',
        includeExecutionData: false,
        destinations: [{ cloudWatchLogsLogGroup: { logGroupArn: this.#logGroup.logGroupArn } }],
      },
      tracingConfiguration: { enabled: true },
    });
    // When its file goes, those on their way still reach their end. A deploy that fails takes back what it created.
    created.applyRemovalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE);
    accept(
      created,
      'SF1',
      'Standard executions keep their history; a log line for each event would cost more than the email.',
    );
    return stateMachineName;
  }

  #definitionOf(journey: string, machine: Machine): { bucket: string; key: string } {
    const path = join(this.#props.out, `${journey}.asl.json`);
    writeFileSync(path, JSON.stringify(machine));
    const { s3BucketName, s3ObjectKey } = new Asset(this, `${journey}-definition`, { path });
    return { bucket: s3BucketName, key: s3ObjectKey };
  }
}

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

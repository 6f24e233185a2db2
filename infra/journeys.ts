import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { Role } from 'aws-cdk-lib/aws-iam';
import type { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Asset } from 'aws-cdk-lib/aws-s3-assets';
import { CfnStateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import type { Machine } from '../language/compile/asl.ts';
import { type Alarms, FIVE_MINUTES } from './alarm.ts';
import type { TactfulFunction } from './function.ts';
import { createLogGroup } from './logs.ts';
import { machineArn, machineName } from './machine-name.ts';
import { createMachineRole } from './machine-role.ts';
import { accept } from './nag.ts';
import type { Settings } from './settings.ts';

interface Props {
  settings: Settings;
  alarms: Alarms;
  machines: Record<string, Machine>;
  deliver: TactfulFunction;
  advance: TactfulFunction;
  /** Where definitions are written on their way to S3. */
  out: string;
}

/** An Express machine for each journey, named after it. */
export class Journeys extends Construct {
  readonly #role: Role;
  readonly #logGroup: LogGroup;
  readonly #props: Props;

  constructor(scope: Construct, id: string, props: Props) {
    super(scope, id);
    this.#props = props;
    this.#logGroup = createLogGroup(this, 'Logs', {
      logGroupName: `/aws/vendedlogs/states/${props.settings.prefix}`,
      settings: props.settings,
    });
    this.#role = createMachineRole(this, props);
    mkdirSync(props.out, { recursive: true });
    for (const [journey, machine] of Object.entries(props.machines)) this.#createMachine(journey, machine);
    this.#watch(props);
  }

  /** It goes with its journey: nobody waits in a machine, and who is in a journey that is gone leaves by the machine for them. */
  #createMachine(journey: string, machine: Machine): void {
    const { settings, deliver, advance } = this.#props;
    const { bucket, key } = this.#definitionOf(journey, machine);
    const created = new CfnStateMachine(this, journey, {
      stateMachineName: machineName(settings, journey),
      stateMachineType: 'EXPRESS',
      roleArn: this.#role.roleArn,
      // In S3, since sixty definitions would not fit into one template.
      definitionS3Location: { bucket, key },
      definitionSubstitutions: {
        DeliverFunction: deliver.live.functionArn,
        AdvanceFunction: advance.live.functionArn,
      },
      loggingConfiguration: {
        level: 'ERROR',
        includeExecutionData: false,
        destinations: [{ cloudWatchLogsLogGroup: { logGroupArn: this.#logGroup.logGroupArn } }],
      },
      tracingConfiguration: { enabled: true },
    });
    accept(
      created,
      'SF1',
      'The timeline says what a run did; a log line for each of its events would cost more than the run.',
    );
  }

  #definitionOf(journey: string, machine: Machine): { bucket: string; key: string } {
    const path = join(this.#props.out, `${journey}.asl.json`);
    writeFileSync(path, JSON.stringify(machine));
    const { s3BucketName, s3ObjectKey } = new Asset(this, `${journey}-definition`, { path });
    return { bucket: s3BucketName, key: s3ObjectKey };
  }

  /**
   * A figure of each machine. By name, since a machine that was exported to the stack of alarms could never be removed; one
   * by one, since a search of CloudWatch knows whole words and whole values only, and another stage has the same words.
   */
  metrics(metricName: string): Metric[] {
    const { alarms, settings, machines } = this.#props;
    return Object.keys(machines).map((journey) => {
      const StateMachineArn = machineArn(alarms, settings, journey);
      const dimensionsMap = { StateMachineArn };
      return new Metric({ namespace: 'AWS/States', metricName, dimensionsMap, label: journey, ...SUM });
    });
  }

  #watch({ alarms }: Props): void {
    const failures = ['ExecutionsFailed', 'ExecutionsTimedOut'].flatMap((name) => this.metrics(name));
    alarms.addSum('runs-failed', failures, {
      label: 'Runs that failed',
      threshold: 1,
      about:
        'Runs of a journey failed. Each is started again, after ten minutes and then later each time: read the logs of deliver and advance.',
    });
  }
}

const SUM = { period: FIVE_MINUTES, statistic: 'Sum' };

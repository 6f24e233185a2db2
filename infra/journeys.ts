import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { Role } from 'aws-cdk-lib/aws-iam';
import { FilterPattern, type LogGroup, MetricFilter } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { type Alarms, FIVE_MINUTES } from './alarm.ts';
import type { TactfulFunction } from './function.ts';
import { createLogGroup } from './logs.ts';
import { machineArn } from './machine-name.ts';
import { createMachineRole } from './machine-role.ts';
import type { Settings } from './settings.ts';

interface Props {
  settings: Settings;
  alarms: Alarms;
  /** The journeys that the repository has when this is deployed. Others may be published later. */
  journeys: readonly string[];
  deliver: TactfulFunction;
  advance: TactfulFunction;
}

/**
 * What the machines of journeys stand on: their role and their log. They themselves are in a stack of their own, which
 * publishing keeps: they come and go with their journeys, without a deploy.
 */
export class Journeys extends Construct {
  readonly role: Role;
  readonly logGroup: LogGroup;
  readonly #props: Props;

  constructor(scope: Construct, id: string, props: Props) {
    super(scope, id);
    this.#props = props;
    this.logGroup = createLogGroup(this, 'Logs', {
      logGroupName: `/aws/vendedlogs/states/${props.settings.prefix}`,
      settings: props.settings,
    });
    this.role = createMachineRole(this, props);
    this.#watch(props);
  }

  /**
   * A figure of each machine that is known when this is deployed. One by one, since a search of CloudWatch knows whole words
   * and whole values only, and another stage has the same words.
   */
  metrics(metricName: string): Metric[] {
    const { alarms, settings, journeys } = this.#props;
    return journeys.map((journey) => {
      const StateMachineArn = machineArn(alarms, settings, journey);
      const dimensionsMap = { StateMachineArn };
      return new Metric({ namespace: 'AWS/States', metricName, dimensionsMap, label: journey, ...SUM });
    });
  }

  /** Out of the log of all machines: which there are nobody knows when this is deployed. */
  #watch({ alarms, settings }: Props): void {
    const filter = new MetricFilter(this, 'Failed', {
      logGroup: this.logGroup,
      filterPattern: FilterPattern.any(
        ...['ExecutionFailed', 'ExecutionTimedOut'].map((type) => FilterPattern.stringValue('$.type', '=', type)),
      ),
      metricNamespace: `Tactful/${settings.prefix}`,
      metricName: 'RunsFailed',
      metricValue: '1',
    });
    alarms.add('runs-failed', {
      metric: filter.metric(SUM),
      threshold: 1,
      about:
        'Runs of a journey failed. Each is started again, after ten minutes and then later each time: read the logs of deliver and advance.',
    });
  }
}

const SUM = { period: FIVE_MINUTES, statistic: 'Sum' };

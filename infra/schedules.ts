import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { ScheduleGroup } from 'aws-cdk-lib/aws-scheduler';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { ArnFormat, RemovalPolicy, Stack } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import type { TactfulFunction } from './function.ts';
import { accept } from './nag.ts';
import type { Settings } from './settings.ts';

interface Props {
  settings: Settings;
  /** Where a timer is put when it comes. */
  due: Queue;
}

/** The stage's own schedules: timers that lie further ahead than a queue can hold them back. */
export class Schedules extends Construct {
  readonly #group: ScheduleGroup;
  readonly #role: Role;
  readonly #name: string;

  constructor(scope: Construct, id: string, { settings, due }: Props) {
    super(scope, id);
    this.#name = settings.prefix;
    // Its schedules go with it: they hold customers' ids, and a sweep finds from the tables, should they stay, who waits.
    this.#group = new ScheduleGroup(this, 'Group', {
      scheduleGroupName: settings.prefix,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    this.#role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
        conditions: {
          StringEquals: {
            'aws:SourceAccount': Stack.of(this).account,
            'aws:SourceArn': this.#arnOf('schedule-group', settings.prefix),
          },
        },
      }),
      inlinePolicies: {
        Due: new PolicyDocument({
          statements: [new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [due.queueArn] })],
        }),
      },
    });
  }

  environment(): Record<string, string> {
    return { SCHEDULE_GROUP: this.#group.scheduleGroupName, SCHEDULE_ROLE_ARN: this.#role.roleArn };
  }

  /** Lets a function make, list and take back schedules of this group, which do one thing only: put a message on the queue. */
  allowChanges(fn: TactfulFunction): void {
    fn.allow(['scheduler:CreateSchedule', 'scheduler:DeleteSchedule'], [this.#arnOf('schedule', `${this.#name}/*`)]);
    // An erasure finds what it takes back by the beginning of its name. The action knows no resource, not even a group.
    fn.allow(['scheduler:ListSchedules'], ['*']);
    accept(
      fn.lambda.role!,
      'IAM5[Resource::*]',
      'Traces and ListSchedules know no resource; it lists names, not inputs.',
    );
    fn.allow(['iam:PassRole'], [this.#role.roleArn], {
      StringEquals: { 'iam:PassedToService': 'scheduler.amazonaws.com' },
    });
    accept(
      fn.lambda.role!,
      `IAM5[Resource::arn:<AWS::Partition>:scheduler:<AWS::Region>:<AWS::AccountId>:schedule/${this.#name}/*]`,
      'The schedules of the own group, each named by a timer that nobody knows beforehand.',
    );
  }

  #arnOf(resource: string, resourceName: string): string {
    const arnFormat = ArnFormat.SLASH_RESOURCE_NAME;
    return Stack.of(this).formatArn({ service: 'scheduler', resource, resourceName, arnFormat });
  }
}

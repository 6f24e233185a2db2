import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Bucket, CfnBucket } from 'aws-cdk-lib/aws-s3';
import type { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { ArnFormat, CustomResource, Duration, Stack } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { allowAudit, auditEnvironment } from './audit.ts';
import { type FunctionProps, TactfulFunction } from './function.ts';
import type { Journeys } from './journeys.ts';
import { everyMachine } from './machine-name.ts';
import type { Messages } from './messages.ts';
import { accept } from './nag.ts';
import { hearsReplies } from './settings.ts';
import type { Tables } from './tables.ts';

interface Props extends FunctionProps {
  journeys: Journeys;
  messages: Messages;
  tables: Tables;
  addressKey: Secret;
  /** Of other parts, to be cleared where the stage can be thrown away. */
  buckets: Bucket[];
}

/** What may be done to a machine by whoever keeps the stack of machines. */
const KEEPING = [
  'states:CreateStateMachine',
  'states:DeleteStateMachine',
  'states:DescribeStateMachine',
  'states:ListTagsForResource',
  'states:TagResource',
  'states:UntagResource',
  'states:UpdateStateMachine',
];

const STACK = [
  'cloudformation:CreateChangeSet',
  'cloudformation:DeleteChangeSet',
  'cloudformation:DeleteStack',
  'cloudformation:DescribeChangeSet',
  'cloudformation:DescribeStackEvents',
  'cloudformation:DescribeStacks',
  'cloudformation:ExecuteChangeSet',
];

/** Publishes workflows: at each deploy those of the repository, and in between what people ask for. */
export class Publish extends Construct {
  readonly fn: TactfulFunction;
  readonly #role: Role;
  readonly #stackName: string;

  constructor(scope: Construct, id: string, { journeys, messages, tables, addressKey, buckets, ...props }: Props) {
    super(scope, id);
    const { settings, published, bundles } = props;
    const { prefix, stage, tags, pace, firstVersion, kept, approval } = settings;
    this.#stackName = `${prefix}-machines`;
    const cleared = kept ? [] : [published.bucket, ...buckets];
    this.#role = this.#createRole(props, journeys);
    this.fn = new TactfulFunction(this, 'Function', {
      ...props,
      name: 'publish',
      isAskedByName: true,
      // CloudFormation may take minutes for many machines.
      timeout: Duration.minutes(15),
      // Scenarios are played: with so much memory a whole processor plays them.
      memorySize: 1769,
      environment: {
        PREFIX: prefix,
        PACE: String(pace),
        INBOX: props.settings.inbox,
        REPLIES: hearsReplies(props.settings) ? 'on' : 'off',
        FIRST_VERSION: String(firstVersion),
        CLEARED_BUCKETS: cleared.map(({ bucketName }) => bucketName).join(','),
        APPROVAL: approval,
        ...auditEnvironment({ tables, addressKey }, settings),
        TAGS: JSON.stringify({ ...tags, 'tactful:stage': stage }),
        WORKFLOWS_BUCKET: published.bucket.bucketName,
        STACK_ID: Stack.of(this).stackId,
        MACHINES_STACK: this.#stackName,
        MACHINES_STACK_ROLE: this.#role.roleArn,
        MACHINE_ROLE: journeys.role.roleArn,
        MACHINE_LOGS: journeys.logGroup.logGroupArn,
        DELIVER_FUNCTION: messages.deliver.live.functionArn,
        ADVANCE_FUNCTION: messages.advance.live.functionArn,
      },
    });
    this.#allow(props);
    for (const bucket of cleared) this.#allowClearing(bucket);
    allowAudit(this.fn, { tables, addressKey });
    // An order that failed says so, and is given again by whoever gave it.
    this.fn.lambda.configureAsyncInvoke({ retryAttempts: 0 });
    const resource = new CustomResource(this, 'Workflows', {
      // Who may publish may invoke it as well; AWS lets no resource that is there go over to another function.
      serviceToken: this.fn.lambda.functionArn,
      // As functions/api/publish/deploying.cloudformation.ts has it.
      resourceType: 'Custom::TactfulWorkflows',
      serviceTimeout: Duration.minutes(15),
      // What is brought, and what brings it: where either has changed, the function is asked.
      properties: { Files: bundles.workflows, Code: bundles.publisher, Tied: this.#tied(journeys, messages) },
    });
    // First those who read what is published, then who publishes it.
    resource.node.addDependency(messages, this.fn, this.#role, journeys);
  }

  /** What machines hold on to: whoever changes that has to publish them anew. */
  #tied({ role, logGroup }: Journeys, { deliver, advance }: Messages): string[] {
    return [role.roleArn, logGroup.logGroupArn, deliver.live.functionArn, advance.live.functionArn];
  }

  /** By which CloudFormation keeps the machines of this stage, and nothing else. */
  #createRole({ settings, published: { bucket } }: FunctionProps, { role: machines }: Journeys): Role {
    const { arn, printed } = everyMachine(this, settings);
    const passes = { StringEquals: { 'iam:PassedToService': 'states.amazonaws.com' } };
    const statements = [
      new PolicyStatement({ actions: KEEPING, resources: [arn] }),
      new PolicyStatement({ actions: ['iam:PassRole'], resources: [machines.roleArn], conditions: passes }),
      new PolicyStatement({ actions: ['s3:GetObject'], resources: [bucket.arnForObjects('machines/*')] }),
    ];
    const role = new Role(this, 'MachinesRole', {
      assumedBy: new ServicePrincipal('cloudformation.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
      inlinePolicies: { Machines: new PolicyDocument({ statements }) },
    });
    accept(role, `IAM5[Resource::${printed}]`, 'Which machines there are changes with each publication.');
    accept(
      role,
      `IAM5[Resource::<${this.#bucketId(bucket)}.Arn>/machines/*]`,
      'Definitions are named by their hashes.',
    );
    return role;
  }

  #bucketId(bucket: FunctionProps['published']['bucket']): string {
    return Stack.of(this).getLogicalId(bucket.node.defaultChild as CfnBucket);
  }

  #allow({ published: { bucket } }: FunctionProps): void {
    const { lambda } = this.fn;
    const stack = Stack.of(this).formatArn({
      service: 'cloudformation',
      resource: 'stack',
      resourceName: `${this.#stackName}/*`,
      arnFormat: ArnFormat.SLASH_RESOURCE_NAME,
    });
    this.fn.allow(STACK, [stack]);
    // To ask whether a deploy is at it.
    this.fn.allow(['cloudformation:DescribeStackEvents'], [Stack.of(this).stackId]);
    this.fn.allow(['iam:PassRole'], [this.#role.roleArn], {
      StringEquals: { 'iam:PassedToService': 'cloudformation.amazonaws.com' },
    });
    this.fn.allow(['s3:GetObject', 's3:PutObject', 's3:DeleteObject'], [bucket.arnForObjects('*')]);
    this.fn.allow(['s3:ListBucket'], [bucket.bucketArn]);
    const id = this.#bucketId(bucket);
    accept(
      lambda.role!,
      `IAM5[Resource::arn:<AWS::Partition>:cloudformation:<AWS::Region>:<AWS::AccountId>:stack/${this.#stackName}/*]`,
      'The one stack of machines: CloudFormation puts an id of its own behind its name.',
    );
    accept(
      lambda.role!,
      `IAM5[Resource::<${id}.Arn>/*]`,
      'It keeps versions and drafts, which nobody knows beforehand.',
    );
  }

  /** A stage that can be thrown away goes with all that is in it. */
  #allowClearing(bucket: FunctionProps['published']['bucket']): void {
    this.fn.allow(['s3:ListBucketVersions'], [bucket.bucketArn]);
    this.fn.allow(['s3:DeleteObjectVersion'], [bucket.arnForObjects('*')]);
    accept(
      this.fn.lambda.role!,
      `IAM5[Resource::<${this.#bucketId(bucket)}.Arn>/*]`,
      'All that is in it goes, which nobody knows beforehand.',
    );
  }
}

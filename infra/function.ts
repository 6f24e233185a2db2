import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  type Alias,
  Architecture,
  CfnEventSourceMapping,
  Code,
  type IEventSource,
  Function as Lambda,
  LoggingFormat,
  RecursiveLoop,
  Runtime,
  SystemLogLevel,
  Tracing,
} from 'aws-cdk-lib/aws-lambda';
import { Duration } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { type Alarms, counted, FIVE_MINUTES } from './alarm.ts';
import type { Bundles, FunctionName } from './bundle.ts';
import { WITH_KEY } from './encryption.ts';
import { createLogGroup } from './logs.ts';
import { accept } from './nag.ts';
import type { Published } from './published.ts';
import type { Settings } from './settings.ts';
import { isGradual, Shift } from './shift.ts';

export interface FunctionProps {
  settings: Settings;
  bundles: Bundles;
  alarms: Alarms;
  published: Published;
}

interface Props extends FunctionProps {
  /** Whose code it is. */
  name: FunctionName;
  /** What it is called, where several are of one code. */
  called?: string;
  timeout: Duration;
  memorySize?: number;
  /** How many may run at once, and always may, whatever else the account runs. Only stages that are kept reserve anything. */
  reserved?: number;
  /** People ask it by its name, so no alias stands before it. */
  isAskedByName?: boolean;
  /** It goes on by messages to its own queue, each counted: Lambda would stop it after some sixteen. */
  isLoop?: boolean;
  environment: Record<string, string>;
}

/** A throw-away stage may be in an account that has nothing to reserve. */
const reserves = ({ reservedConcurrency, kept }: Settings): boolean =>
  reservedConcurrency === undefined ? kept : reservedConcurrency === 'on';

/** One of our functions, with a role of its own that may write its logs and traces and nothing else yet. */
export class TactfulFunction extends Construct {
  readonly lambda: Lambda;
  readonly role: Role;
  /** What others call: where code is shifted gradually the alias that shares calls out between two versions of it. */
  readonly live: Lambda | Alias;
  readonly #name: string;

  constructor(scope: Construct, id: string, props: Props) {
    super(scope, id);
    const { name, called = name, settings, bundles, timeout, memorySize = 512, reserved, isLoop, environment } = props;
    this.#name = called;
    const functionName = `${settings.prefix}-${called}`;
    const logGroup = createLogGroup(this, 'Logs', { logGroupName: `/aws/lambda/${functionName}`, settings });
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    this.role = role;
    logGroup.grantWrite(role);
    this.lambda = new Lambda(this, 'Function', {
      functionName,
      role,
      logGroup,
      loggingFormat: LoggingFormat.JSON,
      // Two lines for each invocation that went well would be half of what logs cost; metrics and traces say the same.
      systemLogLevelV2: SystemLogLevel.WARN,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      tracing: Tracing.ACTIVE,
      handler: 'index.handler',
      code: Code.fromAsset(bundles.folderOf(name)),
      timeout,
      memorySize,
      ...(isLoop && { recursiveLoop: RecursiveLoop.ALLOW }),
      ...(reserved === undefined || !reserves(settings) ? {} : { reservedConcurrentExecutions: reserved }),
      environment: {
        STAGE: settings.stage,
        POWERTOOLS_SERVICE_NAME: called,
        ...environment,
      },
    });
    accept(
      role,
      'IAM5[Resource::*]',
      'X-Ray takes traces of an account as a whole; its write actions know no resource.',
    );
    if (settings.encryptionKey !== undefined) this.allow(WITH_KEY, [settings.encryptionKey]);
    this.live =
      isGradual(settings) && props.isAskedByName !== true
        ? new Shift(this, 'Shift', { lambda: this.lambda, called, settings }).alias
        : this.lambda;
    this.#watch(props);
  }

  #watch({ alarms, name, called = name }: Props): void {
    alarms.add(`${called}-errors`, {
      metric: this.lambda.metricErrors({ period: FIVE_MINUTES }),
      threshold: 1,
      periods: 2,
      about: `The function ${called} fails. Everything it does is tried again; read its log.`,
    });
  }

  /** Rings where what it takes fails and comes back, one by one: that is no error of the function's. */
  watchReturned({ alarms, settings }: Pick<FunctionProps, 'alarms' | 'settings'>): void {
    alarms.add(`${this.#name}-returned`, {
      // One that can never be taken comes back six times in its first hour; one busy moment does not reach this.
      metric: counted(settings, 'Returned', { period: Duration.hours(1), by: { Function: this.#name } }),
      threshold: 5,
      about: `What ${this.#name} takes fails and comes back, five times within an hour. Its log says which error.`,
    });
  }

  /** Lets the function do exactly these actions with exactly these things. */
  allow(actions: string[], resources: string[], conditions?: Record<string, Record<string, unknown>>): void {
    this.lambda.addToRolePolicy(new PolicyStatement({ actions, resources, ...(conditions && { conditions }) }));
  }

  /**
   * Lets the function take from a source. The mapping has a logical id of ours: CDK's has the whole path of the source in
   * it, and AWS, which allows one mapping of a function and a source, refuses another that comes before the first has gone.
   */
  take(logicalId: string, source: IEventSource): void {
    const isMapping = (each: unknown) => each instanceof CfnEventSourceMapping;
    const before = this.live.node.findAll().filter(isMapping);
    this.live.addEventSource(source);
    for (const each of this.live.node.findAll().filter(isMapping)) {
      if (!before.includes(each)) each.overrideLogicalId(logicalId);
    }
  }
}

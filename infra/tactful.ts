import { join } from 'node:path';
import type { IEventBus } from 'aws-cdk-lib/aws-events';
import type { IGrantable } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Annotations, type Environment, type IStackSynthesizer, Stage } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import type { OperatorRight } from './operator.ts';
import { settingsOf } from './read-settings.ts';
import { type GivenSettings, hearsReplies, type Settings } from './settings.ts';
import { createStacks } from './stacks.ts';
import { type Compiled, compileWorkflows } from './workflows.ts';

/** What is to run, with a word where the folder and the stage do not agree about inboxes. Throws WorkflowsInvalid. */
const compileFor = (scope: Construct, settings: Settings): Compiled => {
  const { workflows, stage, pace, inbox } = settings;
  const traits = { pace, hasInbox: inbox === 'on', hasReplies: hearsReplies(settings) };
  const compiled = compileWorkflows(workflows, traits, stage);
  if (inbox === 'off' && compiled.saysInbox)
    Annotations.of(scope).addWarningV2(
      'tactful:inbox-off',
      'policy.yaml says that a product shows inboxes, and this stage has no reader of them: what goes to the inbox alone reaches nobody. Deploy with -c inbox=on (docs/inbox.md).',
    );
  if (inbox === 'on' && !compiled.saysInbox)
    Annotations.of(scope).addWarningV2(
      'tactful:inbox-unsaid',
      'This stage has a reader of inboxes, and policy.yaml does not say for how long they keep messages, so nothing goes there: write inbox: { keeps: 90 days } (docs/inbox.md).',
    );
  return compiled;
};

/** The settings of docs/deploy.md, and where the stacks go. */
export interface TactfulProps extends GivenSettings {
  /** The account and region of the stacks; those of whoever deploys if not given. */
  readonly env?: Environment;
  /** How the stacks are deployed; as the app's other stacks if not given. */
  readonly synthesizer?: IStackSynthesizer;
}

/**
 * One deployment of Tactful, in an app of its own or beside others. It holds stacks and is no part of the stack that it is
 * made in: what keeps customers, what runs and what watches it live for different times. Throws SettingsInvalid or
 * WorkflowsInvalid.
 */
export class Tactful extends Construct {
  /** Where events go. */
  readonly bus: IEventBus;
  /** Where alarms ring. */
  readonly alarms: ITopic;
  /** What the commands about a stage ask, a function for each right. */
  readonly #operators: Record<OperatorRight, IFunction>;
  /** Where links in messages lead. */
  readonly preferencesUrl: string;

  constructor(scope: Construct, id: string, { env, synthesizer, ...given }: TactfulProps) {
    super(scope, id);
    const settings = settingsOf(given);
    const { main, operations } = createStacks(this, {
      settings,
      compiled: compileFor(this, settings),
      out: join(Stage.of(this)?.outdir ?? 'cdk.out', 'built', settings.prefix),
      ...(env && { env }),
      ...(synthesizer && { synthesizer }),
    });
    this.bus = main.bus.bus;
    this.alarms = operations.alarms.topic;
    const { fn, read, erase } = main.operator;
    this.#operators = { operate: fn.lambda, 'operate-read': read.lambda, 'operate-erase': erase.lambda };
    this.preferencesUrl = main.preferences.api.apiEndpoint;
  }

  /** Lets somebody tell us what happened. */
  grantPutEvents(grantee: IGrantable): void {
    this.bus.grantPutEventsTo(grantee);
  }

  /** Lets somebody run the stage, read what is held of customers, or erase it. */
  grantOperate(grantee: IGrantable, ...rights: OperatorRight[]): void {
    for (const right of rights) this.#operators[right].grantInvoke(grantee);
  }
}

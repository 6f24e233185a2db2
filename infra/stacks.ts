import { ManagedPolicy, PermissionsBoundary } from 'aws-cdk-lib/aws-iam';
import { type IStackSynthesizer, type Stack, type StackProps, Tags } from 'aws-cdk-lib/core';
import type { Construct, IConstruct } from 'constructs';
import { IdentityStack, identityStackName } from './identity-stack.ts';
import { type MainProps, MainStack } from './main-stack.ts';
import { OperationsStack } from './operations-stack.ts';

export interface StacksProps extends Omit<MainProps, 'alarms' | keyof StackProps> {
  env?: StackProps['env'];
  synthesizer?: IStackSynthesizer;
}

/** The stacks of one stage. */
export const createStacks = (scope: Construct, { env, synthesizer, ...props }: StacksProps) => {
  const { settings } = props;
  const { prefix } = settings;
  const common = { ...(env && { env }), ...(synthesizer && { synthesizer }) };
  const named = (stackName: string, about: string) => ({ ...common, stackName, description: `Tactful: ${about}` });
  // First, so that whatever runs can add its alarms; it is deployed after what it watches.
  const operations = new OperationsStack(scope, `${prefix}-operations`, {
    ...named(`${prefix}-operations`, 'alarms, dashboard, archive'),
    settings,
  });
  const { alarms } = operations;
  const about = 'journeys that ask before every message';
  const main = new MainStack(scope, prefix, { ...named(prefix, about), ...props, alarms });
  operations.watch(main);
  const identity = identityOf(scope, settings, named);
  // Before what sends: its DNS records take the longest.
  if (identity) main.addStackDependency(identity);
  mark([main, operations], { ...settings.tags, 'tactful:stage': settings.stage });
  // The stack of a sender is of no stage.
  if (identity) mark([identity], settings.tags);
  bound([main, operations], settings);
  return { main, operations, identity };
};

const mark = (stacks: Stack[], tags: Record<string, string>): void => {
  for (const stack of stacks) for (const [name, value] of Object.entries(tags)) Tags.of(stack).add(name, value);
};

const bound = (stacks: Stack[], { permissionsBoundary }: MainProps['settings']): void => {
  if (permissionsBoundary === undefined) return;
  for (const stack of stacks) {
    const policy = permissionsBoundary.startsWith('arn:')
      ? ManagedPolicy.fromManagedPolicyArn(stack, 'Boundary', permissionsBoundary)
      : ManagedPolicy.fromManagedPolicyName(stack, 'Boundary', permissionsBoundary);
    PermissionsBoundary.of(stack).apply(policy);
  }
};

/** The stack of the sender, which all stages of an app with that sender share. */
const identityOf = (
  scope: Construct,
  settings: MainProps['settings'],
  named: (stackName: string, about: string) => StackProps,
): IdentityStack | undefined => {
  if (settings.identity === 'existing') return undefined;
  const name = identityStackName(settings);
  const props = named(name, 'whom email comes from, for all stages with this sender');
  const made = (each: IConstruct) => each instanceof IdentityStack && each.stackName === name && inPlace(each, props);
  const shared = scope.node.root.node.findAll().find(made);
  return shared instanceof IdentityStack ? shared : new IdentityStack(scope, name, { ...props, settings });
};

const inPlace = (stack: Stack, { env }: StackProps): boolean =>
  env?.region === undefined || (stack.region === env.region && stack.account === env.account);

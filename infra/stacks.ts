import { type App, CliCredentialsStackSynthesizer, Tags, Validations } from 'aws-cdk-lib/core';
import { AwsSolutionsChecks } from 'cdk-nag';
import { IdentityStack, identityStackName } from './identity-stack.ts';
import { OperationsStack } from './operations-stack.ts';
import { type TactfulProps, TactfulStack } from './tactful-stack.ts';

/** The stacks of one stage, checked by cdk-nag. */
export const createStacks = (app: App, props: Omit<TactfulProps, 'alarms'>) => {
  const { prefix, stage } = props.settings;
  // An account without the roles of a bootstrap, such as a sandbox, deploys with whoever runs the command.
  const synthesizer =
    app.node.tryGetContext('cliCredentials') === undefined ? {} : { synthesizer: new CliCredentialsStackSynthesizer() };
  const description = 'Tactful: journeys that ask before every message';
  // First, so that whatever runs can add its alarms; it is deployed after what it watches.
  const operations = new OperationsStack(app, `${prefix}-operations`, {
    settings: props.settings,
    ...synthesizer,
    description: `${description}: alarms, dashboard, archive`,
  });
  const { alarms } = operations;
  const main = new TactfulStack(app, prefix, { ...props, alarms, ...synthesizer, description });
  operations.watch(main);
  const identity =
    props.settings.identity === 'existing'
      ? undefined
      : new IdentityStack(app, identityStackName(props.settings), {
          settings: props.settings,
          ...synthesizer,
          description: 'Tactful: whom email comes from, for all stages with this sender',
        });
  // Before what sends: its DNS records take the longest.
  if (identity) main.addDependency(identity);
  for (const stack of [main, operations]) Tags.of(stack).add('tactful:stage', stage);
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  return { main, operations, identity };
};

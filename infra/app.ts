import { App, CliCredentialsStackSynthesizer, Validations } from 'aws-cdk-lib/core';
import { AwsSolutionsChecks } from 'cdk-nag';
import { readSettings, SettingsInvalid } from './read-settings.ts';
import { Tactful } from './tactful.ts';
import { WorkflowsInvalid } from './workflows.ts';

const app = new App();
try {
  const settings = readSettings((name) => app.node.tryGetContext(name), Object.keys(app.node.getAllContext()));
  // An account without the roles of a bootstrap, such as a sandbox, deploys with whoever runs the command.
  const byHand = app.node.tryGetContext('cliCredentials') !== undefined;
  new Tactful(app, 'Tactful', { ...settings, ...(byHand && { synthesizer: new CliCredentialsStackSynthesizer() }) });
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  app.synth();
} catch (error) {
  // What a person can mend is a sentence; anything else keeps its stack.
  if (!(error instanceof SettingsInvalid || error instanceof WorkflowsInvalid)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}

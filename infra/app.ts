import { join } from 'node:path';
import { App } from 'aws-cdk-lib/core';
import { readSettings, SettingsInvalid } from './settings.ts';
import { createStacks } from './stacks.ts';
import { compileWorkflows, WorkflowsInvalid } from './workflows.ts';

const app = new App();
try {
  const settings = readSettings((name) => app.node.tryGetContext(name));
  const compiled = await compileWorkflows(settings.workflows, settings.pace);
  createStacks(app, { settings, compiled, out: join(app.outdir, 'built') });
  app.synth();
} catch (error) {
  // What a person can mend is a sentence; anything else keeps its stack.
  if (!(error instanceof SettingsInvalid || error instanceof WorkflowsInvalid)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}

import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { run } from './process.ts';

export interface DeployOptions {
  env: NodeJS.ProcessEnv;
  /** A folder of this run's own. */
  out: string;
  /** Context values over those of cdk.json. */
  context: Record<string, string>;
}

const CDK = resolve('node_modules/aws-cdk/bin/cdk');

const contextArgs = (context: Record<string, string>): string[] =>
  Object.entries(context).flatMap(([name, value]) => ['-c', `${name}=${value}`]);

const cdk = (args: string[], env: NodeJS.ProcessEnv, cwd = '.'): Promise<string> =>
  run(process.execPath, [CDK, ...args, '--no-color', '--ci'], { env, cwd });

/** Puts the bucket that deployments go through into an account. */
export const bootstrap = async ({ env, out }: Omit<DeployOptions, 'context'>): Promise<void> => {
  // Away from our cdk.json: it needs no stacks, so it need not build any.
  await cdk(['bootstrap', 'aws://000000000000/us-east-1'], env, out);
};

/** Deploys a stack with the CDK's own command, and answers its outputs. */
export const deploy = async (stack: string, { env, out, context }: DeployOptions): Promise<Record<string, string>> => {
  const outputs = join(out, 'outputs.json');
  const args = ['deploy', `**/${stack}`, '--exclusively', '--require-approval', 'never', '--output', join(out, 'cdk')];
  await cdk([...args, '--outputs-file', outputs, ...contextArgs({ ...context, cliCredentials: 'true' })], env);
  const told = JSON.parse(await readFile(outputs, 'utf8')) as Record<string, Record<string, string>>;
  return told[stack] ?? {};
};

/** Removes a stack with the CDK's own command. */
export const destroy = async (stack: string, { env, out, context }: DeployOptions): Promise<void> => {
  const args = ['destroy', `**/${stack}`, '--exclusively', '--force', '--output', join(out, 'cdk')];
  await cdk([...args, ...contextArgs({ ...context, cliCredentials: 'true' })], env);
};

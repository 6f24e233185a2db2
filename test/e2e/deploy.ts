import { mkdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { gently, run } from './process.ts';

export interface DeployOptions {
  env: NodeJS.ProcessEnv;
  /** A folder of this run's own. */
  out: string;
  /** Context values over those of cdk.json. */
  context: Record<string, string>;
  /** Whether it gives way to all else. */
  isGentle?: boolean;
}

const CDK = resolve('node_modules/aws-cdk/bin/cdk');

const contextArgs = (context: Record<string, string>): string[] =>
  Object.entries(context).flatMap(([name, value]) => ['-c', `${name}=${value}`]);

const cdk = (args: string[], env: NodeJS.ProcessEnv, { cwd = '.', isGentle = false } = {}): Promise<string> => {
  const all = [CDK, ...args, '--no-color', '--ci'];
  const [command, words] = isGentle ? gently(process.execPath, all) : [process.execPath, all];
  return run(command, words, { env, cwd });
};

/** The app of cdk.json, which bundles what it has not bundled in this run. */
const APP = `node --import ${new URL('bundled-once.ts', import.meta.url).href} --disable-warning=ExperimentalWarning infra/app.ts`;

const ofApp = async ({ env, out, context }: DeployOptions): Promise<{ args: string[]; env: NodeJS.ProcessEnv }> => {
  const bundles = join(out, 'bundles');
  await mkdir(bundles, { recursive: true });
  const args = ['--app', APP, '--output', join(out, `cdk-${context.stage}`)];
  return { args: [...args, ...contextArgs(context)], env: { ...env, BUNDLED_ONCE: bundles } };
};

/** Puts the bucket that deployments go through into an account. */
export const bootstrap = async ({ env, out }: Pick<DeployOptions, 'env' | 'out'>): Promise<void> => {
  // Away from our cdk.json: it needs no stacks, so it need not build any.
  await cdk(['bootstrap', 'aws://000000000000/us-east-1'], env, { cwd: out });
};

/** As whoever runs the command: this account has no roles of a bootstrap. */
const byHand = (options: DeployOptions): DeployOptions => ({
  ...options,
  context: { ...options.context, cliCredentials: 'true' },
});

/** Deploys stacks with the CDK's own command, and answers the outputs of the last. */
export const deploy = async (stacks: readonly string[], options: DeployOptions): Promise<Record<string, string>> => {
  const { args, env } = await ofApp(byHand(options));
  const outputs = join(options.out, `outputs-${options.context.stage}.json`);
  const which = stacks.map((stack) => `**/${stack}`);
  await cdk(
    ['deploy', ...which, '--exclusively', '--require-approval', 'never', '--outputs-file', outputs, ...args],
    env,
    options,
  );
  const outputsByStack = JSON.parse(await readFile(outputs, 'utf8')) as Record<string, Record<string, string>>;
  return outputsByStack[stacks.at(-1) ?? ''] ?? {};
};

/** Removes a stack with the CDK's own command. */
export const destroy = async (stack: string, options: DeployOptions): Promise<void> => {
  const { args, env } = await ofApp(byHand(options));
  await cdk(['destroy', `**/${stack}`, '--exclusively', '--force', ...args], env, options);
};

/** Writes the templates of all stacks into a folder. */
export const synthesize = async (options: DeployOptions): Promise<string> => {
  const { args, env } = await ofApp(options);
  await cdk(['synth', '--quiet', ...args], env, options);
  return join(options.out, `cdk-${options.context.stage}`);
};

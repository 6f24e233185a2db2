import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Template } from 'aws-cdk-lib/assertions';
import { App } from 'aws-cdk-lib/core';
import { AwsSolutionsChecks } from 'cdk-nag';
import { FUNCTIONS, type Handlers } from '../../../infra/bundle.ts';
import { readSettings } from '../../../infra/read-settings.ts';
import { createStacks } from '../../../infra/stacks.ts';
import { type Compiled, compileWorkflows } from '../../../infra/workflows.ts';

const { context: shipped } = JSON.parse(readFileSync('cdk.json', 'utf8')) as { context: Record<string, unknown> };

/** Stand in for our handlers. */
export const PLACEHOLDERS = Object.fromEntries(
  FUNCTIONS.map((name) => [name, 'test/infra/support/placeholder.handler.ts']),
) as Handlers;

/** A folder that goes when the run ends. */
export const scratch = (): string => mkdtempSync(join(tmpdir(), 'tactful-synth-'));

export const workflows: Compiled = compileWorkflows('workflows');

/** A stage that is kept needs a sender that is somebody, and a place where answers come in. */
const OURS = { sender: 'Acme <hello@mail.acme.com>', inboundDomain: 'reply.acme.com' };

/**
 * For templates that are only read: nothing is bundled, and what CDK's own rules say of them `npm run synth` says. These
 * two took most of the time.
 */
export const READ_ONLY = {
  builtinCloudFormationValidation: false,
  treeMetadata: false,
  postCliContext: {
    'aws:cdk:bundling-stacks': [],
    // Who made what, which nobody reads here, is a quarter of the rest.
    'aws:cdk:disable-creation-stack-traces': true,
    'aws:cdk:disable-logicalId-metadata': true,
    'aws:cdk:disable-stack-trace': true,
  },
};

/** The stacks as cdk.json has them, but for what is given; where CDK is asked to bundle some, with what stands in for our handlers. */
export const createApp = (
  context: Record<string, unknown> = {},
  compiled: Compiled = workflows,
  { bundled = [], env }: { bundled?: readonly string[]; env?: { region: string; account: string } } = {},
) => {
  const outdir = scratch();
  const postCliContext = { ...READ_ONLY.postCliContext, 'aws:cdk:bundling-stacks': bundled };
  const app = new App({ outdir, context: { ...shipped, ...OURS, ...context }, ...READ_ONLY, postCliContext });
  const settings = readSettings((name) => app.node.tryGetContext(name));
  const built = { settings, compiled, out: join(outdir, 'built'), handlers: PLACEHOLDERS };
  const stacks = createStacks(app, { ...built, ...(env && { env }) });
  return { app, ...stacks };
};

export interface Resource {
  Type: string;
  // biome-ignore lint/suspicious/noExplicitAny: a template is what CloudFormation makes of it.
  Properties: Record<string, any>;
  DeletionPolicy?: string;
  UpdateReplacePolicy?: string;
}

const synthesize = (context: Record<string, unknown>, compiled: Compiled) => {
  const { app, main, operations } = createApp(context, compiled);
  const read = (stack: typeof main | typeof operations) => {
    const json = Template.fromStack(stack).toJSON() as { Resources: Record<string, Resource> };
    const all = json.Resources;
    return { json, all, of: (type: string) => Object.entries(all).filter(([, { Type }]) => Type === type) };
  };
  return { app, main: read(main), operations: read(operations) };
};

/** The shipped workflows by what is given: tests only read templates, so each is made once a worker. */
const shippedBy = new Map<string, Omit<ReturnType<typeof synthesize>, 'app'>>();

/** The last of them, since to keep them all would need memory. */
let latest: { key: string; app: App } | undefined;

/** What is given, whether it is said or shipped so, and in whatever order. */
const keyOf = (context: Record<string, unknown>): string =>
  JSON.stringify(
    Object.entries({ ...shipped, ...OURS, ...context }).sort(([one], [other]) => one.localeCompare(other)),
  );

/** A synthesized template: resources by logical id, and those of a type. */
export const synth = (context: Record<string, unknown> = {}, compiled: Compiled = workflows) => {
  if (compiled !== workflows) return synthesize(context, compiled);
  const key = keyOf(context);
  const before = shippedBy.get(key);
  if (before) return before;
  const { app, ...stacks } = synthesize(context, compiled);
  shippedBy.set(key, stacks);
  latest = { key, app };
  return stacks;
};

/** The names of the rules of cdk-nag that an app breaks. */
export const rulesBrokenIn = (app: App): string[] =>
  new AwsSolutionsChecks(app).validateScope(app).violations.map(({ ruleName }) => ruleName);

/** Those that the stacks break as they are synthesized with what is given. */
export const rulesBrokenWith = (context: Record<string, unknown> = {}): string[] => {
  synth(context);
  return rulesBrokenIn(latest?.key === keyOf(context) ? latest.app : createApp(context).app);
};

import { existsSync, readFileSync } from 'node:fs';
import * as z from 'zod';
import { nearest } from '../../language/read/yaml/lookup.ts';
import { UsageError } from '../usage-error.ts';

const Context = z.object({
  sender: z.string().default(''),
  identity: z.enum(['domain', 'address', 'existing']).default('existing'),
  busName: z.string().optional(),
  smsFrom: z.string().optional(),
  inboundDomain: z.string().optional(),
  textReader: z.enum(['embedded', 'comprehend', 'bedrock']).default('embedded'),
  textModel: z.string().default('global.amazon.nova-2-lite-v1:0'),
  linkCertificate: z.string().optional(),
  maxSendRate: z.coerce.number().positive().optional(),
  reservedConcurrency: z.enum(['on', 'off']).optional(),
  inbox: z.enum(['on', 'off']).default('off'),
  desk: z.string().optional(),
  workflows: z.string().default('workflows'),
});

/** What a deploy would be told, as far as an account has a say in it. `cdk synth` checks the settings themselves. */
export interface Plan extends z.infer<typeof Context> {
  stage: string;
  prefix: string;
  address: string;
  domain: string;
  /** Whether any moment goes out as a text. */
  texts: boolean;
  /** What the folder asks of a stage; undefined where it is not right as it is. */
  says: { replies: boolean; inbox: boolean } | undefined;
}

const contextIn = (file: string): Record<string, unknown> => {
  if (!existsSync(file)) return {};
  const read = JSON.parse(readFileSync(file, 'utf8'));
  return file.endsWith('cdk.json') ? (read.context ?? {}) : read;
};

/** `name=value` as `cdk` takes it. Throws UsageError. */
const parsePairs = (pairs: string[]): Record<string, string> =>
  Object.fromEntries(
    pairs.map((pair) => {
      const [name, ...value] = pair.split('=');
      if (!name || value.length === 0) throw new UsageError(`-c ${pair} is no setting: write -c name=value.`);
      return [name, value.join('=')];
    }),
  );

const NAMES = Object.keys(Context.shape);

/** A deploy has settings that are not looked at here; one that is nearly of these would be read by nobody. Throws UsageError. */
const refuseMisspelt = (names: string[]): void => {
  for (const name of names) {
    const meant = NAMES.includes(name) ? undefined : nearest(name, NAMES);
    if (meant !== undefined)
      throw new UsageError(`${name}, in cdk.json or by -c, is no setting: did you mean ${meant}?`);
  }
};

/** The settings of a stage out of `cdk.json`, `cdk.context.json` and the command line, later ones first. Throws UsageError. */
export const readPlan = (stage: string, pairs: string[]): Omit<Plan, 'texts' | 'says'> => {
  const context = { ...contextIn('cdk.context.json'), ...contextIn('cdk.json'), ...parsePairs(pairs) };
  refuseMisspelt(Object.keys(context));
  const read = Context.safeParse(context);
  if (!read.success) {
    const [{ path, message } = { path: [], message: '' }] = read.error.issues;
    throw new UsageError(`The setting ${path.join('.')} in cdk.json or by -c is not right: ${message}.`);
  }
  const { sender } = read.data;
  const address = (/<([^<>]+)>/.exec(sender)?.[1] ?? sender).trim();
  return { ...read.data, stage, prefix: `tactful-${stage}`, address, domain: address.split('@')[1] ?? '' };
};

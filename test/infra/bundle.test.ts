import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { bundle, FUNCTIONS } from '../../infra/bundle.ts';
import { readAtOnce, sourcesOf } from '../support/bundle.ts';
import { CARRYING, expectAlikeElsewhere, folderOf, metafileOf } from './support/bundles.ts';
import { createApp, PLACEHOLDERS, scratch, workflows } from './support/synth.ts';

describe.each(CARRYING)('the bundle of %s', (name) => {
  it('holds no YAML parser, no reader, no compiler, no simulator and no CDK', () => {
    const sources = sourcesOf(metafileOf(name));
    expect(sources.length).toBeGreaterThan(1);
    const foreign = /node_modules\/(yaml|aws-cdk-lib|constructs|commander|sms-segments-calculator)\//;
    expect(sources.filter((path) => foreign.test(path))).toEqual([]);
    const ours = sources.filter((path) => !path.includes('node_modules'));
    expect(ours.filter((path) => !/^(functions|core|language\/(catalogue|expressions))\//.test(path))).toEqual([]);
  });

  it('says at its start which variables are missing', async () => {
    await expect(import(pathToFileURL(join(folderOf(name), 'index.mjs')).href)).rejects.toThrow(
      /STAGE is missing; .*deploy it again/,
    );
  });

  it('reads neither the tracer nor the ways to credentials that Lambda has no use for', () => {
    const sources = sourcesOf(metafileOf(name), readAtOnce(metafileOf(name)));
    expect(sources.filter((file) => /aws-xray|powertools\/tracer|credential-provider-(ini|sso)/.test(file))).toEqual(
      [],
    );
  });
});

describe('bundles', () => {
  it.each(FUNCTIONS)('%s carries its SDK: nothing but what Node has is looked for outside', (name) => {
    const imports = Object.values(metafileOf(name).outputs).flatMap((output) => output.imports);
    const outside = imports.filter(({ external }) => external).map(({ path }) => path);
    expect(outside.filter((path) => path.startsWith('@') || path.includes('aws'))).toEqual([]);
  });

  // Of others bundle.deep.ts says so: two builds of each take seconds.
  it('built again elsewhere, effects has the same files, so that nothing is deployed for nothing, and starts alike', async () => {
    await expectAlikeElsewhere('effects');
  });

  it('publish has the workflows beside it that it is to publish, as written, and no other function any', () => {
    const placed = bundle(scratch(), workflows.repository, PLACEHOLDERS);
    const holding = FUNCTIONS.filter((name) => readdirSync(placed.folderOf(name)).includes('workflows.json'));
    expect(holding).toEqual(['publish']);
    const { files } = JSON.parse(readFileSync(join(placed.folderOf('publish'), 'workflows.json'), 'utf8'));
    const [policy] = files.filter(({ path }: { path: string }) => path === 'policy.yaml');
    expect(policy.text).toBe(readFileSync('workflows/policy.yaml', 'utf8'));
  });

  it('an edit of copy changes what is brought, and not what publishes it', () => {
    const [first, ...others] = workflows.repository.files;
    const edit = { files: [{ path: first?.path ?? '', text: `${first?.text}\n` }, ...others] };
    const [same, edited] = [workflows.repository, edit].map((each) => bundle(scratch(), each, PLACEHOLDERS));
    expect(edited?.workflows).not.toBe(same?.workflows);
    expect(edited?.publisher).toBe(same?.publisher);
  });

  it('are made of the stacks that CDK is asked for, of no other, and the stack of alarms is the same either way', () => {
    const builtFor = (stacks: readonly string[]) => {
      const { app, operations } = createApp({}, workflows, { bundled: stacks });
      const isBundled = readdirSync(join(app.outdir, 'built', 'functions')).includes('deliver');
      return { isBundled, alarms: Template.fromStack(operations).toJSON() };
    };
    const all = builtFor(['**']);
    const other = builtFor(['tactful-dev-operations']);
    expect([all.isBundled, builtFor(['tactful-dev']).isBundled, other.isBundled]).toEqual([true, true, false]);
    expect(other.alarms).toEqual(all.alarms);
  });
});

/** Each of its events is a mail in a bucket. */
const READING_OBJECTS = 'inbound';

it.each(CARRYING.filter((name) => name !== READING_OBJECTS))(
  '%s reads what is published without the client of S3',
  (name) => {
    const sources = sourcesOf(metafileOf(name), readAtOnce(metafileOf(name)));
    expect(sources.filter((file) => file.includes('client-s3'))).toEqual([]);
  },
);

it.each([
  [
    'intake',
    /temporal-polyfill|client-(sqs|secrets-manager)|core\/sentiment\/(text\.embedded|(english|languages|model)\/)|page-words\/(english|german)/,
  ],
  ['deliver', /client-pinpoint-sms-voice-v2|deliver\/canary\.ts/],
  ['operate', /client-(sqs|s3|lambda)/],
  ['preferences', /node_modules\/jsonata/],
] as const)('%s reads what few events need only for those', (name, seldom) => {
  const isSeldom = (file: string) => seldom.test(file);
  expect(sourcesOf(metafileOf(name)).some(isSeldom)).toBe(true);
  expect(sourcesOf(metafileOf(name), readAtOnce(metafileOf(name))).filter(isSeldom)).toEqual([]);
});

// A schema is built where its file is imported, from hundreds of parts: a fifth of a start, where nothing is checked by it.
it.each(['intake', 'advance', 'deliver'] as const)('%s builds no schema of an item: only relay checks one', (name) => {
  const isOfItem = (file: string) => /core\/customer\/model\/(state|journal|enrolment)\.ts$/.test(file);
  expect(sourcesOf(metafileOf('relay'), readAtOnce(metafileOf('relay'))).some(isOfItem)).toBe(true);
  expect(sourcesOf(metafileOf(name), readAtOnce(metafileOf(name))).filter(isOfItem)).toEqual([]);
});

it('deliver alone writes: the others hold neither Liquid nor Markdown', () => {
  const writers = CARRYING.filter((name) =>
    sourcesOf(metafileOf(name)).some((file) => /node_modules\/(liquidjs|markdown-it)\//.test(file)),
  );
  expect(writers).toEqual(['deliver']);
});

it('expressions are worked out by the library, but for a path to a scalar: what else says the same sooner is the simulator’s', () => {
  const expressions = (name: (typeof FUNCTIONS)[number]) =>
    sourcesOf(metafileOf(name)).filter((file) => file.startsWith('language/expressions/'));
  const ours = new Set(FUNCTIONS.flatMap(expressions));
  expect([...ours].toSorted()).toEqual([
    'language/expressions/condition.ts',
    'language/expressions/exact.ts',
    'language/expressions/plain-path.ts',
  ]);
  const holding = FUNCTIONS.filter((name) =>
    sourcesOf(metafileOf(name)).some((file) => file.includes('simulator/machine/plain')),
  );
  expect(holding).toEqual(['publish', 'api']);
});

it('relay and effects need no reducer, and so no JSONata', () => {
  for (const name of ['relay', 'effects'] as const) {
    expect(sourcesOf(metafileOf(name)).filter((file) => file.includes('node_modules/jsonata'))).toEqual([]);
  }
});

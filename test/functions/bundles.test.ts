import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { bundle, FUNCTIONS } from '../../infra/bundle.ts';
import { compileWorkflows } from '../../infra/workflows.ts';
import { readAtOnce, sourcesOf } from '../support/bundle.ts';

const dir = mkdtempSync(join(tmpdir(), 'tactful-bundles-'));
afterAll(() => rmSync(dir, { recursive: true }));

const { repository } = compileWorkflows('workflows');
const { folderOf, metafileOf } = bundle(dir, repository);

/** Those that carry journeys, and are started for each of their steps; the others read drafts, and play them. */
const CARRYING = FUNCTIONS.filter((name) => name !== 'publish' && name !== 'api');

describe.each(CARRYING)('the bundle of %s', (name) => {
  it('holds no reader, compiler or simulator', () => {
    expect(
      sourcesOf(metafileOf(name)).filter((file) =>
        /(^|\/)(language\/(read|compile)|simulator|node_modules\/(yaml|aws-cdk-lib|sms-segments-calculator))\//.test(
          file,
        ),
      ),
    ).toEqual([]);
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
  ['intake', /temporal-polyfill|client-sqs|core\/sentiment\/(text\.embedded|(english|languages|model)\/)/],
  ['deliver', /client-pinpoint-sms-voice-v2|deliver\/canary\.ts/],
  ['operate', /client-(sqs|s3|lambda)/],
  ['preferences', /node_modules\/jsonata/],
] as const)('%s reads what few events need only for those', (name, seldom) => {
  const isSeldom = (file: string) => seldom.test(file);
  expect(sourcesOf(metafileOf(name)).some(isSeldom)).toBe(true);
  expect(sourcesOf(metafileOf(name), readAtOnce(metafileOf(name))).filter(isSeldom)).toEqual([]);
});

it('deliver alone writes: the others hold neither Liquid nor Markdown', () => {
  const writers = CARRYING.filter((name) =>
    sourcesOf(metafileOf(name)).some((file) => /node_modules\/(liquidjs|markdown-it)\//.test(file)),
  );
  expect(writers).toEqual(['deliver']);
});

it('relay and effects need no reducer, and so no JSONata', () => {
  for (const name of ['relay', 'effects'] as const) {
    expect(sourcesOf(metafileOf(name)).filter((file) => file.includes('node_modules/jsonata'))).toEqual([]);
  }
});

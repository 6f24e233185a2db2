import * as z from 'zod';
import { createS3Published, type Signing } from '../published.s3.ts';
import { keepPublished, type PublishedCatalogue } from '../published.ts';
import type { Log } from './log.ts';

/** What a function has to know that decides by what is published. */
export const PUBLISHED_AT = {
  WORKFLOWS_BUCKET: z.string(),
  /** Where AWS is, if not where it always is. */
  AWS_ENDPOINT_URL: z.string().optional(),
};

interface PublishedDeps {
  client: Signing;
  env: { WORKFLOWS_BUCKET: string; AWS_ENDPOINT_URL?: string | undefined };
  log: Pick<Log, 'error'>;
  now: () => number;
}

/** What is published on the stage, asked for while the container starts; the first task asks again if that fails. */
export const openPublished = ({ client, env, log, now }: PublishedDeps): PublishedCatalogue => {
  const report = (error: unknown) => log.error('What is published could not be read.', { error: error as Error });
  const fetch = createS3Published({ client, bucket: env.WORKFLOWS_BUCKET, endpoint: env.AWS_ENDPOINT_URL });
  const published = keepPublished({ fetch, now, report });
  published.current().catch(report);
  return published;
};

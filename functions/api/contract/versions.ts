import * as z from 'zod';
import { Instant, listOf, Page, Person } from './common.ts';
import { StartedJob } from './jobs.ts';
import { route } from './route.ts';

export const Version = z
  .strictObject({
    number: z.number().int().positive(),
    /** Hash of the compiled catalogue. */
    catalogue: z.string(),
    at: Instant,
    by: Person,
    note: z.string(),
    /** By `cdk deploy`, at the console, or with the `tactful` command. */
    via: z.enum(['deploy', 'console', 'command']),
    /** The version that it took the place of. */
    parent: z.number().int().optional(),
    /** Of a roll back: the version whose contents it has again. */
    restores: z.number().int().optional(),
    isPublished: z.boolean(),
  })
  .meta({ id: 'Version' });
export type Version = z.infer<typeof Version>;

const VersionFiles = Version.extend({
  files: z.array(z.strictObject({ path: z.string(), size: z.number().int() })),
}).meta({ id: 'VersionFiles' });

export const Difference = z
  .strictObject({
    /** A number, or `draft`. */
    from: z.string(),
    to: z.string(),
    files: z.array(
      z.strictObject({
        path: z.string(),
        change: z.enum(['added', 'removed', 'changed']),
        before: z.string().optional(),
        after: z.string().optional(),
      }),
    ),
    /** Steps of journeys that differ. */
    journeys: z.array(
      z.strictObject({
        journey: z.string(),
        title: z.string(),
        change: z.enum(['added', 'removed', 'changed']),
        added: z.array(z.string()),
        removed: z.array(z.string()),
        changed: z.array(z.string()),
      }),
    ),
    /** Who rests now at a step that `to` does not have: they would leave with `step-retired`. */
    leaving: z.array(z.strictObject({ journey: z.string(), step: z.string(), people: z.number().int() })),
  })
  .meta({ id: 'Difference' });
export type Difference = z.infer<typeof Difference>;

const OneVersion = z.strictObject({ version: z.coerce.number().int().positive() });

export const versionRoutes = {
  listVersions: route({
    says: 'What was published, the newest first.',
    query: Page,
    answer: listOf(Version),
  }),
  readVersion: route({
    says: 'A version, and the files that it holds.',
    params: OneVersion,
    answer: VersionFiles,
  }),
  diffVersion: route({
    says: 'What differs between a version and another one, or the draft, and whom it concerns.',
    params: OneVersion,
    query: z.strictObject({ to: z.union([z.literal('draft'), z.coerce.number().int().positive()]) }),
    answer: Difference,
  }),
  rollBack: route({
    says: 'Publishes the contents of an earlier version again, under a new number.',
    params: OneVersion,
    body: z.strictObject({ note: z.string().min(1).max(500) }),
    status: 202,
    answer: StartedJob,
  }),
};

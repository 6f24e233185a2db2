import * as z from 'zod';

/** Grows with a change of what is kept of a version that a release of before could not live with. */
export const FORMAT = 1;

/** Who published: `cdk deploy`, somebody at the console, or the `tactful` command. */
export const Via = z.enum(['deploy', 'console', 'command']);
export type Via = z.infer<typeof Via>;

/** What is on record of a published version. Its files and its catalogue are kept beside it. */
export const Version = z.object({
  format: z.int().min(1).max(FORMAT),
  /** Counted from 1 on, for each stage. */
  version: z.int().positive(),
  /** The version that it took the place of; none of the first. */
  parent: z.int().positive().optional(),
  /** The version whose files these are, where it was rolled back to one. */
  restores: z.int().positive().optional(),
  /** An instant in UTC. */
  at: z.string(),
  by: z.string(),
  /** Why, in the words of who published. */
  note: z.string(),
  via: Via,
  /** A hash of the files as written, and the `version` of the catalogue that they compile to. */
  files: z.string(),
  catalogue: z.string(),
});
export type Version = z.infer<typeof Version>;

import * as z from 'zod';
import { Via } from './version.ts';

const Files = z.array(z.strictObject({ path: z.string(), text: z.string() })).max(5000);
const Job = z.string().regex(/^[\w-]{1,64}$/);

/** What the publish function of a stage is asked. What takes longer than somebody waits for has a `job`, by which one asks for it. */
export const PublishCommand = z.discriminatedUnion('command', [
  z.object({ command: z.literal('versions'), before: z.int().optional(), count: z.int().min(1).max(200).optional() }),
  /** The files of a version, or of the one that runs. */
  z.object({ command: z.literal('pull'), version: z.int().positive().optional() }),
  /** Makes these files the draft. `base` is the version they descend from; `force` takes over drafts of others. */
  z.object({
    command: z.literal('push'),
    files: Files,
    base: z.int().positive().optional(),
    force: z.boolean().optional(),
  }),
  z.object({
    command: z.literal('publish'),
    job: Job,
    what: z.union([z.literal('draft'), z.strictObject({ restore: z.int().positive() })]),
    note: z.string().max(2000),
    /** The version that was seen; the one that runs, if not given. */
    over: z.int().positive().optional(),
    via: Via.exclude(['deploy']),
    /** Of somebody whom the console knows: it alone may say so. */
    by: z.string().min(1).max(256).optional(),
  }),
  z.object({ command: z.literal('job'), job: Job }),
]);
export type PublishCommand = z.infer<typeof PublishCommand>;
type CommandOf<Name extends PublishCommand['command']> = Extract<PublishCommand, { command: Name }>;
export type PushCommand = CommandOf<'push'>;
export type StartCommand = CommandOf<'publish'>;

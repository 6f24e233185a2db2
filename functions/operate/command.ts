import * as z from 'zod';
import { RECORD_KINDS } from '../shared/stores/customer-records.ts';
import { PLACES } from './redrive/places.ts';

const customer = z.string().min(1);
const place = z.enum(PLACES);

/** What there are keys for: the links in messages, and what a product's backend asks of inboxes. */
export const KEYS_OF = ['links', 'inbox'] as const;
export type KeysOf = (typeof KEYS_OF)[number];

/** What an operator may ask of a deployed stage. */
export const OperatorCommand = z.discriminatedUnion('command', [
  z.strictObject({ command: z.literal('pause'), journey: z.string() }),
  z.strictObject({ command: z.literal('resume'), journey: z.string() }),
  z.strictObject({ command: z.literal('paused') }),
  z.strictObject({
    command: z.literal('read'),
    customer,
    part: z.enum(['state', ...RECORD_KINDS]),
    after: z.string().optional(),
  }),
  z.strictObject({ command: z.literal('erase'), customer }),
  /** Whether an erasure is still under way. */
  z.strictObject({ command: z.literal('erasing'), customer }),
  z.strictObject({
    command: z.literal('why'),
    customer,
    at: z.string().optional(),
    json: z.boolean().optional(),
    /** Lines that were read before. */
    after: z.number().int().nonnegative().optional(),
  }),
  /** Of the last days. */
  z.strictObject({ command: z.literal('promises'), days: z.number().int().min(1).max(400) }),
  /** With `leaked` none of the present keys is kept. Of links where nothing is said. */
  z.strictObject({
    command: z.literal('rotate-keys'),
    leaked: z.boolean().optional(),
    of: z.enum(KEYS_OF).optional(),
  }),
  /** Events about everyone: how far they are; that one tells nobody more; that it goes on. */
  z.strictObject({ command: z.literal('broadcasts') }),
  z.strictObject({ command: z.literal('stop-broadcast'), broadcast: z.string().min(1) }),
  z.strictObject({ command: z.literal('resume-broadcast'), broadcast: z.string().min(1) }),
  /** Says the same of all work of a crowd that is open; `about`: of about so many. */
  z.strictObject({
    command: z.literal('answer-crowd'),
    crowd: z.string().min(1),
    moment: z.string().min(1),
    said: z.enum(['done', 'declined']),
    by: z.string().min(1).max(100),
    text: z.string().max(100).optional(),
    note: z.string().max(500).optional(),
    about: z.number().int().nonnegative().optional(),
  }),
  /** Asked by the clock, not by people. */
  z.strictObject({ command: z.literal('bring-back') }),
  z.strictObject({ command: z.literal('look'), place }),
  z.strictObject({
    command: z.literal('redrive'),
    place,
    before: z.number(),
    reason: z.string().optional(),
    discard: z.boolean().optional(),
    from: z.number().int().optional(),
  }),
]);
export type OperatorCommand = z.infer<typeof OperatorCommand>;
/** The command of one name. */
export type CommandOf<Name extends OperatorCommand['command']> = Extract<OperatorCommand, { command: Name }>;

/** `lines` are for people; with `ok: false` they say what to do instead. */
export interface OperatorAnswer {
  ok: boolean;
  lines: string[];
  /** Of `read` a page of what is held; of `look` and `redrive` what was found and done. */
  items?: unknown[];
  /** Where the next page begins, if there is one. */
  next?: string;
}

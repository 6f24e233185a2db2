import * as z from 'zod';
import { digest } from '../../hash.ts';
import { jsonBytes } from './bound-list.ts';
import { tolerant } from './tolerant.ts';

/**
 * What a message said will happen, from when it went out until it is kept; a broken one as long as it may be kept late. Times
 * are milliseconds.
 */
export const MadePromise = tolerant({
  journey: z.string(),
  moment: z.string(),
  made: z.number(),
  /** Since when its message had been in hand, where that is earlier. */
  since: z.number().optional(),
  due: z.number(),
  /** The types of event by which it is kept. */
  on: z.array(z.string()),
  /** Entering fields that tell which event of those types. */
  event: z.record(z.string(), z.unknown()).optional(),
  /** Values that take more bytes are hashes there, and what is equal to one is compared as such. */
  hashedAbove: z.number().optional(),
  /** When there is something to do about it: the team is told first, then it breaks. Of a broken one nothing is. */
  next: z.number().optional(),
  /** The number of the timer that says so: each setting of `next` has a new one. */
  timer: z.number(),
});
export type MadePromise = z.infer<typeof MadePromise>;

/** Bytes of a hash that stands for a value. */
export const HASH = 24;

const hashed = (value: unknown): string => digest([JSON.stringify(value)], HASH);

/** The same fields, with a hash of each value that takes more bytes than that: what is equal stays equal. */
export const hashLong = (fields: Record<string, unknown>, most: number): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, jsonBytes(value) > most ? hashed(value) : value]),
  );

/** Fields to compare with hashes: a value whose hash is among them is that hash, and all others stay as they are. */
export const hashAs = (fields: Record<string, unknown>, hashes: Record<string, unknown>): Record<string, unknown> => {
  const hashSet = new Set(Object.values(hashes));
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, hashSet.has(hashed(value)) ? hashed(value) : value]),
  );
};

/** By the id of the decision that made it. */
export const MadePromises = z.record(z.string(), MadePromise);
export type MadePromises = z.infer<typeof MadePromises>;

/** What becomes of a promise. `released`: the item had no room for it, and it is followed no longer. */
export const PromiseStatus = z.enum(['made', 'due-soon', 'kept', 'broken', 'kept-late', 'released']);
export type PromiseStatus = z.infer<typeof PromiseStatus>;

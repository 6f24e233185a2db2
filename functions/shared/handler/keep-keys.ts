import { KEYS_LAST, type Keyring, keysAt } from '../keyring.ts';
import type { Log } from './log.ts';
import { memoizeFor } from './memoize-for.ts';

interface KeysDeps {
  read: () => Promise<Keyring>;
  log: Pick<Log, 'error'>;
  now: () => number;
}

/** What is made of the keys of links, made anew as often as these are to be read. Where they cannot be, what was made last is used on. */
export const keepKeys = <Value>(
  open: (keys: ReturnType<typeof keysAt>) => Value | Promise<Value>,
  { read, log, now }: KeysDeps,
): (() => Promise<Value>) =>
  memoizeFor(async () => open(keysAt(await read(), now())), {
    lasts: KEYS_LAST,
    now,
    report: (error) => log.error('The keys of links could not be read anew.', { error: error as Error }),
  });

import * as z from 'zod';
import { DAY, HOUR, MINUTE } from '../../language/catalogue/milliseconds.ts';

const OneKey = z.looseObject({
  key: z.string().min(16),
  /** What is made from this instant on, in milliseconds, is made with it. */
  from: z.number(),
});

/** Keys as a secret holds them, the newest first. */
const Written = z.looseObject({ format: z.literal(1), keys: z.array(OneKey).min(1) });

/** Keys of one purpose: what is made is made with one, and what any of them made is good. */
export type Keyring = z.infer<typeof OneKey>[];

/** How long a function may use the keys that it has read. */
export const KEYS_LAST = HOUR;

/** What is sealed and signed is made with a new key only when every function surely knows it. */
const SPREAD = 2 * KEYS_LAST;

/** Longer than any link of ours is good. */
const LINKS_LAST = 735 * DAY;

/** The secret holds something that is no key. */
export class KeyringBroken extends Error {
  override name = 'KeyringBroken';
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** Keys out of a secret's text: that of a first deploy is one key, as it was made. Throws KeyringBroken, without quoting it. */
export const readKeyring = (text: string): Keyring => {
  if (!text.startsWith('{')) return [{ key: text, from: 0 }];
  const read = Written.safeParse(parsed(text));
  if (read.success) return read.data.keys;
  const { path = [], message } = read.error.issues[0] ?? { message: 'not a keyring' };
  throw new KeyringBroken(
    `The secret with keys is broken at ${path.join('.') || 'its beginning'} (${message}). Give it back the version before: aws secretsmanager update-secret-version-stage.`,
  );
};

export const writeKeyring = (keys: Keyring): string => JSON.stringify({ format: 1, keys });

/** The key to seal and sign with at an instant, and all others that things may have been made with. */
export const keysAt = (keys: Keyring, now: number): { key: string; others: string[] } => {
  const present = keys.find(({ from }) => from <= now) ?? keys.at(-1);
  return {
    key: present?.key ?? '',
    others: keys.filter((one) => one !== present).map(({ key }) => key),
  };
};

/** The last rotation is not known everywhere yet. */
export class RotatedJustNow extends Error {
  override name = 'RotatedJustNow';
}

/** For so long after a key has taken over, what was signed with the one before it is good where a program signs, in milliseconds. */
export const OVERLAP = 7 * DAY;

/** Whether a key is still in use at an instant, or was so shortly before: it was until the one before it in the list was. */
const isUsed = (keys: Keyring, index: number, now: number, lasts: number): boolean =>
  index === 0 || now - (keys[index - 1]?.from ?? 0) < lasts;

/** Keys that a program may sign with now: one that is new from the first, one of before for a week more. */
export const goodKeys = (keys: Keyring, now: number): string[] =>
  keys.filter((_, index) => isUsed(keys, index, now, OVERLAP)).map(({ key }) => key);

/** With a new key before those that there are; what nothing that is good can be made with any more goes. Throws RotatedJustNow. */
export const rotate = (
  keys: Keyring,
  { key, now, lasts = LINKS_LAST }: { key: string; now: number; lasts?: number },
): Keyring => {
  const last = keys[0]?.from ?? 0;
  if (last > now) {
    throw new RotatedJustNow(
      `Its newest key is used from ${new Date(last).toISOString()} on: every function knows it by then. Rotate it after that.`,
    );
  }
  const usedKeys = keys.filter((_, index) => isUsed(keys, index, now, lasts));
  return [{ key, from: now + SPREAD }, ...usedKeys];
};

/** In minutes: when functions go over to a new key. */
export const SPREAD_MINUTES = SPREAD / MINUTE;

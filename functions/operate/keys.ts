import { type Keyring, OVERLAP, RotatedJustNow, rotate, SPREAD_MINUTES } from '../shared/keyring.ts';
import type { CommandOf, KeysOf, OperatorAnswer } from './command.ts';

/** Port: keys of one purpose. */
export interface Keys {
  read(): Promise<Keyring>;
  write(keys: Keyring): Promise<void>;
  /** A new one, of chance. */
  make(): string;
}

interface KeysDeps {
  keys: { links: Keys; inbox?: Keys };
  now: () => number;
}

/** Gives the stage a new key. Those that there are stay good for what they have made, unless they are leaked. */
export const rotateKeys = async (
  { keys: all, now }: KeysDeps,
  { leaked = false, of = 'links' }: CommandOf<'rotate-keys'>,
): Promise<OperatorAnswer> => {
  const keys = all[of];
  if (!keys) return { ok: false, lines: [NO_INBOX] };
  const key = keys.make();
  const { lasts, rotated, thrownAway } = WORDS[of];
  if (leaked) {
    await keys.write([{ key, from: now() }]);
    return { ok: true, lines: [thrownAway] };
  }
  try {
    const next = rotate(await keys.read(), { key, now: now(), ...(lasts === undefined ? {} : { lasts }) });
    await keys.write(next);
    return { ok: true, lines: [rotated(next.length - 1)] };
  } catch (error) {
    if (error instanceof RotatedJustNow) return { ok: false, lines: [error.message] };
    throw error;
  }
};

const NO_INBOX = 'This stage has no keys for inboxes: deploy it with inbox=on (docs/inbox.md).';

interface Words {
  /** How long a key of before is kept, in milliseconds, if not as long as links are good. */
  lasts?: number;
  rotated: (others: number) => string;
  thrownAway: string;
}

const WORDS: Record<KeysOf, Words> = {
  links: {
    rotated: (others) =>
      `A new key seals links in ${SPREAD_MINUTES} minutes, when every function knows it. Links that were sent stay good: ${others === 1 ? 'the key before it is kept' : `the ${others} keys before it are kept`} for two years.`,
    thrownAway:
      'All keys before are thrown away. Links that were sent stop working, those of unsubscribing too, within an hour; for that hour some events of ours may be refused as forged: redrive rejects --reason forged brings them back.',
  },
  inbox: {
    lasts: OVERLAP,
    rotated: () =>
      `The secret of inboxes has a new key. Backends may sign with it at once, and have to from a week after the next ${SPREAD_MINUTES} minutes on: till then the key before it is good too.`,
    thrownAway:
      'All keys of inboxes before are thrown away: within five minutes only what is signed with the new one is answered. Backends read the secret again.',
  },
};

import { type Keyring, RotatedJustNow, rotate, SPREAD_MINUTES } from '../shared/keyring.ts';
import type { CommandOf, OperatorAnswer } from './command.ts';

/** Port: the keys that seal links and sign what we publish. */
export interface Keys {
  read(): Promise<Keyring>;
  write(keys: Keyring): Promise<void>;
  /** A new one, of chance. */
  make(): string;
}

interface KeysDeps {
  keys: Keys;
  now: () => number;
}

/** Gives the stage a new key for links. Those that there are stay good for what they have sealed, unless they are leaked. */
export const rotateKeys = async (
  { keys, now }: KeysDeps,
  { leaked = false }: CommandOf<'rotate-keys'>,
): Promise<OperatorAnswer> => {
  const key = keys.make();
  if (leaked) {
    await keys.write([{ key, from: now() }]);
    return { ok: true, lines: [LEAKED] };
  }
  try {
    const rotated = rotate(await keys.read(), { key, now: now() });
    await keys.write(rotated);
    return { ok: true, lines: [ROTATED(rotated.length - 1)] };
  } catch (error) {
    if (error instanceof RotatedJustNow) return { ok: false, lines: [error.message] };
    throw error;
  }
};

const ROTATED = (others: number): string =>
  `A new key seals links in ${SPREAD_MINUTES} minutes, when every function knows it. Links that were sent stay good: ${others === 1 ? 'the key before it is kept' : `the ${others} keys before it are kept`} for two years.`;

const LEAKED =
  'All keys before are thrown away. Links that were sent stop working, those of unsubscribing too, within an hour; for that hour some events of ours may be refused as forged: redrive rejects --reason forged brings them back.';

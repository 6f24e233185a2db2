import { createHmac, timingSafeEqual } from 'node:crypto';

type Encoding = 'hex' | 'base64';

export const hmac = (algorithm: 'sha256' | 'sha1', key: string, text: string, encoding: Encoding): string =>
  createHmac(algorithm, key).update(text).digest(encoding);

/** Whether two texts are the same, in a time that does not tell where they differ. */
export const isSame = (given: string | undefined, wanted: string): boolean => {
  const [one, other] = [Buffer.from(given ?? ''), Buffer.from(wanted)];
  return one.length === other.length && timingSafeEqual(one, other);
};

/** In milliseconds: an older request may be one that somebody kept, and sends again. */
const LATEST = 5 * 60_000;

const read = (written = ''): number => (/^\d+$/.test(written) ? Number(written) * 1000 : Date.parse(written));

/** A time, in seconds since 1970 or as ISO 8601, in milliseconds; undefined of what is none. */
export const timeIn = (written: string | undefined): number | undefined => {
  const at = read(written);
  return Number.isNaN(new Date(at).valueOf()) ? undefined : at;
};

/** Whether a time, in seconds since 1970 or as ISO 8601, is now. */
export const isNow = (written: string | undefined, now: number): boolean => Math.abs(now - read(written)) <= LATEST;

import { createHmac, timingSafeEqual } from 'node:crypto';

type Encoding = 'hex' | 'base64';

export const hmac = (algorithm: 'sha256' | 'sha1', key: string, text: string, encoding: Encoding): string =>
  createHmac(algorithm, key).update(text).digest(encoding);

/** Whether two texts are the same, in a time that does not tell where they differ. */
export const isSame = (received: string | undefined, expected: string): boolean => {
  const [one, other] = [Buffer.from(received ?? ''), Buffer.from(expected)];
  return one.length === other.length && timingSafeEqual(one, other);
};

/** In milliseconds: an older request may be one that somebody kept, and sends again. */
const LATEST = 5 * 60_000;

const read = (text = ''): number => (/^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text));

/** A time, in seconds since 1970 or as ISO 8601, in milliseconds; undefined of what is none. */
export const timeIn = (text: string | undefined): number | undefined => {
  const at = read(text);
  return Number.isNaN(new Date(at).valueOf()) ? undefined : at;
};

/** Whether a time, in seconds since 1970 or as ISO 8601, is now. */
export const isNow = (text: string | undefined, now: number): boolean => Math.abs(now - read(text)) <= LATEST;

import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { MINUTE, SECOND } from '../../language/catalogue/milliseconds.ts';

/** So far a request's time may be from ours, either way, in milliseconds. */
export const WINDOW = 5 * MINUTE;

/** What of a request is signed. */
export interface Signable {
  method: string;
  /** `/inbox`, `/inbox/read` or `/inbox/dismiss`. */
  path: string;
  query: URLSearchParams;
  body: string;
}

/** Who signed it, when, and its number that is used once. */
export interface SignedBy {
  key: string;
  /** Whole seconds since 1970. */
  time: string;
  nonce: string;
  /** Hexadecimal. */
  signature: string;
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** By which a request names the key: nobody learns the key from it. */
export const keyId = (key: string): string => sha256(key).slice(0, 12);

const sortQuery = (query: URLSearchParams): string => {
  const params = new URLSearchParams(query);
  params.sort();
  return params.toString();
};

/** The lines that are signed. The query is in the order of its names, encoded as a form's is, so that no gateway on the way changes it. */
const linesOf = ({ method, path, query, body }: Signable, { time, nonce }: Pick<SignedBy, 'time' | 'nonce'>): string =>
  ['tactful-inbox-1', time, nonce, method.toUpperCase(), path, sortQuery(query), sha256(body)].join('\n');

const hmac = (key: string, text: string): Buffer => createHmac('sha256', key).update(text).digest();

/** What a backend sends with a request so that it is believed. */
export const signRequest = (key: string, request: Signable, by: Pick<SignedBy, 'time' | 'nonce'>): SignedBy => ({
  ...by,
  key: keyId(key),
  signature: hmac(key, linesOf(request, by)).toString('hex'),
});

/** Why a request is not believed. */
export type Disbelief = 'unsigned' | 'unknown-key' | 'expired' | 'forged';

/** What is wrong with the signature of a request; undefined where nothing is. `now` in milliseconds. */
export const disbelief = (
  keys: readonly string[],
  request: Signable,
  by: { [Part in keyof SignedBy]: string | undefined },
  now: number,
): Disbelief | undefined => {
  const { key: id, time, nonce, signature } = by;
  if (!id || !time || !signature || nonce === undefined || !/^[\w-]{16,128}$/.test(nonce)) return 'unsigned';
  const key = keys.find((each) => keyId(each) === id);
  if (key === undefined) return 'unknown-key';
  if (!/^\d{1,12}$/.test(time) || Math.abs(Number(time) * SECOND - now) > WINDOW) return 'expired';
  const expected = hmac(key, linesOf(request, { time, nonce }));
  const received = Buffer.from(signature, 'hex');
  return received.length === expected.length && timingSafeEqual(received, expected) ? undefined : 'forged';
};

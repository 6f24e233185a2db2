import { hkdf } from '@noble/hashes/hkdf.js';
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { Bytes } from './bytes.ts';

const encoder = new TextEncoder();
const bytesOf = (value: string | Uint8Array): Uint8Array => (typeof value === 'string' ? encoder.encode(value) : value);
const hex = (bytes: Uint8Array): string => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');

type Form = 'hex' | 'base64url';
const inForm = (bytes: Uint8Array, form?: Form) =>
  form === 'hex' ? hex(bytes) : form === undefined ? Bytes.copy(bytes) : Bytes.copy(bytes).toString(form);

interface Hashing {
  update(part: string): Hashing;
  digest(form?: Form): string | Bytes;
}

const hashing = (state: { update(part: Uint8Array): unknown; digest(): Uint8Array }): Hashing => {
  const self: Hashing = {
    update: (part) => {
      state.update(bytesOf(part));
      return self;
    },
    digest: (form) => inForm(state.digest(), form),
  };
  return self;
};

/** What language, core and functions use of Node's crypto, the same in a browser: SHA-256 and no other. */
export const hash = (_: 'sha256', text: string, form: Form) => inForm(sha256(bytesOf(text)), form);
export const createHash = (_: 'sha256') => hashing(sha256.create());
export const createHmac = (_: 'sha256', key: Uint8Array) => hashing(hmac.create(sha256, key));
export const createSecretKey = (key: Uint8Array) => key;
export const hkdfSync = (_: 'sha256', secret: Uint8Array, salt: string, info: string, length: number) =>
  hkdf(sha256, secret, bytesOf(salt), bytesOf(info), length);
export const timingSafeEqual = (one: Uint8Array, other: Uint8Array) => hex(one) === hex(other);

/** Nothing is sealed here: links of a world in a browser lead nowhere. */
const unsealed = () => {
  throw new Error('Nothing is sealed in a browser.');
};
export const createCipheriv = unsealed;
export const createDecipheriv = unsealed;

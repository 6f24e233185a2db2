import { createCipheriv, createDecipheriv, createHmac, createSecretKey, hkdfSync } from 'node:crypto';

export class LinkForged extends Error {
  override name = 'LinkForged';
  constructor() {
    super('This link was not made by us, or was changed on its way. Use the one in the newest message.');
  }
}

const NONCE = 12;
const TAG = 16;
/** As key objects: OpenSSL would else set up the same bytes again for every link. */
export const derive = (secret: Uint8Array, part: string) =>
  createSecretKey(Buffer.from(hkdfSync('sha256', secret, '', `tactful link ${part}`, 32)));

/** What the bytes say under a key; undefined where it is not theirs. */
const unsealed = (bytes: Buffer, key: ReturnType<typeof derive>): string | undefined => {
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE), { authTagLength: TAG });
  decipher.setAuthTag(bytes.subarray(-TAG));
  try {
    return decipher.update(bytes.subarray(NONCE, -TAG), undefined, 'utf8') + decipher.final('utf8');
  } catch {
    return undefined;
  }
};

/**
 * AES-256-GCM with keys derived by HKDF: unreadable, and any change is noticed (in constant time, by OpenSSL). The nonce
 * is a keyed hash of what is sealed, so a message rendered again has the same link, and no two contents share a nonce.
 * What `others` have sealed is opened too.
 */
export const createSeal = (secret: Uint8Array, others: readonly Uint8Array[] = []) => {
  const key = derive(secret, 'key');
  const nonceKey = derive(secret, 'nonce');
  const keys = [key, ...others.map((other) => derive(other, 'key'))];
  return {
    seal(text: string): string {
      const nonce = createHmac('sha256', nonceKey).update(text).digest().subarray(0, NONCE);
      const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG });
      const sealed = [nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()];
      return Buffer.concat(sealed).toString('base64url');
    },
    open(token: string): string {
      const bytes = Buffer.from(token, 'base64url');
      // Node ignores what is not base64url: only the one spelling of the bytes is ours.
      if (bytes.length <= NONCE + TAG || bytes.toString('base64url') !== token) throw new LinkForged();
      for (const one of keys) {
        const text = unsealed(bytes, one);
        if (text !== undefined) return text;
      }
      throw new LinkForged();
    },
  };
};

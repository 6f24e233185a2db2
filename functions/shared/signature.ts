import { createHmac, createSecretKey, hkdfSync, timingSafeEqual } from 'node:crypto';

type Detail = Record<string, unknown>;

/** The field of a detail that shows who published it. */
const FIELD = 'signature';

/** The same text for the same detail, before and after a bus, in whatever order that hands its fields on. */
const canonical = (type: string, { [FIELD]: _, ...detail }: Detail): string => {
  const carried: Detail = JSON.parse(JSON.stringify(detail));
  return JSON.stringify([type, Object.entries(carried).sort(([one], [other]) => (one < other ? -1 : 1))]);
};

export interface Signature {
  /** A detail that anybody with the key can tell from one that others made up. */
  sign(type: string, detail: Detail): Detail;
  isSigned(type: string, detail: Detail): boolean;
}

/** As a key object: OpenSSL would else set up the same bytes again for every detail. */
const derive = (secret: Uint8Array) =>
  createSecretKey(Buffer.from(hkdfSync('sha256', secret, '', 'tactful publication', 32)));

/** Signs what we publish: any system on the bus can write our source's name, and none can write this. What `others` have signed is signed too. */
export const createSignature = (secret: Uint8Array, others: readonly Uint8Array[] = []): Signature => {
  const key = derive(secret);
  const keys = [key, ...others.map(derive)];
  return {
    sign: (type, detail) => ({
      ...detail,
      [FIELD]: createHmac('sha256', key).update(canonical(type, detail)).digest('base64url'),
    }),
    isSigned: (type, detail) => {
      const received = Object.hasOwn(detail, FIELD) ? detail[FIELD] : undefined;
      const bytes = Buffer.from(typeof received === 'string' ? received : '', 'base64url');
      const text = canonical(type, detail);
      return keys.some((one) => {
        const expected = createHmac('sha256', one).update(text).digest();
        return bytes.length === expected.length && timingSafeEqual(bytes, expected);
      });
    },
  };
};

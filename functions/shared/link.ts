import { createCipheriv, createDecipheriv, createHmac, createSecretKey, hkdfSync } from 'node:crypto';
import * as z from 'zod';
import { DAY } from '../../language/catalogue/milliseconds.ts';

/** What a public link lets its holder see or do. */
export const LinkClaim = z.discriminatedUnion('use', [
  z.strictObject({ use: z.literal('preferences'), customer: z.string() }),
  /** Of one topic; without one, of the channel. */
  z.strictObject({
    use: z.literal('unsubscribe'),
    customer: z.string(),
    topic: z.string().optional(),
    channel: z.string(),
  }),
  z.strictObject({
    use: z.literal('why'),
    customer: z.string(),
    enrolment: z.string(),
    step: z.string(),
    visit: z.number().int(),
  }),
  /** One answer to what a message asked, in the language that it asked in. */
  z.strictObject({
    use: z.literal('answer'),
    customer: z.string(),
    enrolment: z.string(),
    step: z.string(),
    visit: z.number().int(),
    moment: z.string(),
    locale: z.string().optional(),
  }),
]);
export type LinkClaim = z.infer<typeof LinkClaim>;

export class LinkForged extends Error {
  override name = 'LinkForged';
  constructor() {
    super('This link was not made by us, or was changed on its way. Use the one in the newest message.');
  }
}

export class LinkExpired extends Error {
  override name = 'LinkExpired';
  constructor(on: Date) {
    super(`This link expired on ${on.toISOString().slice(0, 10)}. Use the one in the newest message.`);
  }
}

export class LinkKeyWeak extends Error {
  override name = 'LinkKeyWeak';
  constructor(bytes: number) {
    super(`The key for links has ${bytes} bytes; give it at least ${LEAST_KEY}, from a secret.`);
  }
}

const LEAST_KEY = 16;
/** For so many days a question can be answered, and an answer changed. */
export const ANSWER_DAYS = 30;
/** In days. Unsubscribing must work for as long as people keep mail; the other links show data. An answer tells of a time. */
const LASTS: Record<LinkClaim['use'], number> = { preferences: 90, why: 90, unsubscribe: 730, answer: ANSWER_DAYS };

const NONCE = 12;
const TAG = 16;
/** Bytes of a code: nobody finds one by trying. */
const SHORT = 12;
/** The day (since 1970) on which it expires, and what it allows. */
const Sealed = z.tuple([z.number().int(), LinkClaim]);

const opened = (bytes: string): z.infer<typeof Sealed> => {
  try {
    return Sealed.parse(JSON.parse(bytes));
  } catch {
    throw new LinkForged();
  }
};

/** As key objects: OpenSSL would else set up the same bytes again for every link. */
const derive = (secret: Uint8Array, part: string) =>
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

interface LinksDeps {
  /** At least 16 bytes, from a secret. */
  key: string | Uint8Array;
  /** Keys of other times, whose links are still good. */
  others?: readonly string[];
  /** Where the public pages are, such as `https://hello.example.com`. */
  baseUrl: string;
  now: () => Date;
}

/** The question that a link answers. */
export type AnswerLink = Omit<Extract<LinkClaim, { use: 'answer' }>, 'use'>;

export interface ShortLink {
  url: string;
  code: string;
  /** `answer/<token>`: it is beside the short one. */
  target: string;
  until: number;
}

export interface Links {
  /** `within`: a token of ours beyond whose last day it is not good, so that opening one link never renews another. */
  preferences(customer: string, within?: string): string;
  unsubscribe(customer: string, topic: string | undefined, channel: string): string;
  why(customer: string, enrolment: string, step: string, visit: number): string;
  answer(asked: AnswerLink): string;
  /** A link in few letters, for where each one is paid for: what it stands for has to be kept under its code until `until`, in milliseconds. */
  shorten(link: string): ShortLink;
  /** What a token allows; throws `LinkForged` or `LinkExpired`. */
  verify(token: string): LinkClaim;
}

/** Public links: `<baseUrl>/<use>/<token>`, each good for one customer and one use, until its day. */
export const createLinks = ({ key, others = [], baseUrl, now }: LinksDeps): Links => {
  const secret = typeof key === 'string' ? Buffer.from(key) : key;
  if (secret.length < LEAST_KEY) throw new LinkKeyWeak(secret.length);
  const { seal, open } = createSeal(
    secret,
    others.map((other) => Buffer.from(other)),
  );
  const base = baseUrl.replace(/\/+$/, '');

  const codeKey = derive(secret, 'code');
  const link = (claim: LinkClaim, most = Number.POSITIVE_INFINITY): string => {
    // Whole days, so that the link of a message stays the same through its day.
    const until = Math.min(most, Math.floor(now().getTime() / DAY) + LASTS[claim.use] + 1);
    return `${base}/${claim.use}/${seal(JSON.stringify([until, claim]))}`;
  };
  return {
    preferences: (customer, within) =>
      link({ use: 'preferences', customer }, within === undefined ? undefined : opened(open(within))[0]),
    unsubscribe: (customer, topic, channel) => link({ use: 'unsubscribe', customer, topic, channel }),
    why: (customer, enrolment, step, visit) => link({ use: 'why', customer, enrolment, step, visit }),
    answer: (asked) => link({ use: 'answer', ...asked }),
    shorten(url) {
      const target = url.split('/').slice(-2).join('/');
      const [token = ''] = target.split('/').slice(-1);
      const code = createHmac('sha256', codeKey).update(token).digest().subarray(0, SHORT).toString('base64url');
      return { url: `${base}/a/${code}`, code, target, until: opened(open(token))[0] * DAY };
    },
    verify(token) {
      const [until, claim] = opened(open(token));
      if (now().getTime() >= until * DAY) throw new LinkExpired(new Date(until * DAY));
      return claim;
    },
  };
};

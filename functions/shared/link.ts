import { createHmac } from 'node:crypto';
import * as z from 'zod';
import { DAY } from '../../language/catalogue/milliseconds.ts';
import { createSeal, derive, LinkForged } from './seal.ts';

/** What a public link lets its holder see or do. */
export const LinkClaim = z.discriminatedUnion('use', [
  z.strictObject({ use: z.literal('preferences'), customer: z.string() }),
  /** What is known of somebody, to see, to correct and to delete. */
  z.strictObject({ use: z.literal('known'), customer: z.string() }),
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
  /** To answer one message in one's own words. */
  z.strictObject({
    use: z.literal('reply'),
    customer: z.string(),
    enrolment: z.string(),
    step: z.string(),
    visit: z.number().int(),
  }),
  /** A link of an email, which is counted when it is opened, and where it leads. */
  z.strictObject({
    use: z.literal('click'),
    customer: z.string(),
    enrolment: z.string(),
    step: z.string(),
    visit: z.number().int(),
    moment: z.string(),
    url: z.string(),
  }),
]);
export type LinkClaim = z.infer<typeof LinkClaim>;

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
/** For so many days a reply finds whose it is, as that by text does. */
const REPLY_DAYS = 180;
/**
 * In days. Unsubscribing must work for as long as people keep mail; the other links show data. An answer tells of a time. What is
 * known is on no link of a message: the pages that it is reached from make one for the day.
 */
const LASTS: Record<LinkClaim['use'], number> = {
  preferences: 90,
  known: 1,
  why: 90,
  unsubscribe: 730,
  answer: ANSWER_DAYS,
  reply: REPLY_DAYS,
  // People follow links in mail that they have kept for long.
  click: 730,
};

/** Short where every letter of it stands in an email many times. */
const pathOf = (use: LinkClaim['use']): string => (use === 'click' ? 'c' : use);

/** Bytes of a code: nobody finds one by trying. */
const SHORT = 12;
/** Bytes of a code in an address: 24 letters and digits, of the 64 that stand before its `@`. */
const ADDRESSED = 15;
/** RFC 4648, in small letters. */
const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';

/** Of so many bytes that no bit is left over. */
const base32 = (bytes: Uint8Array): string => {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{5}/g) ?? []).map((five) => ALPHABET[Number.parseInt(five, 2)]).join('');
};

/** The day (since 1970) on which it expires, and what it allows. */
const Sealed = z.tuple([z.number().int(), LinkClaim]);

const opened = (bytes: string): z.infer<typeof Sealed> => {
  try {
    return Sealed.parse(JSON.parse(bytes));
  } catch {
    throw new LinkForged();
  }
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

/** A link of an email, and where it leads. */
export type ClickLink = Omit<Extract<LinkClaim, { use: 'click' }>, 'use'>;

/** What a code stands for: it has to be kept under it until `until`, in milliseconds. */
export interface KeptLink {
  code: string;
  /** Of a short link `answer/<token>`: it is beside that; of an address the token. */
  target: string;
  until: number;
}

export interface ShortLink extends KeptLink {
  url: string;
}

/** The message that a reply is to. */
export type ReplyLink = Omit<Extract<LinkClaim, { use: 'reply' }>, 'use'>;

export interface Links {
  /** `within`: a token of ours beyond whose last day it is not good, so that opening one link never renews another. */
  preferences(customer: string, within?: string): string;
  known(customer: string, within?: string): string;
  unsubscribe(customer: string, topic: string | undefined, channel: string): string;
  why(customer: string, enrolment: string, step: string, visit: number): string;
  answer(answerLink: AnswerLink): string;
  click(clicked: ClickLink): string;
  /** A link in few letters, for where each one is paid for. */
  shorten(link: string): ShortLink;
  /** A code for an address, where a sealed token has no room, in letters and digits that mail systems may turn to capitals. */
  reply(to: ReplyLink): KeptLink;
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
  const codeOf = (token: string): Buffer => createHmac('sha256', codeKey).update(token).digest();
  // Whole days, so that the link of a message stays the same through its day.
  const daysFor = (use: LinkClaim['use']): number => Math.floor(now().getTime() / DAY) + LASTS[use] + 1;
  const link = (claim: LinkClaim, most = Number.POSITIVE_INFINITY): string => {
    const until = Math.min(most, daysFor(claim.use));
    return `${base}/${pathOf(claim.use)}/${seal(JSON.stringify([until, claim]))}`;
  };
  const lastOf = (within: string | undefined) => (within === undefined ? undefined : opened(open(within))[0]);
  return {
    preferences: (customer, within) => link({ use: 'preferences', customer }, lastOf(within)),
    known: (customer, within) => link({ use: 'known', customer }, lastOf(within)),
    unsubscribe: (customer, topic, channel) => link({ use: 'unsubscribe', customer, topic, channel }),
    why: (customer, enrolment, step, visit) => link({ use: 'why', customer, enrolment, step, visit }),
    answer: (answerLink) => link({ use: 'answer', ...answerLink }),
    click: (clicked) => link({ use: 'click', ...clicked }),
    shorten(url) {
      const target = url.split('/').slice(-2).join('/');
      const [token = ''] = target.split('/').slice(-1);
      const code = codeOf(token).subarray(0, SHORT).toString('base64url');
      return { url: `${base}/a/${code}`, code, target, until: opened(open(token))[0] * DAY };
    },
    reply(to) {
      const until = daysFor('reply');
      const target = seal(JSON.stringify([until, { use: 'reply', ...to } satisfies LinkClaim]));
      return { code: base32(codeOf(target).subarray(0, ADDRESSED)), target, until: until * DAY };
    },
    verify(token) {
      const [until, claim] = opened(open(token));
      if (now().getTime() >= until * DAY) throw new LinkExpired(new Date(until * DAY));
      return claim;
    },
  };
};

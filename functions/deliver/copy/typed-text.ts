import type { Scope } from './scope.ts';

/**
 * What people type reaches others in our messages: anybody can sign up with somebody else's address and "You won!
 * https://…" for a first name. So such text is short, and no mail client finds a link in it.
 */
const DOT = '[.\\u3002\\uFF0E\\uFF61]';
const LINK = new RegExp(
  [
    '[a-z][a-z0-9+.-]*:[/\\\\]{2}\\S*',
    `www${DOT}\\S*`,
    '(?:mailto|tel|sms|javascript):\\S+',
    `[\\p{L}\\p{N}_-]+(?:${DOT}[\\p{L}\\p{N}_-]+)*${DOT}\\p{L}{2,}(?::\\d+)?[/?#]\\S*`,
  ].join('|'),
  'giu',
);
const ANY_DOT = new RegExp(DOT, 'u');
/** Mail clients and phones make a link of `acme.com` too. */
const DOMAIN_DOT = new RegExp(`(?<=[\\p{L}\\p{N}])(${DOT})(?=\\p{L}{2})`, 'gu');

/** One of these is in every link: most of what people type has none, and is not searched further. */
const IN_LINK = /[/\\?#]|www|(?:mailto|tel|sms|javascript):/iu;

export const hasLink = (text: string): boolean => IN_LINK.test(text) && text.search(LINK) >= 0;

/** How a text that somebody typed is printed. */
export interface TypedStyle {
  /** Characters at most. */
  most: number;
  /** In place of what is left out. */
  gap: string;
  /** Behind a dot that would make a link. */
  joint: string;
}

const WORD_JOINER = '\u2060';

export const IN_TEXT: TypedStyle = { most: 300, gap: '…', joint: WORD_JOINER };
export const IN_SUBJECT: TypedStyle = { ...IN_TEXT, most: 80 };
/** Signs that a text message can carry without costing a second one. */
export const IN_SMS: TypedStyle = { most: 80, gap: '...', joint: ' ' };

const shorten = (text: string, most: number, gap: string): string => {
  // No text has more signs than code units.
  if (text.length <= most) return text;
  const signs = [...text];
  if (signs.length <= most) return text;
  const cut = signs.slice(0, most - gap.length).join('');
  return `${cut.replace(/\s+\S{0,20}$/, '')}${gap}`;
};

/** A text that somebody typed, without links, and short. */
export const printTyped = (text: string, { most, gap, joint }: TypedStyle): string => {
  const short = shorten(hasLink(text) ? text.replace(LINK, gap) : text, most, gap);
  return ANY_DOT.test(short) ? short.replace(DOMAIN_DOT, `$1${joint}`) : short;
};

/** A name, a company: no customer's attribute is longer, and one with a link in it is none. */
const MOST_OF_ATTRIBUTE = 80;

type Names = Record<string, unknown>;

const attributes = (names: Names, isWhole: (name: string) => boolean): Names => {
  const printed: Names = {};
  for (const [name, value] of Object.entries(names)) {
    if (typeof value !== 'string' || isWhole(name)) printed[name] = value;
    else if (!hasLink(value)) printed[name] = shorten(value, MOST_OF_ATTRIBUTE, '…');
  }
  return printed;
};

/** What copy reads for a customer. `whole`: names of addresses and of what steps say themselves, such as `event.url`. */
export const forCustomer = (names: Scope, whole: readonly string[]): Scope => ({
  ...names,
  customer: attributes(names.customer, (name) => whole.includes(`customer.${name}`)),
});

const fieldsOf = (list: unknown, field: string): unknown[] =>
  Array.isArray(list) ? list.map((each) => (typeof each === 'object' && each !== null ? each[field] : undefined)) : [];

/** The values that are printed as they are; `event.items.url` is the field of each thing in a list. */
export const wholeValues = (names: Scope, whole: readonly string[]): string[] =>
  whole.flatMap((full) => {
    const [root = '', name = '', field] = full.split('.');
    const value = root in names ? names[root as keyof Scope]?.[name] : undefined;
    return (field === undefined ? [value] : fieldsOf(value, field)).filter((each) => typeof each === 'string');
  });

/** Texts in Liquid's own quotes, such as `default: "https://…"`: who writes copy may write links. */
export const quotedIn = (source: string): string[] =>
  (source.match(/\{\{.*?\}\}/gs) ?? []).flatMap((output) =>
    [...output.matchAll(/"([^"]*)"|'([^']*)'/g)].map(([, double, single]) => double ?? single ?? ''),
  );

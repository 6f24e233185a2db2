import { ownValue } from '../../core/own-value.ts';
import type { Catalogue } from '../../language/catalogue/catalogue.ts';
import { fallbacksOf, writtenLocale } from '../../language/catalogue/locale.ts';
import { filled } from '../../language/catalogue/page-words/filled.ts';
import type { Named, PageWord } from '../../language/catalogue/page-words/page-words.ts';
import { SHIPPED } from '../../language/catalogue/page-words/shipped.ts';

/** What our pages, and the footers of emails, say in one language. */
export interface Speech {
  /** A language tag. */
  locale: string;
  /** Its words, with what is filled in; English where nobody said them in this language. */
  say(word: PageWord, values?: Record<string, string | number>): string;
  /** What a project calls one of its own, in this language if it says so. */
  name(kind: Named, id: string, otherwise: string): string;
  /** A day, in milliseconds, as the customer's calendar has it. */
  day(at: number): string;
  /** Several names as a list reads. */
  list(names: readonly string[]): string;
}

export type Spoken = Pick<Catalogue, 'pages' | 'policy'>;

/** Of what is no tag as a whole, its beginning may still name a language. */
const fallbacks = (tag: string): string[] => fallbacksOf(writtenLocale(tag) ?? tag.trim().replaceAll('_', '-'));

/** The first language of these tags in which our pages speak. */
export const spokenOf = ({ pages = {} }: Pick<Spoken, 'pages'>, tags: readonly string[]): string =>
  tags.flatMap(fallbacks).find((tag) => Object.hasOwn(pages, tag) || Object.hasOwn(SHIPPED, tag)) ?? 'en';

/** Dates of plain English are British, as in messages. */
const tagOf = (locale: string): string => (locale === 'en' ? 'en-GB' : locale);

export const speechIn = (catalogue: Spoken, locale: string, timeZone: string = catalogue.policy.zone): Speech => {
  const own = ownValue(catalogue.pages ?? {}, locale) ?? {};
  const shipped: Readonly<Record<string, string>> = ownValue(SHIPPED, locale) ?? {};
  const english = catalogue.pages?.en ?? {};
  const wordOf = (word: string): string | undefined => ownValue(own, word) ?? ownValue(shipped, word);
  return {
    locale,
    say: (word, values = {}) => filled(wordOf(word) ?? ownValue(english, word) ?? SHIPPED.en[word], values),
    name: (kind, id, otherwise) => wordOf(`${kind}.${id}`) ?? otherwise,
    day: (at) => new Intl.DateTimeFormat(tagOf(locale), { dateStyle: 'long', timeZone }).format(at),
    list: (names) => new Intl.ListFormat(tagOf(locale), { type: 'conjunction' }).format(names),
  };
};

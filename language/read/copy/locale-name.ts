import { canonicalLocale, languageOf } from '../../catalogue/locale.ts';

const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });

const plain = (word: string): string => word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

const LETTERS = [...'abcdefghijklmnopqrstuvwxyz'];

let codes: ReadonlyMap<string, string> | undefined;

/** Codes of languages by what these are called in English and by those who speak them. */
const codesByName = (): ReadonlyMap<string, string> =>
  new Map(
    LETTERS.flatMap((first) => LETTERS.map((second) => first + second)).flatMap((code) => {
      const english = canonicalLocale(code) === code ? names.of(code) : undefined;
      const own = new Intl.DisplayNames(code, { type: 'language' }).of(code);
      return english === undefined ? [] : [english, own ?? english].map((name) => [plain(name), code] as const);
    }),
  );

/** Whether a text is the tag of a language that there is: `de` and `de-AT`, and not `qq`. */
export const isLanguage = (text: string): boolean => {
  const tag = canonicalLocale(text);
  return tag !== undefined && names.of(languageOf(tag)) !== undefined;
};

/** The tag of a language as customers have it: `de-AT` of `de_at`, `de` of `deu` and of `Deutsch`; undefined where there is none. */
export const localeNamed = (text: string): string | undefined => {
  const tag = text.replaceAll('_', '-');
  if (isLanguage(tag)) return canonicalLocale(tag);
  codes ??= codesByName();
  return codes.get(plain(text));
};

/** What to write in place of what is no tag of a language; `named` is what it was probably meant for. */
export const whyNoLanguage = (text: string, named = localeNamed(text)): string =>
  named === undefined ? `there is no language \`${text}\`: write such as en` : `\`${text}\`: write \`${named}\``;

import type { Definitions } from '../../catalogue/definition.ts';
import { languageOf } from '../../catalogue/locale.ts';
import { ENGLISH } from '../../catalogue/page-words/english.ts';
import { NAMED, type Named, PAGE_WORDS, placeholdersIn } from '../../catalogue/page-words/page-words.ts';
import { SHIPPED } from '../../catalogue/page-words/shipped.ts';
import { localeNamed } from '../copy/locale-name.ts';
import { didYouMean, listNames } from '../yaml/lookup.ts';
import type { Problem } from '../yaml/problem.ts';
import { type File, readYaml, type Source } from '../yaml/source.ts';

/** What a project's own names are, by what they name; undefined where they could not be read, so that any may be right. */
export type NamesOf = Record<Named, ReadonlySet<string> | readonly string[] | undefined>;

type Pages = NonNullable<Definitions['pages']>;

const LANGUAGE = /^pages\/([a-z]{2,3}(?:-[a-z0-9]{2,8})*)\.yaml$/;

const GROUPS = [...new Set(PAGE_WORDS.map((word) => word.split('.')[0] ?? ''))];

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Words of one group that may be said. */
const wordsOf = (group: string): string[] =>
  PAGE_WORDS.flatMap((word) => (word.startsWith(`${group}.`) ? [word.slice(group.length + 1)] : []));

/** What is filled in has to be what the page fills in; what is left out may be meant so. */
const checkPlaceholders = (source: Source, path: string[], text: string): void => {
  const available = placeholdersIn((ENGLISH as Record<string, string>)[path.join('.')] ?? '');
  const inText = placeholdersIn(text);
  for (const name of inText.filter((one) => !available.includes(one)))
    source.report(
      path,
      available.length > 0
        ? `nothing fills in {${name}} here: there is ${listNames(available.map((one) => `{${one}}`))}`
        : `nothing is filled in here: take {${name}} out`,
    );
  const missing = available.filter((one) => !inText.includes(one));
  if (missing.length > 0) source.warn(path, `this does not say ${listNames(missing.map((one) => `{${one}}`))}`);
};

const readGroup = (source: Source, group: string, texts: unknown, namesOf: NamesOf): Record<string, string> => {
  const named = NAMED.find((one) => one === group);
  const names = named && namesOf[named];
  const words = named ? [...(names ?? [])] : wordsOf(group);
  const isUnknown = (word: string) => (named === undefined || names !== undefined) && !words.includes(word);
  const read: Record<string, string> = {};
  if (!isMap(texts)) {
    source.report([group], 'this should be texts by their names, such as `title: …`');
    return read;
  }
  for (const [word, text] of Object.entries(texts)) {
    const path = [group, word];
    // What the project no longer has is read by nobody: whoever takes a journey away need not look for its name here first.
    if (isUnknown(word) && named)
      source.warn(path, `no ${group} is called \`${word}\`${didYouMean(word, words)}`, true);
    else if (isUnknown(word)) source.report(path, `no page says \`${word}\`${didYouMean(word, words)}`, true);
    else if (typeof text !== 'string' || text.trim() === '') source.report(path, 'this should be a text');
    else {
      if (!named) checkPlaceholders(source, path, text);
      read[`${group}.${word}`] = text;
    }
  }
  return read;
};

const isEnglish = (language: string): boolean => languageOf(language) === 'en';

/** Where a language says less than there is to say, customers read the rest in English. */
const warnOfMissing = (
  source: Source,
  language: string,
  read: Record<string, string>,
  own: readonly string[],
): void => {
  const words = [...(Object.hasOwn(SHIPPED, language) ? [] : PAGE_WORDS), ...(isEnglish(language) ? [] : own)];
  const missing = words.filter((word) => !Object.hasOwn(read, word));
  if (missing.length === 0) return;
  const some = missing.slice(0, 3).map((word) => `\`${word.replace('.', ': ')}\``);
  const more = missing.length > some.length ? `, and ${missing.length - some.length} more` : '';
  source.warn([], `customers read what is missing here in English: ${some.join(', ')}${more}`);
};

/** Words of customers' pages by language; what is wrong is reported. `own`: what each language has to say of the project's own, such as `event.parcel.delayed`. */
export const readPages = (
  files: readonly File[],
  names: NamesOf,
  own: readonly string[],
  problems: Problem[],
): Pages => {
  const pages: Pages = {};
  for (const file of files) {
    const source = readYaml(file, problems);
    const [, language] = LANGUAGE.exec(file.path) ?? [];
    const standard = language && localeNamed(language)?.toLowerCase();
    if (language === undefined || standard === undefined)
      source.report([], 'a file of pages is called by its language, such as pages/fr.yaml');
    else if (standard !== language)
      source.report([], `customers have this language as \`${standard}\`: call this file pages/${standard}.yaml`);
    else if (source.sound && source.value !== null && !isMap(source.value))
      source.report([], 'this should be groups of texts');
    else if (source.sound && isMap(source.value))
      pages[language] = readLanguage(source, language, source.value, names, own);
  }
  return pages;
};

const readLanguage = (
  source: Source,
  language: string,
  textsByGroup: Record<string, unknown>,
  names: NamesOf,
  own: readonly string[],
) => {
  const groups = [...GROUPS, ...NAMED];
  const read: Record<string, string> = {};
  for (const [group, texts] of Object.entries(textsByGroup))
    if (groups.includes(group)) Object.assign(read, readGroup(source, group, texts, names));
    else source.report([group], `no page has \`${group}\`${didYouMean(group, groups)}`, true);
  warnOfMissing(source, language, read, own);
  return read;
};

import { READ_LANGUAGES } from '../../catalogue/languages.ts';
import { languageOf } from '../../catalogue/locale.ts';
import type { Declarations } from '../declarations.ts';
import { notRead } from '../not-read.ts';
import type { Source } from '../yaml/source.ts';
import type { ReadMoments } from './moments.ts';

const isRead = (language: string): boolean => READ_LANGUAGES.some((read) => read === language);

/** A place that speaks a language: copy, or words of policy.yaml about copy. */
interface Spoken {
  language: string;
  source: Source;
  path: (string | number)[];
  isKey: boolean;
}

const spokenIn = ({ policy, policySource }: Declarations, { moments }: ReadMoments): Spoken[] => {
  const languages = Object.keys(policy?.copy?.notInCare ?? {});
  return [
    ...[...moments.values()].flatMap(({ moment, front }) =>
      Object.keys(moment.copy)
        .filter((locale) => locale !== 'default')
        .map((locale) => ({ language: languageOf(locale), source: front, path: ['moment'], isKey: false })),
    ),
    ...languages.flatMap((language) =>
      policySource ? [{ language, source: policySource, path: ['copy', 'notInCare', language], isKey: true }] : [],
    ),
  ];
};

/**
 * Whoever is written to in a language answers in it, and answers are read for mood: where policy.yaml does not say what a text in
 * that language counts, it is told once that nothing is read in it.
 */
export const checkLanguages = (declarations: Declarations, moments: ReadMoments): void => {
  const knownLanguages = new Set(Object.keys(declarations.policy?.languages ?? {}));
  for (const { language, source, path, isKey } of spokenIn(declarations, moments)) {
    if (knownLanguages.has(language) || isRead(language)) continue;
    knownLanguages.add(language);
    source.warn(
      path,
      `${isKey ? 'copy' : 'this'} speaks \`${language}\` too: ${notRead(language)}. Say \`languages: { ${language}: 0 }\` in policy.yaml once that is known`,
      isKey,
    );
  }
};

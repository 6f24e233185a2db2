/** Languages in which the embedded reader may have a model, by their two letters. */
export const LANGUAGES = ['en', 'de', 'fr', 'es', 'nl', 'it', 'pt'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Languages whose texts are read for mood: each kept its word on messages that it was not learned from (docs/sentiment.md). */
export const READ_LANGUAGES: readonly Language[] = ['en', 'de', 'fr', 'es', 'nl', 'it', 'pt'];

/** How much what is read in another language than English counts beside it, where policy.yaml does not say. */
export const OTHER_LANGUAGE = 0.7;

/** How much what is read in a language counts; what no language is said of counts in full. */
export const weightIn = (language: string | undefined, languages: Record<string, number> = {}): number => {
  if (language === undefined) return 1;
  const own = Object.hasOwn(languages, language) ? languages[language] : undefined;
  return own ?? (language === 'en' ? 1 : OTHER_LANGUAGE);
};

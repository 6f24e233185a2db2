/** A language tag as standards write it; undefined where it is none. */
export const canonicalLocale = (tag: string): string | undefined => {
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
};

/** The language of a tag, in small letters: `de` of `de-AT`. */
export const languageOf = (tag: string): string => tag.toLowerCase().split('-')[0] ?? '';

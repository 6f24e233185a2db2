/** A language tag as standards write it; undefined where it is none. */
export const canonicalLocale = (tag: string): string | undefined => {
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
};

/** The same of what systems write: `de_AT`, `de_DE.UTF-8`, `iw` for Hebrew. */
export const writtenLocale = (tag: string): string | undefined =>
  canonicalLocale(
    tag
      .trim()
      .replace(/[.@].*/, '')
      .replaceAll('_', '-'),
  );

/** `fr-CA`, then `fr`, in small letters. */
export const fallbacksOf = (tag: string): string[] => {
  const parts = tag.toLowerCase().split('-');
  return parts.map((_, index) => parts.slice(0, parts.length - index).join('-'));
};

/** The language of a tag, in small letters: `de` of `de-AT`. */
export const languageOf = (tag: string): string => tag.toLowerCase().split('-')[0] ?? '';

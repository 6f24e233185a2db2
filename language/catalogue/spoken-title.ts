import type { Gesture } from './gesture.ts';

/** The title in a language, else in that of which it is a part; undefined where it says nothing in either. */
export const spokenTitle = (title: Gesture['title'], locale: string): string | undefined => {
  const own = locale.toLowerCase();
  const [language = own] = own.split('-');
  for (const tag of [own, language]) if (Object.hasOwn(title, tag)) return title[tag];
  // Without a language it is said in whatever the moments' own files speak.
  return undefined;
};

/** The title in the language of a message, else the one without a language, in English, or whatever there is. */
export const titleIn = (title: Gesture['title'], locale: string): string =>
  spokenTitle(title, locale) ?? title.default ?? title.en ?? Object.values(title)[0] ?? '';

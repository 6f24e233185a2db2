import type { Gesture } from './gesture.ts';
import { fallbacksOf } from './locale.ts';

/** The title in a language, else in that of which it is a part; undefined where it says nothing in either. */
export const spokenTitle = (title: Gesture['title'], locale: string): string | undefined => {
  const spoken = fallbacksOf(locale).find((tag) => Object.hasOwn(title, tag));
  // Without a language it is said in whatever the moments' own files speak.
  return spoken === undefined ? undefined : title[spoken];
};

/** The title in the language of a message, else the one without a language, in English, or whatever there is. */
export const titleIn = (title: Gesture['title'], locale: string): string =>
  spokenTitle(title, locale) ?? title.default ?? title.en ?? Object.values(title)[0] ?? '';

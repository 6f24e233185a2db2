import { ENGLISH } from './english.ts';
import { GERMAN } from './german.ts';
import type { PageWord } from './page-words.ts';
import type { ShippedLanguage } from './shipped-text.ts';

/** Languages in which our pages speak without a file of the project's. */
export const SHIPPED: Readonly<Record<ShippedLanguage, Readonly<Record<PageWord, string>>>> = {
  en: ENGLISH,
  de: GERMAN,
};

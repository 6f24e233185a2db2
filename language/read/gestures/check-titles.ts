import { spokenTitle } from '../../catalogue/spoken-title.ts';
import type { ReadMoments } from '../copy/moments.ts';
import type { Declarations } from '../declarations.ts';

/** Copy that prints what was given. */
const NAMED = /\bgesture\s*\.\s*title\b/;

/** A message that names a gesture names it in its own language: what journeys may give is called something in each that does. */
export const checkTitles = ({ gestures, gesturesSource }: Declarations, { moments }: ReadMoments): void => {
  if (!gestures || !gesturesSource) return;
  const spoken = new Map<string, string>();
  for (const { moment, parts } of moments.values())
    for (const { locale, text } of parts)
      if (locale !== undefined && NAMED.test(text) && !spoken.has(locale)) spoken.set(locale, moment.id);
  for (const [locale, moment] of spoken)
    for (const [id, { title, by }] of Object.entries(gestures.kinds))
      if (by.includes('journeys') && spokenTitle(title, locale) === undefined)
        gesturesSource.warn(
          ['gestures', id, 'title'],
          `there is no title in \`${locale}\`, in which ${moment} names what was given: it would stand in another language there`,
        );
};

import type { Language } from '../../../../language/catalogue/languages.ts';
import { strengthOfFace } from '../../english/faces.ts';
import { strengthOf } from '../../english/words.ts';
import { remembered } from '../../remembered.ts';
import { DE } from './de.ts';
import { ENGLISH_SENSES } from './en.ts';
import { ES } from './es.ts';
import { FR } from './fr.ts';
import { IT } from './it.ts';
import { createKindOf } from './lexicon.ts';
import { NL } from './nl.ts';
import { PT } from './pt.ts';

/** English has its words of a mood already; these are the others. */
const englishOthers = createKindOf({
  awful: '',
  bad: '',
  good: '',
  great: '',
  thanks: 'thanks thank thx ty',
  waiting: 'still again waiting waited yet already always another since ago third second fourth fifth',
  unit: 'minute minutes min mins hour hours hrs day days night nights week weeks month months year years ages',
  count: '# two three four five six seven eight nine ten eleven twelve several many few couple half',
  not: 'not no never nobody nothing none without cant wont dont doesnt didnt isnt wasnt arent werent havent hasnt hadnt couldnt wouldnt cannot',
  asks: 'please could can would how where when which what whether may might question wondering',
});

const sensesOf = createKindOf(ENGLISH_SENSES);

const STRONG = 3;

const kindOfEnglish = (word: string): string | undefined => {
  const kind = englishOthers(word);
  if (kind) return kind;
  const strength = strengthOf(word) ?? 0;
  if (Math.abs(strength) < 1) return sensesOf(word);
  if (strength < 0) return strength <= -STRONG ? 'awful' : 'bad';
  return strength >= STRONG ? 'great' : 'good';
};

/** A face says the same in any language. */
export const kindOfFace = (token: string): string | undefined => {
  const strength = /^[\p{L}#]/u.test(token) ? 0 : strengthOfFace(token);
  if (strength === 0) return undefined;
  return strength < 0 ? 'awful' : strength >= STRONG ? 'great' : 'good';
};

/** What kind of word a word is, in its language; undefined for most. */
export const KIND_OF: Record<Language, (word: string) => string | undefined> = {
  en: remembered(kindOfEnglish),
  de: remembered(createKindOf(DE)),
  fr: remembered(createKindOf(FR)),
  es: remembered(createKindOf(ES)),
  nl: remembered(createKindOf(NL)),
  it: remembered(createKindOf(IT)),
  pt: remembered(createKindOf(PT)),
};

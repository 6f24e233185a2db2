import { ownWords } from '../sentiment/clean.ts';
import { withDigits } from './rating-words.ts';

/** The number that a reply gives: `4`, `4/5` with `of` 5, and what else it says. */
export interface Rating {
  score: number;
  of?: number;
  rest: string;
}

const GREETING =
  /^(hi|hey|hello|dear|good (morning|day|afternoon|evening)|hallo|moin|guten (morgen|tag|abend)|liebe[rs]?|sehr geehrte[rs]?|bonjour|salut|hola|buen(os|as) \p{L}+|ciao|buongiorno|hoi|beste|hej|olá)(?!\p{L})[^\d\n]{0,60}$/iu;
const OF = String.raw`(?:\/|out of|of|von|sur|de|van|su|af|av|z|из)`;
const BEGINS = new RegExp(
  String.raw`^["'“”„‘’«»*_(\[]*(10|\d)(?!\d)(?: *${OF} *(5|10)(?!\d))?(?: *(?:stars?|points?|sternen?|sterne?|punkten?|punkte?|étoiles?|estrellas?|stelle|sterren)(?!\p{L}))?`,
  'iu',
);

/** It goes on as a longer number does: 1.3.2026, 5-May-2026, 4,5, 3-4, 1 555 0100. */
const LONGER = /^[^\S\n]*[-–—./:,()+]*[^\S\n]*\d|^[-/]\p{L}+[-/]\d/u;
const MONTH =
  /^[^\S\n]*\.?[^\S\n]*(jan|may(?=\W+\d)|feb|febr|mar|apr|aug|sept?|o[ck]t|nov|de[cz]|janu?ar[iy]?|jänner|febru?ar[iy]?|march|märz|mars|april|avril|mai|mei|maj|jun[ei]|jul[iy]|juin|juillet|august|août|(sept|nov|de[cz])emb(er|re)|decemb(er|re)|okto?ber|octo(ber|bre)|januari|februari|maart|augustus|styczni?a|enero|febrero|marzo|abril|mayo|junio|julio|agosto|(septiem|octu|noviem|diciem)bre)(?!\p{L})/iu;
/** A sign ends it, or a word that gives the reason. Any other word may be what it counts: 3 weeks, 2 of my parcels. */
const ENDS =
  /^[^\S\n]*($|[\n.,!;:)\]"'“”’»*_=~(…–—★☆-]|\p{Extended_Pictographic})|^[^\S\n]+(because|since|and|but|thanks?|weil|denn|aber|danke|parce|car|mais|merci|porque|pero|gracias|perché|grazie|omdat|bedankt)(?!\p{L})/iu;

/** Numbers further on: what counts something, and what is too long for a score, is no second answer. */
const NUMBERS = /(?<![\p{L}\d])\d(?:[^\S\n]?[-–./:,()]{0,3}[^\S\n]?\d)*(?![\p{L}\d])/gu;
const COUNTS =
  /^\s*(%|€|\$|£|percent|prozent|x(?!\p{L})|times?|(minute|hour|day|week|month|year|call|mail|e-?mail|ticket|letter)s?(?!\p{L})|people|min|hrs|[ap]m|mal|minuten|stunden?|tage?n?|wochen?|monaten?|jahren?|uhr|fois|jours?|semaines?|heures?|mois|ans|veces|días?|semanas?|horas?|meses|años?|eur|usd|gbp)(?!\p{L})/iu;
const AFTER_OF = new RegExp(String.raw`((?<!\p{L})${OF}|[€$£#]) *$`, 'iu');
const HIGHEST = 10;

const isOther = (rest: string, { 0: run, index }: RegExpExecArray, score: number): boolean =>
  run.replace(/\D/g, '').length <= 2 &&
  Number(run) !== score &&
  !(Number(run) > HIGHEST) &&
  !COUNTS.test(rest.slice(index + run.length)) &&
  !AFTER_OF.test(rest.slice(0, index));

/**
 * The number with which somebody's own words in a reply begin, after a greeting and a label, as an answer from 0 to 10 is
 * written, in digits or as a word alone.
 * None where it goes on as a date, a phone number or an amount, or where another such number follows.
 */
export const readRating = (text: string): Rating | undefined => {
  const lines = ownWords(text)
    .replace(/\p{Cf}|\ufe0f|\u20e3/gu, '')
    .trim()
    .split('\n');
  const words = withDigits((GREETING.test(lines[0] ?? '') ? lines.slice(1) : lines).join('\n').trim());
  const [all = '', digits, of] = BEGINS.exec(words) ?? [];
  if (digits === undefined) return undefined;
  const score = Number(digits);
  const rest = words.slice(all.length);
  if (LONGER.test(rest) || MONTH.test(rest) || !ENDS.test(rest)) return undefined;
  if ([...rest.matchAll(NUMBERS)].some((match) => isOther(rest, match, score))) return undefined;
  return {
    score,
    ...(of ? { of: Number(of) } : {}),
    rest: rest.replace(/^[^\p{L}\p{N}\p{Extended_Pictographic}]+/u, ''),
  };
};

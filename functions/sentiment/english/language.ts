import { phraseAt } from './phrases.ts';
import { strengthOf } from './words.ts';

const ENGLISH = new Set(
  `the a an and or but if of to in on at by for with from as is are was were be been being am do does did have has had
  i you he she it we they me him her us them my your his its our their this that these those what which who whom when
  where why how not no yes can could will would should may might must there here then than so just only very too also
  more most some any all each every other another into over under again about after before because while during
  please hello hi thanks thank get got one two still never always now out up down off back much many few`.split(/\s+/),
);

/** Of German, French, Spanish, Italian, Portuguese, Dutch, Swedish, Danish and Polish, without those that English has too. */
const OTHERS = new Set(
  `der das und ist nicht ich sie wir ihr mein meine dein ein eine einen mit von zu für auf dem den des sich auch noch
  schon sehr aber oder wenn wie kann haben habe hat bin sind wird nur bitte danke seit immer wieder kein keine über nach bei
  le la les des du un une et est pas je vous nous ils elle mon ma mes votre vos notre ce cette qui que quoi dans sur
  pour avec sans très mais ou où bien merci bonjour été suis avez ont fait plus rien jamais toujours encore depuis
  el los las una y es muy pero por para como está estoy mi su sus lo del al yo usted ustedes gracias hola
  nada siempre desde hace todavía más qué il lo gli uno che di da non sono è molto ma anche questo questa mio
  ancora grazie ciao sempre della nella o os as um uma e não eu você meu minha muito mas também obrigado obrigada de
  het een en niet jai cest nai quil ik jij wij zijn heeft mijn maar ook nog zeer dank wel geen voor naar och är jag inte det som på
  med mig tack jeg ikke og af til nie jest się na z bardzo dzień dobry proszę mój`.split(/\s+/),
);

/** Below this share of English function words a longer text is taken for another language. */
const LEAST_SHARE = 0.15;
const LONG_ENOUGH = 6;

const isEnglishAlone = (words: string[]): boolean =>
  words.some((word, at) => strengthOf(word) !== undefined || phraseAt(words, at) !== undefined);

/**
 * Whether words are English: function words of English must outnumber those of nine other languages, and make up 15 % of
 * six words or more (words of mood count with them). A shorter text, such as "refund!!", may instead have a word or phrase that the reader knows.
 */
export const isEnglish = (words: string[]): boolean => {
  const read = words.filter((word) => /\p{L}/u.test(word));
  if (read.length === 0) return false;
  const latin = read.filter((word) => /^[\p{Script=Latin}]+$/u.test(word)).length;
  if (latin < read.length * 0.6) return false;
  const english = read.filter((word) => ENGLISH.has(word)).length;
  const others = read.filter((word) => OTHERS.has(word) && !ENGLISH.has(word)).length;
  if (others > english || (others === english && others > 0)) return false;
  if (read.length < LONG_ENOUGH) return english > 0 || isEnglishAlone(words);
  const known = others > 0 ? 0 : read.filter((word) => strengthOf(word) !== undefined).length;
  return english + known >= read.length * LEAST_SHARE;
};

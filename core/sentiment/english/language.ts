import { phraseAt } from './phrases.ts';
import { strengthOf } from './words.ts';

const ENGLISH = new Set(
  `the a an and or but if of to in on at by for with from as is are was were be been being am do does did have has had
  i you he she it we they me him her us them my your his its our their this that these those what which who whom when
  where why how not no yes can could will would should may might must there here then than so just only very too also
  more most some any all each every other another into over under again about after before because while during
  please hello hi thanks thank get got one two still never always now out up down off back much many few`.split(/\s+/),
);

/** English words that other languages have too, in another sense: they speak for none. */
const SHARED = new Set(
  `a an on no me in is so was do has he am are of we her over under die war
  terrible horrible super excellent brutal fatal service`.split(/\s+/),
);

/** Common words that none of those languages has. */
const COMMON = new Set(
  `account again ago agreed amount answer answered anything arrive arrived asked ate away back bathroom been before
  better big bigger book booked booking bought breakfast bring broke broken brought buy call called calls came
  cancelled cannot card change changed charge charged cheap cheaper check child children chose clean clear close
  closed coat cold colleague come comes coming comment complaint cost could customer daughter day days delayed deliver
  delivered delivery dinner doctor done door driver drove early easy eight either email empty engineer engineers
  enough evening every everything expected eye feel feelings few fifth find first five fixed flew flight floor food
  found four friday friend gave give given glad goes going gone good great guess half happened happy head hear heard
  heart heating help here high hope hour hours house huge husband instead invoice keep kept key kind kitchen knew know
  last later least left less letter life like little long longer look looked looking lost lot lunch made make manager
  meeting minutes missed missing monday money month months morning mother moved name named need needed needs neighbour
  never new next nice night nights nine nobody noise nothing number nurse offer office old order ordered ours outside
  own package paid parcel password pay paying payment people phone picked please price promised quick quickly quiet
  quote quoted read ready really received refund refused replied reply results right ruined said same sat saturday saw
  say says seat seats see seems sell send sent seven short should show showed shower shut slow small smaller smell
  some someone something soon sorry special spent spoke spot spotless staff started stay stayed stood stopped sunday
  sure take taken talk technician tell thing things think third thought three thursday tickets time times today told
  tomorrow took towels town tried try tuesday twice under until update used wait waited waiting wanted waste water way
  website wednesday weekend weeks went wife wish without woman work worked working works worse worst worth write
  written wrong wrote year years yesterday yet young yours`.split(/\s+/),
);

/** Of German, French, Spanish, Italian, Portuguese, Dutch, Swedish, Danish and Polish, without those that English has too. */
const OTHERS = new Set(
  `der das und ist nicht ich sie wir ihr mein meine dein ein eine einen mit von zu für auf dem den des sich auch noch
  schon sehr aber oder wenn wie kann haben habe hat bin sind wird nur bitte danke seit immer wieder kein keine über nach bei hallo wo wann gut nichts alles schlecht ja quiero favor
  le la les des du un une et est pas je vous nous ils elle mon ma mes votre vos notre ce cette qui que quoi dans sur
  pour avec sans très mais ou où bien merci bonjour été suis avez ont fait plus rien jamais toujours encore depuis
  el los las una y es muy pero por para como está estoy mi su sus lo del al yo usted ustedes gracias hola
  nada siempre desde hace todavía más qué il lo gli uno che di da non sono è molto ma anche questo questa mio
  funciona gusta ancora grazie ciao sempre della nella o os as um uma e não eu você meu minha muito mas também obrigado obrigada de
  het een en niet jai cest nai quil ik jij wij zijn heeft mijn maar ook nog zeer dank wel geen voor naar och är jag inte det som på
  med mig tack jeg ikke og af til nie jest się na z bardzo dzień dobry proszę mój`.split(/\s+/),
);

/** In a short text without function words so many must be known. */
const MOST_KNOWN = 0.5;
/** Below this share of English function words a longer text is taken for another language. */
const LEAST_SHARE = 0.15;
const LONG_ENOUGH = 6;

const isKnown = (word: string): boolean => !SHARED.has(word) && (COMMON.has(word) || strengthOf(word) !== undefined);

const speaksForEnglish = (word: string): boolean => !SHARED.has(word) && (ENGLISH.has(word) || COMMON.has(word));

/** A text of few words, as "refund!!" or "still waiting", that has words or a phrase that the reader knows. */
const isEnglishAlone = (words: string[]): boolean =>
  words.filter(isKnown).length >= words.length * MOST_KNOWN ||
  (words.every((word) => isKnown(word) || SHARED.has(word)) && words.some((word) => strengthOf(word) !== undefined)) ||
  words.some((_, at) => Boolean(phraseAt(words, at)?.strength));

/**
 * Whether words are English: function words of English must outnumber those of nine other languages, and make up 15 % of
 * six words or more (common words and words of mood count with them). A shorter text, such as
 * "refund!!", may instead have words or a phrase that the reader knows.
 */
export const isEnglish = (words: string[]): boolean => {
  const read = words.filter((word) => /\p{L}/u.test(word));
  if (read.length === 0) return false;
  const latin = read.filter((word) => /^[\p{Script=Latin}]+$/u.test(word)).length;
  if (latin < read.length * 0.6) return false;
  const english = read.filter(speaksForEnglish).length;
  const others = read.filter((word) => OTHERS.has(word) && !ENGLISH.has(word)).length;
  if (others > english || (others === english && others > 0)) return false;
  if (read.length < LONG_ENOUGH) return english > 0 || isEnglishAlone(words);
  const knownWords = others > 0 ? 0 : read.filter((word) => isKnown(word) && !speaksForEnglish(word)).length;
  return english + knownWords >= read.length * LEAST_SHARE;
};

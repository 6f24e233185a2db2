import { remembered } from '../remembered.ts';
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
  `a an on no me in is so was do has he am are of we her over under die war come ok
  terrible horrible super excellent brutal fatal service
  app apps support update team hotel restaurant bank ticket tickets video online internet router pizza burger chat bot software laptop film
  menu bar station bus taxi park museum camping motel design version`.split(/\s+/),
);

/** Common words that none of those languages has. */
const COMMON = new Set(
  `able abroad accept accepted access account accounts activate actual actually add added additional address advance
  afternoon again age ago agreed airport allowed already although amount annual answer answered answers anymore
  anyone anything anywhere apology appears applied appointment appreciate appreciated approved around arrive arrived
  ask asked asking asks assistance ate attached attempted automatically available away back bathroom battery been
  before behind believe below beneficiary best better between big bigger bike birthday black blocked blue book
  booked booking both bought branch breakfast brilliant bring broke broken brought building business button buy
  buying call called calls came cancel cancellation cancelled cannot card cards cash certain certificate change
  changed changing charge charged charges cheap cheaper check checked checking cheers child children choose chose
  clean clear close closed coat cold colleague come comes coming comment company complain complaint complaints
  complete completed corrected cost costs could council countries country courier cried crying currencies currency
  customer customers cut daughter day days declined degrees delayed deliver delivered delivery denied deposit
  deposited didnt died different dinner disappointed discount doctor doing done door driver drove duplicate earlier
  early easy eight either eleven else email empty ends engineer engineers enough entered evening every everyone
  everything exactly exchange exchanged exchanges expected expired explain explained eye eyes failed family father
  fault feel feelings fell felt few fifth finally find first five fixed flew flight floor food foreign forgot
  forgotten found four fourth free freeze friday friend friendly friends full funds gave gets getting gift give
  given glad goes going gone good great green group guess guests half handed happen happened happens happy hard head
  hear heard hearing heart heating help helpful here high home honestly hope hour hours house huge husband identity
  immediately impressed incorrect instead insurance invoice issue itself keep keeps kept key kind kindly kitchen
  knew know last late later laughed least leave left less letter letters life light like limit limits little locked
  long longer look looked looking looks lose lost lot love lovely lunch made make makes making manager mean meeting
  membership mentioned merchant middle midnight minutes missed missing mistake monday money month months morning
  mother move moved moving multiple myself name named nearly need needed needs neighbour never new next nice night
  nights nine nobody noise none noon nothing noticed number nurse offer office often old ones open opening order
  ordered ours outage outside own package paid parcel passcode passed passport password pay paying payment payments
  pending people phone physical pick picked please pls pounds pretty price printed process promised prove purchase
  purchased put queue quick quickly quiet quite quote quoted rather reach read reading ready really reason receipt
  receive received recent recently recognize recommend record reference refund refused regards rejected remember
  reminder remove repair replaced replacement replied reply report reported requested restrictions results return
  returned returns revert reverted right room rooms round ruined running safe said salary same sat saturday saved
  saw say saying says screen search seat seats see seeing seem seems seen sell seller send sending sent seven
  several shame shopping short should show showed shower showing shown shows shut sick sign signed since single
  sleep slow small smaller smell solved some somebody someone something soon sorry sorted speak special spent spoke
  spot spotless staff standing stars started statement stay stayed step steps stolen stood stopped strange stuck
  subscription sunday supported suppose supposed sure switched take taken takes taking talk teacher technician tell
  tells thing things think third though thought three through thursday tickets time times tired today told tomorrow
  tonight took topping towels town transferred transferring travel traveling trial tried trouble try trying tuesday
  turned twelve twenty twice unable unblock under understand until update updated upgrade use used using value
  verification verified verify wait waited waiting walk walked wall wanted washing waste water way website wedding
  wednesday weekend weeks went wheelchair whether whoever whole wife window wish withdraw withdrawal withdrawing
  withdrew within without woman wonderful wondering work worked working works worried worse worst worth write
  writing written wrong wrote year years yesterday yet young yours`.split(/\s+/),
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
/** One common word among four others may be borrowed. */
const FEW_KNOWN = 0.25;

/** Letters that English words do without. */
const MARKED = /[äöüßæøåñçãõœąęłńśźżčšžřěůőűşğıșțăāēīūģķļņ]/;

const isKnown = (word: string): boolean => !SHARED.has(word) && (COMMON.has(word) || strengthOf(word) !== undefined);

/** Whether English has the word among its small and common ones; other languages may have it too. */
export const isEnglishWord = (word: string): boolean => ENGLISH.has(word) || COMMON.has(word);

const speaksForEnglish = (word: string): boolean => !SHARED.has(word) && isEnglishWord(word);

/** What a word tells of its language. */
const traitsOf = remembered((word) => ({
  hasLetter: /\p{L}/u.test(word),
  isLatin: /^[\p{Script=Latin}]+$/u.test(word),
  speaksForEnglish: speaksForEnglish(word),
  isKnown: isKnown(word),
  isOther: (OTHERS.has(word) && !ENGLISH.has(word)) || MARKED.test(word),
}));

/** A text of few words, as "refund!!" or "still waiting", that has words or a phrase that the reader knows. */
const isEnglishAlone = (words: string[]): boolean =>
  words.filter(isKnown).length >= words.length * MOST_KNOWN ||
  (words.every((word) => isKnown(word) || SHARED.has(word) || ENGLISH.has(word)) &&
    words.some((word) => strengthOf(word) !== undefined)) ||
  words.some((_, at) => Boolean(phraseAt(words, at)?.strength));

/**
 * Whether words are English: function words of English must outnumber those of nine other languages, and make up 15 % of
 * six words or more (common words and words of mood count with them). A shorter text, such as
 * "refund!!", may instead have words or a phrase that the reader knows.
 */
export const isEnglish = (words: string[]): boolean => {
  let latin = 0;
  let english = 0;
  let others = 0;
  let knownCount = 0;
  const read = words.map(traitsOf).filter(({ hasLetter }) => hasLetter);
  if (read.length === 0) return false;
  for (const traits of read) {
    if (traits.isLatin) latin += 1;
    if (traits.speaksForEnglish) english += 1;
    else if (traits.isKnown) knownCount += 1;
    if (traits.isOther) others += 1;
  }
  if (latin < read.length * 0.6) return false;
  if (others > english || (others === english && others > 0)) return false;
  if (read.length < LONG_ENOUGH) return english > read.length * FEW_KNOWN || isEnglishAlone(words);
  return english + (others > 0 ? 0 : knownCount) >= read.length * LEAST_SHARE;
};

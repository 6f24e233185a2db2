/** From none to ten, in the languages in which replies are read. */
const NUMBERS: readonly string[] = [
  'zero|null|zéro|cero|nul',
  'one|eins|un|une|uno|um|een|één',
  'two|zwei|deux|dos|dois|twee|due',
  'three|drei|trois|tres|três|drie|tre',
  'four|vier|quatre|cuatro|quatro|quattro',
  'five|fünf|cinq|cinco|vijf|cinque',
  'six|sechs|seis|zes|sei',
  'seven|sieben|sept|siete|sete|zeven|sette',
  'eight|acht|huit|ocho|oito|otto',
  'nine|neun|neuf|nueve|nove|negen',
  'ten|zehn|dix|diez|dez|tien|dieci',
];

const numberOf = (word: string): number =>
  NUMBERS.findIndex((words) => words.split('|').includes(word.toLowerCase().normalize('NFC')));

const ANY = NUMBERS.join('|');
const MARKS = `["'“”„‘’«»*_(]*`;
const COURTESY = 'thanks?|thank you|danke|merci|gracias|obrigad[oa]|bedankt|grazie';

/** A word that stands for a number ends its line, or courtesy does: "one of my parcels" counts parcels. */
const WORD = new RegExp(
  String.raw`^${MARKS}(${ANY})(?:[^\S\n]*(?:\/|out of|of|von|sur|de|van|su)[^\S\n]*(${ANY}|5|10))?["'“”‘’«»*_)]*(?=[^\S\n]*(?:[.!,;–—-]*[^\S\n]*(?:${COURTESY})?[.!]*[^\S\n]*)(?:\n|$))`,
  'iu',
);

/** What some write before it: "Note: 3", "My answer is 4". */
const LABEL = new RegExp(
  String.raw`^${MARKS}(?:(?:my|meine?|ma|mon|mi|minha|mijn|il mio|la mia|a minha) +)?(?:answer|rating|score|vote|note|antwort|bewertung|wertung|réponse|respuesta|puntuación|valoración|nota|resposta|avaliação|antwoord|cijfer|beoordeling|risposta|voto)(?: *[:=–—-]+ *| +(?:(?:is|ist|est|es|é|è) +)?)["'“”„‘’«»*_(]*(?=\d|(?:${ANY})(?![\p{L}\p{N}]))`,
  'iu',
);

/** Own words of a reply with the number at their head as digits, and without what leads to it. */
export const withDigits = (words: string): string =>
  words.replace(LABEL, '').replace(WORD, (_, word: string, of?: string) => {
    const most = of === undefined ? '' : `/${/^\d/.test(of) ? of : numberOf(of)}`;
    return `${numberOf(word)}${most}`;
  });

import { attributionAt } from './attribution.ts';
import { isHeaderBlock } from './headers.ts';
import { linesOfHtml } from './html.ts';
import { anyOf } from './languages.ts';

/** A reply that quotes a long mail is cut before it is read; more than this is not looked at. */
const MOST = 64_000;

/** Lines longer than this are no frame of a mail program. */
const LONGEST = 160;

const DIVIDER = new RegExp(
  `^([-_=*#]{2,}\\s*(${anyOf('original')}|${anyOf('forwarded')})\\s*:?\\s*[-_=*#]*|(${anyOf('forwarded')})\\s*:|_{10,})$`,
  'iu',
);
const ABOVE = new RegExp(`(${anyOf('above')})`, 'iu');
/** It is an order, or it is set off by signs: no sentence of a customer. */
const ORDER =
  /^([#\-=_*+~<>[(]{2,}|(please|bitte|veuillez|merci de|por favor|gelieve|si prega|type|write|reply|respond|enter|antworten|schreiben|geben|répondez|répondre|escriba|escribe|responda|typ|schrijf|antwoord|scrivi|scrivere|rispondi|digite|escreva)\b)/iu;
const SIGNATURE = new RegExp(`^(--|—|(${anyOf('close')})[,.!]?|(${anyOf('device')}))$`, 'iu');

/** What most people write has nothing to leave out: plain signs but `*` and `_`, and one blank between words. */
const PLAIN = /^[!-)+-^`-~]+(?: [!-)+-^`-~]+)*$/;

/** As it is compared: without marks of direction, bold signs, and blanks that are not blanks. */
const bareOf = (line: string): string => {
  if (PLAIN.test(line)) return line;
  return line
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .replace(/(?<!\S)[*_]{1,2}(?=[\p{L}\p{N}])|(?<=[\p{L}\p{N}:：])[*_]{1,2}(?=[\s:：]|$)/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
};

const isQuoted = (line: string): boolean => /^[>|]/.test(line);

const isFrame = (line: string): boolean =>
  line.length <= LONGEST && (DIVIDER.test(line) || (ABOVE.test(line) && ORDER.test(line)));

/** The lines that somebody wrote: what they answer, in whatever form their mail program has it, and their signature are cut. */
export const withoutQuotations = (text: string): string => {
  const lines = linesOfHtml(text.slice(0, MOST).normalize('NFC')).split(/\r\n?|\n/);
  const bare = lines.map(bareOf);
  const own: string[] = [];
  let isFirst = true;
  for (let at = 0; at < lines.length; at += 1) {
    const line = bare[at] ?? '';
    if (isQuoted(line)) continue;
    if (isFrame(line) || isHeaderBlock(bare, at)) break;
    if (SIGNATURE.test(line) && !isFirst) break;
    const attribution = attributionAt(bare, at);
    if (attribution === 0) {
      own.push((lines[at] ?? '').trim());
      if (line !== '') isFirst = false;
    }
    // Who answers below a quotation has written nothing yet, and the quotation is marked line by line.
    else if (isFirst && bare.slice(at + attribution, at + attribution + 2).some(isQuoted)) at += attribution - 1;
    else break;
  }
  return own.join('\n').trim();
};

import { SegmentedMessage } from 'sms-segments-calculator';

/** What a text message costs. */
export interface TextMessage {
  parts: number;
  encoding: string;
  /** Signs for which it leaves GSM-7, and how many parts it would have without them. */
  costly: string[];
  without: number;
}

/** Signs of GSM-7 that read the same. */
const PLAIN: Record<string, string> = {
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '‘': "'",
  '’': "'",
  '‚': "'",
  '‹': "'",
  '›': '>',
  '–': '-',
  '—': '-',
  '‑': '-',
  '−': '-',
  '…': '...',
  '•': '-',
  '→': '->',
  '\u00a0': ' ',
  '\u202f': ' ',
  '\u2009': ' ',
  '`': "'",
};

/** What could stand in a text message in place of a sign, if anything. */
export const plainSign = (sign: string): string | undefined => PLAIN[sign] ?? withoutAccent(sign);

const withoutAccent = (sign: string): string | undefined => {
  const bare = sign.normalize('NFD').replace(/\p{M}/gu, '');
  return bare !== sign && /^[a-z]$/i.test(bare) ? bare : undefined;
};

/** Parts of a text message, and the signs that make it longer. */
export const measure = (text: string): TextMessage => {
  const message = new SegmentedMessage(text);
  const costly = message.encodingName === 'GSM-7' ? [] : [...new Set(message.getNonGsmCharacters())];
  const plain = costly.reduce((words, sign) => words.replaceAll(sign, plainSign(sign) ?? '?'), text);
  return {
    parts: message.segmentsCount,
    encoding: message.encodingName,
    costly,
    without: costly.length === 0 ? message.segmentsCount : new SegmentedMessage(plain).segmentsCount,
  };
};

/** A language that is not written in Latin letters has no use for GSM-7. */
export const isLatin = (signs: readonly string[]): boolean =>
  signs.every((sign) => !/\p{L}/u.test(sign) || /\p{Script=Latin}/u.test(sign));

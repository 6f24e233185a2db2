import { anyOf } from './languages.ts';

/** Longer lines are what somebody writes. */
const LONGEST = 300;
/** Gmail and others wrap the line above a quotation, up to so many lines. */
const MOST_LINES = 4;

const OPENS = new RegExp(`^(${anyOf('on')})\\s`, 'iu');
const WROTE = new RegExp(`(?<![\\p{L}\\p{N}])(${anyOf('wrote')})(?![\\p{L}\\p{N}])(.{0,160})[:：]\\s*$`, 'iu');
const ADDRESS = /\S@\S|<[^<>]+>|\[mailto:/;
/** A date with its year, or a time. */
const DATED = /\b\d{4}\b|\b\d{1,2}[:.h]\d{2}\b|\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b/;

/** An old form of Gmail: date and address, and no verb. */
const DATE_AND_ADDRESS = /^\d{4}[-/]\d{1,2}[-/]\d{1,2}\b.{0,160}<[^<>\s]+@[^<>\s]+>\s*:?$/;
const IN_EAST = /(写道|寫道|のメッセージ|님이 작성|작성)\s*[:：]\s*$/;

const isAttribution = (line: string, isQuotedBelow: boolean, isWhole: boolean): boolean => {
  if (DATE_AND_ADDRESS.test(line) || IN_EAST.test(line)) return true;
  if (!WROTE.test(line)) return false;
  if (OPENS.test(line)) return ADDRESS.test(line) || DATED.test(line) || isQuotedBelow;
  return isWhole && ADDRESS.test(line);
};

const isQuote = (line: string | undefined): boolean => line !== undefined && /^[>|]/.test(line);

/** How many lines from here on are one that says who wrote what follows; 0: they are none. */
export const attributionAt = (lines: string[], at: number): number => {
  let joined = '';
  for (let count = 1; count <= MOST_LINES; count += 1) {
    const line = lines[at + count - 1];
    if (line === undefined || line === '' || isQuote(line)) return 0;
    joined = joined === '' ? line : `${joined} ${line}`;
    if (joined.length > LONGEST) return 0;
    const below = lines.slice(at + count, at + count + 2).find((one) => one !== '');
    if (isAttribution(joined, isQuote(below), count === 1)) return count;
    // A sentence that ends here is the writer's own; a day or a month may be cut short.
    if (!OPENS.test(joined) || /\p{L}{4,}[.!?]$/u.test(line)) return 0;
  }
  return 0;
};

import type { Hit } from './hits.ts';
import type { Sentence } from './tokens.ts';

/** Cheers that open a complaint: "Great, cancelled again." */
const CHEERS = new Set(
  'great wonderful fantastic brilliant lovely perfect awesome amazing excellent nice superb thanks bravo congrats congratulations cool love five'.split(
    ' ',
  ),
);
const OPENING = new Set('oh well ah yeah wow just how so another yes gee'.split(' '));
const GLOOM = -1.5;
const DEEP_GLOOM = -2.5;
const THANKING = /\b(thank|thanks|service|job well|team|people)\b/;

const opens = ({ words }: Sentence): boolean => {
  const first = words.find((word) => !OPENING.has(word) && word !== ',');
  return first !== undefined && CHEERS.has(first);
};

const lowest = (hits: Hit[]): number => Math.min(0, ...hits.map(({ strength }) => strength));

const flip = (hits: Hit[], share: number): void => {
  for (const hit of hits) if (hit.strength > 0) hit.strength *= -share;
};

const isFace = (hit: Hit): boolean => hit.kind === 'face';

/**
 * Praise that is not meant: a cheer that opens a sentence of complaint, or one alone before such a sentence, or
 * after it as the last word; praise
 * beside a face that says otherwise. Changes the hits, given sentence by sentence.
 */
export const hearSarcasm = (sentences: Sentence[], hits: Hit[][]): void => {
  for (const [at, sentence] of sentences.entries()) {
    const own = hits[at]!;
    const turns = sentence.words.includes('but');
    const alone = sentence.words.length <= 4 && lowest(own) === 0 && sentence.exclamations === 0;
    const here = opens(sentence) && !turns && lowest(own.filter((hit) => !isFace(hit))) <= GLOOM;
    const next = opens(sentence) && alone && lowest(hits[at + 1] ?? []) <= GLOOM;
    const last = opens(sentence) && alone && !THANKING.test(sentence.words.join(' ')) && at === sentences.length - 1;
    const after = last && lowest(hits[at - 1] ?? []) <= DEEP_GLOOM;
    if (here || next || after) flip(own, 0.5);
    else if (lowest(own.filter(isFace)) <= -2 && lowest(own.filter((hit) => !isFace(hit))) === 0) flip(own, 0.3);
  }
};

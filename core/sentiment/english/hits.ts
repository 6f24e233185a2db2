import { strengthOfFace } from './faces.ts';
import { phraseAt } from './phrases.ts';
import type { Sentence } from './tokens.ts';
import { strengthOf } from './words.ts';

/** Words that tell of a mood, in their place, with all that the sentence does to them. */
export interface Hit {
  from: number;
  to: number;
  /** As written, for quoting. */
  words: string;
  /** About -6 to 6. */
  strength: number;
  kind: 'word' | 'phrase' | 'face';
}

const STRONGER = new Set(
  `very really so extremely absolutely totally completely utterly incredibly super truly deeply seriously beyond such
  too quite particularly especially terribly awfully bloody fucking freaking damn highly simply insanely massively
  hugely most entirely thoroughly genuinely ever`.split(/\s+/),
);
const WEAKER = new Set(
  'slightly somewhat little bit fairly rather kinda partly mildly occasionally sometimes minor small'.split(' '),
);
const NEGATORS = new Set('not no never without nobody none neither nor nothing hardly barely'.split(' '));
const TURNS = new Set('but however although though yet except unfortunately'.split(' '));
/** What follows did not happen, or not yet. */
const SUPPOSING = new Set('if whether unless should'.split(' '));
const ASKING =
  /^(how (do|can|should|would|to|long|much|many)|what|where|which|when|who|can|could|would|will|is there|are there|do|does|is it|is the|may) /;
const COMPLAINING = /\b(still|again|yet|never|nobody|anyone|anybody|ever|hell|so (hard|difficult|slow))\b/;

const REACH = 3;
/** "not good" is worse than "good" is well; "not bad" is faint praise. */
const NOT_GOOD = -0.8;
const NOT_BAD = -0.3;

const before = (words: string[], at: number, reach: number): string[] => {
  const near = words.slice(Math.max(0, at - reach), at);
  return near.slice(near.lastIndexOf(',') + 1);
};

const modified = (words: string[], at: number, strength: number): number => {
  const [one = '', two = ''] = before(words, at, 2).reverse();
  let result = strength;
  if (STRONGER.has(one)) result *= 1.3;
  else if (STRONGER.has(two)) result *= 1.15;
  if (WEAKER.has(one) || WEAKER.has(two)) result *= 0.6;
  const negators = before(words, at, REACH).filter((word) => NEGATORS.has(word)).length;
  return negators % 2 === 0 ? result : result * (strength > 0 ? NOT_GOOD : NOT_BAD);
};

/** Words of a sentence as they were written. */
export const quote = (sentence: Sentence, from: number, to: number): string => {
  const words = sentence.originals.slice(from, to);
  return words
    .filter((word, at) => word !== words[at - 1] || word === ',')
    .join(' ')
    .replaceAll(' ,', ',');
};

const collect = (sentence: Sentence): Hit[] => {
  const { words, shouted } = sentence;
  const hits: Hit[] = [];
  let at = 0;
  while (at < words.length) {
    const phrase = phraseAt(words, at);
    const strength = phrase?.strength ?? strengthOf(words[at]!);
    const to = phrase?.end ?? at + 1;
    if (strength) {
      const loud = shouted.slice(at, to).some(Boolean) ? 1.25 : 1;
      const reached = phrase && phrase.strength < 0 ? strength : modified(words, at, strength);
      const from = !phrase && Math.sign(reached) !== Math.sign(strength) ? negatorBefore(words, at) : at;
      hits.push({
        from,
        to,
        words: quote(sentence, from, to),
        strength: reached * loud,
        kind: phrase ? 'phrase' : 'word',
      });
    }
    at = to;
  }
  return hits;
};

const negatorBefore = (words: string[], at: number): number => {
  for (let index = at - 1; index >= Math.max(0, at - REACH); index -= 1) if (NEGATORS.has(words[index]!)) return index;
  return at;
};

/** What stands before a "but" weighs less, what follows it more; "although" the other way round. */
const weighTurn = (words: string[], hits: Hit[]): void => {
  const turn = words.findIndex((word, at) => TURNS.has(word) && (at > 0 || word === 'although' || word === 'though'));
  if (turn < 0) return;
  const conceding = words[turn] === 'although' || words[turn] === 'though' || words[turn] === 'except';
  const comma = words.indexOf(',', turn);
  for (const hit of hits) {
    if (turn === 0) hit.strength *= comma > 0 && hit.from < comma ? 0.5 : 1.2;
    else if (!conceding) hit.strength *= hit.from < turn ? 0.5 : 1.25;
  }
};

const weakenSuppositions = (words: string[], hits: Hit[]): void => {
  const asking = ASKING.test(
    `${words
      .filter((word) => word !== ',')
      .slice(0, 3)
      .join(' ')} `,
  );
  const sentence = words.join(' ');
  const harmless = asking && !COMPLAINING.test(sentence);
  const supposing = words.findIndex((word) => SUPPOSING.has(word));
  for (const hit of hits) {
    const weak = Math.abs(hit.strength) < 3;
    if (asking && supposing >= 0 && hit.strength < 0) hit.strength *= 0.25;
    else if (harmless && (weak || hit.kind === 'word')) hit.strength *= 0.25;
    else if (supposing >= 0 && hit.from > supposing && hit.strength < 0 && hit.kind === 'word' && weak)
      hit.strength *= 0.4;
  }
};

/** "Hello?" and no more. */
const UNHEARD = /^(hello|anyone|anybody|nobody|helloo)$/;

/** The hits of one sentence, its faces among them. */
export const hitsOf = (sentence: Sentence): Hit[] => {
  const hits = collect(sentence);
  weighTurn(sentence.words, hits);
  if (sentence.questions > 0) weakenSuppositions(sentence.words, hits);
  const excited = 1 + 0.12 * Math.min(3, sentence.exclamations);
  for (const hit of hits) hit.strength *= excited;
  const end = sentence.words.length;
  if (sentence.questions > 0 && UNHEARD.test(sentence.words.join(' ')))
    hits.push({ from: 0, to: end, words: quote(sentence, 0, end), strength: -3, kind: 'phrase' });
  for (const face of new Set(sentence.faces)) {
    const strength = strengthOfFace(face);
    if (strength) hits.push({ from: end, to: end, words: face, strength, kind: 'face' });
  }
  return hits;
};

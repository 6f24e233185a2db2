import { type Hit, hitsOf } from './hits.ts';
import { hearSarcasm } from './sarcasm.ts';
import type { Sentence } from './tokens.ts';

/** Thanks are manners: beside a complaint they count for little. */
const MANNERS = /^(thank|thanks|thx|please|cheers|kind|help|hope|appreciate)/;

const isManners = ({ words }: Hit): boolean => MANNERS.test(words.toLowerCase());
/** "ok", "quick": says little against a complaint. */
const isFaint = ({ strength }: Hit): boolean => strength < 1.5;

/** What comes last weighs more. */
const LAST = 1.3;

/** All hits of a text, weighed against each other. */
export const readEnglish = (sentences: Sentence[]): Hit[] => {
  const hits = sentences.map(hitsOf);
  hearSarcasm(sentences, hits);
  if (hits.length > 1) for (const hit of hits.at(-1)!) hit.strength *= LAST;
  const all = hits.flat();
  const complains = all.some(({ strength }) => strength <= -2);
  for (const hit of all) if (complains && hit.strength > 0 && (isFaint(hit) || isManners(hit))) hit.strength *= 0.2;
  return all;
};

import { remembered } from '../remembered.ts';
import type { Hit } from './hits.ts';
import { PATTERNS } from './patterns.ts';
import type { Sentence } from './tokens.ts';

/** Words that say the same in a complaint stand for one another. */
const KINDS: Record<string, string> = {
  COUNT: `# two three four five six seven eight nine ten eleven twelve fourteen fifteen twenty thirty forty fifty several
    many few dozens couple hundred`,
  UNIT: `minute minutes min mins hour hours hrs day days night nights week weeks month months year years ages fortnight`,
  WEEKDAY: 'monday tuesday wednesday thursday friday saturday sunday weekend',
  MONTH: `january february march april june july august september october november december easter christmas summer
    spring winter autumn`,
  STAFF: `driver courier engineer technician agent rep colleague nurse doctor receptionist cashier salesman waiter guy
    team staff manager operator desk support helpline hotline bot assessor plumber electrician trainer inspector clerk
    crew steward guard conductor pharmacist advisor adviser department branch`,
  ORDINAL: 'second third fourth fifth sixth 2nd 3rd 4th 5th',
  CAN: 'can could may',
};
const KIND_OF = new Map(
  Object.entries(KINDS).flatMap(([kind, words]) => words.split(/\s+/).map((word): [string, string] => [word, kind])),
);

const OPENING = new Set('hi hello hey and so also oh ok well yes dear then but'.split(' '));
const IRREGULAR = new Set(
  `was were had did got took left came went told sent gave made lost broke kept stood sat paid ended ran threw fell said
  let put cut felt thought bought drove spent heard wrote rang hung held cost ate`.split(/\s+/),
);
const NEGATORS = new Set('not no never nobody nothing none without nor neither'.split(' '));

const isPast = (word: string): boolean => IRREGULAR.has(word) || (word.length > 4 && word.endsWith('ed'));

/** What a word tells wherever it stands. */
const signOf = remembered((word) => {
  const sign = KIND_OF.get(word) ?? word;
  return { sign, opening: `^${sign}`, opens: OPENING.has(word), isPast: isPast(word), negates: NEGATORS.has(word) };
});

/** A sum of strengths, without bounds, bent into -2 to 2, so that one strong word does not decide alone. */
const HALF = 6.5;
const bent = (sum: number): number => (2 * sum) / Math.sqrt(sum * sum + HALF);

const FELT = -2.5;
const CLEAR = 1;

/** Counts up to a bound, where more would say no more. */
const atMost = (bound: number, count: number): number => Math.min(bound, count) / 2;

/** So many sentences say what they say in full; of more each says less. */
const FEW = 3;

/** Long texts have more of everything: what they say is damped by their number of sentences. */
export const dampingOf = (sentences: Sentence[]): number => Math.sqrt(FEW / Math.max(FEW, sentences.length));

/** What a text looks like, by the names that `weights.ts` weighs: its words, how its sentences begin, patterns, hits. */
export const signsOf = (sentences: Sentence[], hits: Hit[]): Map<string, number> => {
  const signs = new Map<string, number>();
  const add = (name: string, value: number): void => void signs.set(name, (signs.get(name) ?? 0) + value);
  let past = 0;
  let negated = 0;
  let spoken = 0;
  for (const { words, questions } of sentences) {
    const withoutCommas = words.filter((word) => word !== ',');
    if (withoutCommas.length === 0) continue;
    spoken += 1;
    const read = withoutCommas.map(signOf);
    for (const each of read) {
      signs.set(each.sign, 1);
      if (each.isPast) past += 1;
      if (each.negates) negated += 1;
    }
    signs.set((read.find(({ opens }) => !opens) ?? read[0]!).opening, 1);
    if (questions > 0) signs.set('?', 1);
    const text = withoutCommas.join(' ');
    for (const [name, pattern] of PATTERNS) if (pattern.test(text)) add(`/${name}`, 0.5);
  }
  signs.set('*past', atMost(4, past));
  signs.set('*negated', atMost(3, negated));
  signs.set('*sentences', atMost(4, spoken));
  if (past > 0 && !signs.has('/asks') && !signs.has('/asks-within')) signs.set('*tells', 1);
  const sums = new Map<string, number>();
  for (const { kind, strength } of hits) {
    // "useless", not "broken": a strong word is felt, a weak one may be a fact. Faces are.
    const felt = strength < 0 && (kind === 'face' || (kind === 'word' && strength <= FELT));
    const name = `${strength < 0 ? '-' : '+'}${felt ? 'felt' : kind}`;
    sums.set(name, (sums.get(name) ?? 0) + strength);
  }
  for (const [name, sum] of sums) signs.set(name, bent(sum));
  const worst = Math.min(0, ...hits.map(({ strength }) => strength));
  const best = Math.max(0, ...hits.map(({ strength }) => strength));
  if (best >= CLEAR && worst > -CLEAR) signs.set('*only-praise', 1);
  if ((hits.findLast(({ strength }) => Math.abs(strength) >= CLEAR)?.strength ?? 0) > 0) signs.set('*praise-last', 1);
  const damping = dampingOf(sentences);
  if (damping < 1) for (const [name, value] of signs) signs.set(name, value * damping);
  return signs;
};

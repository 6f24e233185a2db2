import type { Facts } from '../../../core/customer/model/facts.ts';
import type { KeptEvidence } from '../../../core/customer/model/known.ts';
import type { CustomerState } from '../../../core/customer/model/state.ts';
import { SOMETHING_HAPPENED } from '../../../core/sentiment/sentence.ts';
import type { Catalogue } from '../../../language/catalogue/catalogue.ts';
import { Scale } from '../../../language/catalogue/kind.ts';
import type { PageWord } from '../../../language/catalogue/page-words/page-words.ts';
import type { MoodPolicy } from '../../../language/catalogue/policy.ts';
import { RANGES } from '../../../language/catalogue/question.ts';
import type { Speech } from '../../shared/speech.ts';

/** A piece of evidence as its customer reads it. */
export interface ShownMood {
  /** By which it is disputed; undefined of what cannot be taken back. */
  id: string | undefined;
  says: string;
}

type MoodWord = Extract<PageWord, `known.mood-${string}`>;

const moodWord = (value: number, { strong, negative, positive }: MoodPolicy): MoodWord => {
  if (value <= strong) return 'known.mood-strong';
  if (value <= negative) return 'known.mood-negative';
  return value >= positive ? 'known.mood-positive' : 'known.mood-neutral';
};

/** How the sentence of a score begins, and what of a text is quoted in it. */
const SCORED = /^scored (\d+) of (\d+) /;
const WROTE = /^wrote /;
const QUOTED = /“([^”]*)”/g;

const inWords = (
  { at, event, value, because, closes }: KeptEvidence,
  policy: MoodPolicy,
  { say, name, day }: Speech,
): string => {
  const values = { day: day(Date.parse(at)), mood: say(moodWord(value, policy)) };
  const [, score, most] = SCORED.exec(because) ?? [];
  if (score !== undefined && most !== undefined) return say('known.scored', { ...values, score, most });
  if (closes !== undefined) return say('known.solved', values);
  if (!WROTE.test(because)) {
    const what = name('event', event, because);
    return say(what === SOMETHING_HAPPENED ? 'known.happened-something' : 'known.happened', { ...values, what });
  }
  const words = [...because.matchAll(QUOTED)].map(([, quote = '']) => say('known.quoted', { quote })).join(', ');
  return words === '' ? say('known.wrote-something', values) : say('known.wrote', { ...values, words });
};

/** What was understood, the newest first. */
export const moodsShown = (
  { evidence }: CustomerState,
  { policy }: Pick<Catalogue, 'policy'>,
  speech: Speech,
): ShownMood[] =>
  evidence
    .map((piece) => ({
      // Evidence that only softens is no word of theirs. An earlier release kept no weight, without which a dispute cannot undo it.
      id: piece.closes === undefined && piece.weight !== undefined ? piece.id : undefined,
      says: inWords(piece, policy.mood, speech),
    }))
    .toReversed();

/** For what they are taken at the moment. */
export const moodNow = (facts: Facts, { say }: Speech): string => {
  const word: MoodWord =
    facts.mood === 'negative' || facts.mood === 'positive' ? `known.mood-${facts.mood}` : 'known.mood-neutral';
  return say('known.now', { mood: say(word) });
};

/** The last answers on each scale. */
export const answersShown = (
  { answers }: CustomerState,
  { say, day }: Speech,
  question: (scale: Scale) => string,
): { question: string; says: string }[] =>
  Scale.options.flatMap((scale) => {
    const answer = answers[scale];
    if (!answer) return [];
    const values = { score: answer.score, most: RANGES[scale].to, day: day(answer.at) };
    return [{ question: question(scale), says: say('known.answer', values) }];
  });

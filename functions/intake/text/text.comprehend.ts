import {
  type ComprehendClient,
  DetectDominantLanguageCommand,
  DetectSentimentCommand,
  LanguageCode,
  SentimentType,
} from '@aws-sdk/client-comprehend';
import * as z from 'zod';
import { sentencesOf, wordsOf } from '../../../core/sentiment/english/tokens.ts';
import { isEnglish } from '../../../core/sentiment/languages/detect.ts';
import { moodSentence, OTHER_LANGUAGE, unknownMood } from '../../../core/sentiment/sentence.ts';
import type { TextMood, TextSentiment } from '../../../core/sentiment/text.ts';
import { valueFrom, valueWithin } from '../../../core/sentiment/value.ts';
import { createWithFallback, type FallbackDeps, TextNotRead } from './text.fallback.ts';

// Exported beside its adapter, so that who imports this on demand loads no more of the SDK than the client.
export { ComprehendClient } from '@aws-sdk/client-comprehend';

interface ComprehendDeps extends FallbackDeps {
  client: ComprehendClient;
}

/** Comprehend takes fewer than 5,000 bytes of UTF-8. */
const MOST_BYTES = 4_900;
/** Below so many characters Comprehend's word for a language is a guess, and below that confidence too. */
const FEWEST_CHARACTERS = 20;
const SURE = 0.7;
/** Comprehend tells how sure it is, not how much is felt: only what is nearly certain is strong. */
const CERTAIN = 0.95;

const Answer = z.object({
  Sentiment: z.enum(SentimentType),
  SentimentScore: z.object({ Positive: z.number(), Negative: z.number() }),
});

const MOODS: Record<SentimentType, TextMood['mood']> = {
  NEGATIVE: 'negative',
  POSITIVE: 'positive',
  NEUTRAL: 'neutral',
  MIXED: 'neutral',
};

/** As many whole characters as fit. */
const cut = (text: string): string =>
  new TextDecoder().decode(new TextEncoder().encode(text).subarray(0, MOST_BYTES), { stream: true });

/** Comprehend's code for the language; undefined where nobody knows it. English is known without asking. */
const languageOf = async (
  client: ComprehendClient,
  text: string,
  abortSignal: AbortSignal,
): Promise<LanguageCode | undefined> => {
  if (isEnglish(text, wordsOf(sentencesOf(text)))) return 'en';
  if (text.length < FEWEST_CHARACTERS) return undefined;
  const { Languages = [] } = await client.send(new DetectDominantLanguageCommand({ Text: text }), { abortSignal });
  const [first] = Languages.toSorted((one, two) => (two.Score ?? 0) - (one.Score ?? 0));
  if (!first || (first.Score ?? 0) < SURE) return undefined;
  return Object.values(LanguageCode).find((code) => code === first.LanguageCode);
};

/** Amazon Comprehend: twelve languages, `unknown` for any other. A text in which it finds both moods alike is neutral. */
export const createComprehendSentiment = ({ client, ...deps }: ComprehendDeps): TextSentiment =>
  createWithFallback(async (words, abortSignal) => {
    const text = cut(words);
    const language = await languageOf(client, text, abortSignal);
    if (!language) return unknownMood(OTHER_LANGUAGE);
    const answer = await client.send(new DetectSentimentCommand({ Text: text, LanguageCode: language }), {
      abortSignal,
    });
    const read = Answer.safeParse(answer);
    if (!read.success) throw new TextNotRead('malformed', 'without a sentiment');
    const { Sentiment, SentimentScore } = read.data;
    const mood = MOODS[Sentiment];
    const { Positive: positive, Negative: negative } = SentimentScore;
    const value = valueWithin(mood, valueFrom({ negative, positive, strong: negative, strongFrom: CERTAIN }));
    return { mood, value, because: moodSentence(mood, []) };
  }, deps);

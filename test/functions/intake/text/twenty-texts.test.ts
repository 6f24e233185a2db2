import { BedrockRuntimeClient, ConverseCommand, type ConverseResponse } from '@aws-sdk/client-bedrock-runtime';
import {
  ComprehendClient,
  DetectDominantLanguageCommand,
  DetectSentimentCommand,
  type SentimentType,
} from '@aws-sdk/client-comprehend';
import { mockClient } from 'aws-sdk-client-mock';
import { describe, expect, it } from 'vitest';
import { createEmbeddedSentiment } from '../../../../core/sentiment/text.embedded.ts';
import type { TextMood, TextSentiment } from '../../../../core/sentiment/text.ts';
import { createBedrockSentiment } from '../../../../functions/intake/text/text.bedrock.ts';
import { createComprehendSentiment } from '../../../../functions/intake/text/text.comprehend.ts';

type Mood = TextMood['mood'];

interface Case {
  text: string;
  embedded: Mood;
  /** Sentiment, and its scores: positive, negative, neutral, mixed. */
  comprehend: { is: SentimentType; scores: [number, number, number, number]; language?: string; gives: Mood };
  bedrock: { mood: Mood; strength: number; quotes: string[] };
}

const negative = (strength: number, ...quotes: string[]) => ({ mood: 'negative' as const, strength, quotes });
const positive = (strength: number, ...quotes: string[]) => ({ mood: 'positive' as const, strength, quotes });
const neutral = { mood: 'neutral' as const, strength: 0, quotes: [] };
const NEGATIVE = (score: number): Case['comprehend'] => ({
  is: 'NEGATIVE',
  scores: [0.01, score, 0.99 - score, 0],
  gives: 'negative',
});
const POSITIVE = (score: number): Case['comprehend'] => ({
  is: 'POSITIVE',
  scores: [score, 0.01, 0.99 - score, 0],
  gives: 'positive',
});
const NEUTRAL: Case['comprehend'] = { is: 'NEUTRAL', scores: [0.03, 0.07, 0.9, 0], gives: 'neutral' };

/** The same texts for all three. What the services answer is stubbed in the shape of their own answers. */
const CASES: Case[] = [
  {
    text: 'Still waiting for my refund after three weeks, nobody answers.',
    embedded: 'negative',
    comprehend: NEGATIVE(0.97),
    bedrock: negative(0.7, 'Still waiting'),
  },
  {
    text: 'This is the worst service I have ever had. Disgusting.',
    embedded: 'negative',
    comprehend: NEGATIVE(0.99),
    bedrock: negative(1, 'worst service'),
  },
  {
    text: 'I was charged twice and your chat closed on me.',
    embedded: 'negative',
    comprehend: NEGATIVE(0.8),
    bedrock: negative(0.5, 'charged twice'),
  },
  {
    text: 'The parcel arrived late and the box was damaged.',
    embedded: 'negative',
    comprehend: NEGATIVE(0.85),
    bedrock: negative(0.3, 'damaged'),
  },
  {
    text: 'I am not happy with the new app, it keeps crashing.',
    embedded: 'negative',
    comprehend: NEGATIVE(0.9),
    bedrock: negative(0.4, 'not happy'),
  },
  { text: 'Please send me the invoice for March.', embedded: 'neutral', comprehend: NEUTRAL, bedrock: neutral },
  { text: 'How do I change my delivery address?', embedded: 'neutral', comprehend: NEUTRAL, bedrock: neutral },
  { text: 'What is the latest version?', embedded: 'neutral', comprehend: NEUTRAL, bedrock: neutral },
  { text: 'Could you add a dark mode?', embedded: 'neutral', comprehend: NEUTRAL, bedrock: neutral },
  { text: 'I lost my card yesterday, please block it.', embedded: 'neutral', comprehend: NEUTRAL, bedrock: neutral },
  {
    text: 'Thanks for making this so easy!',
    embedded: 'positive',
    comprehend: POSITIVE(0.98),
    bedrock: positive(0.6, 'so easy'),
  },
  {
    text: 'Perfect, works again, thank you so much!',
    embedded: 'positive',
    comprehend: POSITIVE(0.97),
    bedrock: positive(0.7, 'Perfect'),
  },
  { text: 'Excellent app', embedded: 'positive', comprehend: POSITIVE(0.9), bedrock: positive(0.6, 'Excellent') },
  {
    text: 'Lovely staff and a great breakfast.',
    embedded: 'positive',
    comprehend: POSITIVE(0.98),
    bedrock: positive(0.8, 'Lovely'),
  },
  {
    text: 'It was slow at first, but now it works perfectly.',
    embedded: 'positive',
    comprehend: { is: 'MIXED', scores: [0.4, 0.3, 0.05, 0.25], gives: 'neutral' },
    bedrock: positive(0.4, 'works perfectly'),
  },
  {
    text: 'Gdzie jest moja paczka, czekam trzy tygodnie!',
    embedded: 'unknown',
    comprehend: { ...NEUTRAL, language: 'pl', gives: 'unknown' },
    bedrock: negative(0.5, 'czekam trzy tygodnie'),
  },
  {
    text: 'خدمة سيئة جدا ولم يصل الطلب حتى الآن',
    embedded: 'unknown',
    comprehend: { ...NEGATIVE(0.96), language: 'ar' },
    bedrock: negative(0.6),
  },
  {
    text: 'サービスが最悪です。返金してください。お願いします。',
    embedded: 'unknown',
    comprehend: { ...NEGATIVE(0.98), language: 'ja' },
    bedrock: negative(0.8, 'サービスが最悪です'),
  },
  {
    text: 'Missä pakettini on, tämä on kamalaa palvelua',
    embedded: 'unknown',
    comprehend: { ...NEUTRAL, language: 'fi', gives: 'unknown' },
    bedrock: negative(0.6, 'kamalaa'),
  },
  { text: '4471-220', embedded: 'unknown', comprehend: { ...NEUTRAL, gives: 'unknown' }, bedrock: neutral },
];

const fallback = {
  otherwise: { read: () => Promise.reject(new Error('The services answer here.')) },
  deadline: () => new AbortController().signal,
  report: (_: unknown, error: unknown) => {
    throw error;
  },
};

const byComprehend = ({ comprehend }: Case): TextSentiment => {
  const client = new ComprehendClient({ region: 'eu-west-1' });
  const mock = mockClient(client);
  const [Positive, Negative, Neutral, Mixed] = comprehend.scores;
  mock
    .on(DetectDominantLanguageCommand)
    .resolves({ Languages: [{ LanguageCode: comprehend.language ?? 'en', Score: 0.99 }] });
  mock
    .on(DetectSentimentCommand)
    .resolves({ Sentiment: comprehend.is, SentimentScore: { Positive, Negative, Neutral, Mixed } });
  return createComprehendSentiment({ client, ...fallback });
};

const byBedrock = ({ bedrock }: Case): TextSentiment => {
  const client = new BedrockRuntimeClient({ region: 'eu-west-1' });
  const answer: Partial<ConverseResponse> = {
    stopReason: 'tool_use',
    output: {
      message: {
        role: 'assistant',
        content: [{ toolUse: { toolUseId: 't', name: 'record_mood', input: { ...bedrock } } }],
      },
    },
    usage: { inputTokens: 400, outputTokens: 40, totalTokens: 440 },
  };
  mockClient(client)
    .on(ConverseCommand)
    .resolves(answer as ConverseResponse);
  return createBedrockSentiment({ client, model: 'eu.amazon.nova-2-lite-v1:0', ...fallback });
};

describe('the same twenty texts', () => {
  it.each(CASES)('$text', async (one) => {
    const embedded = await createEmbeddedSentiment().read(one.text);
    const comprehend = await byComprehend(one).read(one.text);
    const bedrock = await byBedrock(one).read(one.text);
    const expectedMood = one.text === '4471-220' ? 'unknown' : one.bedrock.mood;
    expect([embedded.mood, comprehend.mood, bedrock.mood]).toEqual([one.embedded, one.comprehend.gives, expectedMood]);
    // A word for a mood means the same values whoever says it.
    for (const { mood, value } of [embedded, comprehend, bedrock]) {
      if (mood === 'negative') expect(value).toBeLessThanOrEqual(-0.25);
      if (mood === 'positive') expect(value).toBeGreaterThanOrEqual(0.25);
      if (mood === 'neutral') expect(Math.abs(value)).toBeLessThan(0.25);
      if (mood === 'unknown') expect(value).toBe(0);
    }
  });

  it('are twenty', () => expect(CASES).toHaveLength(20));

  it('are strong by Comprehend only where it is nearly certain', async () => {
    for (const one of CASES.filter(({ comprehend }) => comprehend.gives === 'negative')) {
      const { value } = await byComprehend(one).read(one.text);
      expect(value <= -0.6).toBe(one.comprehend.scores[1] >= 0.95);
    }
  });

  it('are as strong by Bedrock as the model says', async () => {
    for (const one of CASES.filter(({ bedrock }) => bedrock.mood === 'negative')) {
      const { value } = await byBedrock(one).read(one.text);
      expect(value).toBeCloseTo(-(0.25 + 0.75 * one.bedrock.strength), 3);
    }
  });
});

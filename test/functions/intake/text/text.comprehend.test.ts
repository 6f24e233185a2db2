import {
  ComprehendClient,
  DetectDominantLanguageCommand,
  DetectSentimentCommand,
  type SentimentType,
} from '@aws-sdk/client-comprehend';
import { mockClient } from 'aws-sdk-client-mock';
import { describe, expect, it } from 'vitest';
import { createEmbeddedSentiment, readText } from '../../../../core/sentiment/text.embedded.ts';
import { createComprehendSentiment } from '../../../../functions/intake/text/text.comprehend.ts';
import { awsError, timeOut } from '../../../support/aws.ts';

const open = () => {
  const client = new ComprehendClient({ region: 'eu-west-1' });
  const mock = mockClient(client);
  const deadline = new AbortController();
  const reported: string[] = [];
  const sentiment = createComprehendSentiment({
    client,
    otherwise: createEmbeddedSentiment(),
    deadline: () => deadline.signal,
    report: (reason) => reported.push(reason),
  });
  const answers = (Sentiment: SentimentType, Positive: number, Negative: number) =>
    mock.on(DetectSentimentCommand).resolves({ Sentiment, SentimentScore: { Positive, Negative } });
  const speaks = (LanguageCode: string, Score = 0.99) =>
    mock.on(DetectDominantLanguageCommand).resolves({ Languages: [{ LanguageCode, Score }] });
  return { mock, sentiment, deadline, reported, answers, speaks };
};

const GERMAN = 'Ich warte seit drei Wochen auf mein Geld.';

describe('text by Comprehend', () => {
  it('reads English without asking for the language', async () => {
    const { mock, sentiment, answers } = open();
    answers('NEGATIVE', 0.02, 0.93);
    expect(await sentiment.read('Where is the parcel that you promised me?')).toEqual({
      mood: 'negative',
      value: -0.55,
      because: 'wrote a message, which reads as negative',
    });
    expect(mock.calls()).toHaveLength(1);
    expect(mock.commandCalls(DetectSentimentCommand)[0]?.args[0].input).toEqual({
      Text: 'Where is the parcel that you promised me?',
      LanguageCode: 'en',
    });
  });

  it('asks which other language it is, and reads it in that', async () => {
    const { mock, sentiment, answers, speaks } = open();
    speaks('de');
    answers('NEGATIVE', 0.1, 0.8);
    expect(await sentiment.read(GERMAN)).toMatchObject({ mood: 'negative', value: -0.459 });
    expect(mock.commandCalls(DetectSentimentCommand)[0]?.args[0].input.LanguageCode).toBe('de');
  });

  it.each([
    ['one that it does not read', 'Czekam na moje pieniądze od trzech tygodni.', 'pl', 0.99],
    ['one that it is not sure of', GERMAN, 'de', 0.5],
  ])('says unknown of a language: %s', async (_, text, language, score) => {
    const { mock, sentiment, reported, speaks } = open();
    speaks(language, score);
    expect(await sentiment.read(text)).toMatchObject({ mood: 'unknown', value: 0 });
    expect(mock.commandCalls(DetectSentimentCommand)).toHaveLength(0);
    expect(reported).toEqual([]);
  });

  it.each(['', ' \n 4471-220 ', '> a quote only', 'Warum?'])('says unknown of %j and asks nobody', async (text) => {
    const { mock, sentiment } = open();
    expect(await sentiment.read(text)).toMatchObject({ mood: 'unknown', value: 0 });
    expect(mock.calls()).toHaveLength(0);
  });

  it('sends only what the writer wrote, within the limit and in whole characters', async () => {
    const { mock, sentiment, answers } = open();
    answers('NEUTRAL', 0.1, 0.1);
    await sentiment.read('It is here, thank you.\n\n> where is my order?\n--\nAda Lovelace');
    await sentiment.read(`It is here and I thank you 🎉 ${'🎉'.repeat(3000)}`);
    const [short, long] = mock.commandCalls(DetectSentimentCommand).map(({ args }) => args[0].input.Text ?? '');
    expect(short).toBe('It is here, thank you.');
    expect(Buffer.byteLength(long ?? '')).toBeGreaterThan(4_890);
    expect(Buffer.byteLength(long ?? '')).toBeLessThan(5_000);
    expect(long).toMatch(/🎉$/u);
  });

  it.each([
    ['NEGATIVE', 0.3, 0.45, 'negative', -0.25],
    ['POSITIVE', 0.98, 0.01, 'positive', 0.97],
    ['NEUTRAL', 0.05, 0.2, 'neutral', -0.075],
    ['MIXED', 0.05, 0.9, 'neutral', -0.249],
  ] as const)('%s has a value that fits its mood', async (sentiment, positive, negative, mood, value) => {
    const { sentiment: reader, answers } = open();
    answers(sentiment, positive, negative);
    expect(await reader.read('This is how it went.')).toMatchObject({ mood, value });
  });

  it.each([
    ['timed-out', timeOut()],
    ['failed', awsError('ThrottlingException', 400)],
    ['failed', awsError('AccessDeniedException', 403)],
    ['failed', awsError('InternalServerException', 500)],
  ])('reads by the embedded reader and says %s when Comprehend does not answer', async (reason, error) => {
    const { mock, sentiment, reported } = open();
    mock.on(DetectSentimentCommand).rejects(error);
    expect(await sentiment.read('Still waiting.')).toEqual(readText('Still waiting.'));
    expect(reported).toEqual([reason]);
  });

  it('is not waited for past the deadline of a text, whichever of its calls hangs', async () => {
    const { mock, sentiment, deadline, reported } = open();
    mock.on(DetectDominantLanguageCommand).resolves({ Languages: [{ LanguageCode: 'de', Score: 1 }] });
    mock.on(DetectSentimentCommand).callsFake(() => {
      deadline.abort(timeOut());
      return new Promise(() => {});
    });
    expect(await sentiment.read(GERMAN)).toEqual(readText(GERMAN));
    expect(reported).toEqual(['timed-out']);
  });

  it('takes an answer without a sentiment for none', async () => {
    const { mock, sentiment, reported } = open();
    mock.on(DetectSentimentCommand).resolves({});
    expect(await sentiment.read('Still waiting.')).toEqual(readText('Still waiting.'));
    expect(reported).toEqual(['malformed']);
  });
});

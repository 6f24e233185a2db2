import { describe, expect, it } from 'vitest';
import { readSignals } from '../../../core/sentiment/read-signals.ts';
import { readText } from '../../../core/sentiment/text.embedded.ts';
import type { TextMood } from '../../../core/sentiment/text.ts';
import { eventType } from '../../support/catalogue.ts';

describe('evidence of mood in an event', () => {
  it('asks about all of its texts at once, and keeps their order', async () => {
    const signals = [
      { text: 'subject', weight: 0.2 },
      { value: -0.5, weight: 1 },
      { text: 'body', weight: 0.7 },
    ];
    const waiting: (() => void)[] = [];
    const read = (because: string) =>
      new Promise<TextMood>((resolve) => {
        waiting.push(() => resolve({ mood: 'negative', value: -1, because }));
        if (waiting.length === 2) for (const answer of waiting.toReversed()) answer();
      });
    const names = { subject: 'first', body: 'last' };
    const { signals: evidence } = await readSignals(eventType({ signals, about: 'It broke.' }), names, { read });
    expect(evidence.map(({ because }) => because)).toEqual(['first', 'It broke.', 'last']);
  });
});

describe('a text in another language than English', () => {
  const type = eventType({
    signals: [
      { text: 'text', weight: 0.5 },
      { value: -0.5, weight: 1 },
    ],
  });
  const reads = (language: string) => async (): Promise<TextMood> => ({
    mood: 'negative',
    value: -1,
    because: 'read',
    language,
  });

  it('counts less, as policy.yaml says or by 0.7', async () => {
    const weight = async (language: string, languages?: Record<string, number>) =>
      (await readSignals(type, { text: 'x' }, { read: reads(language) }, languages)).signals[0]?.weight;
    expect(await weight('en')).toBe(0.5);
    expect(await weight('de')).toBeCloseTo(0.35, 9);
    expect(await weight('de', { de: 1 })).toBe(0.5);
    expect(await weight('de', { fr: 0.2 })).toBeCloseTo(0.35, 9);
  });

  it('is not read where its language counts nothing, and what else the event says stands', async () => {
    const reading = await readSignals(type, { text: 'x' }, { read: reads('de') }, { de: 0 });
    expect(reading).toMatchObject({ isForeign: true, signals: [{ value: -0.5 }] });
  });

  it('is told to be foreign where no reader knows it, but not where it has no words', async () => {
    const read = async (text: string) => readText(text);
    expect((await readSignals(type, { text: 'Gdzie jest moja paczka' }, { read })).isForeign).toBe(true);
    expect((await readSignals(type, { text: '4471-220' }, { read })).isForeign).toBe(false);
    expect((await readSignals(type, { text: 'Where is my parcel?' }, { read })).isForeign).toBe(false);
  });

  it('counts as written where a service read it, which says no language', async () => {
    const read = async (): Promise<TextMood> => ({ mood: 'negative', value: -1, because: 'read' });
    expect((await readSignals(type, { text: 'x' }, { read }, { de: 0 })).signals[0]?.weight).toBe(0.5);
  });
});

describe('a text that a machine wrote', () => {
  const AWAY = 'Automatic reply: I am away.';
  const signals = [
    { score: 'score', scale: '"nps"', weight: 1 },
    { text: 'text', weight: 0.7 },
    { value: -0.5, weight: 1 },
  ];
  const automatic = { type: 'boolean' as const, optional: true, provenance: 'observed' as const };
  const type = eventType({ signals, fields: { automatic } });
  const read = async (): Promise<TextMood> => ({ mood: 'negative', value: -1, because: 'read' });

  it('is not read, and what else the event says stands', async () => {
    const reading = await readSignals(type, { text: AWAY }, { read });
    expect(reading).toMatchObject({ isAutomatic: true, signals: [{ value: -0.5 }] });
  });

  it('came from somebody all the same where they gave a score', async () => {
    const reading = await readSignals(type, { text: AWAY, score: 9 }, { read });
    expect(reading).toMatchObject({ isAutomatic: false, signals: [{ value: expect.any(Number) }, { value: -0.5 }] });
  });

  it('says nothing at all where the producer knows', async () => {
    const reading = await readSignals(type, { text: 'It broke.', score: 1, automatic: true }, { read });
    expect(reading).toMatchObject({ isAutomatic: true, signals: [] });
  });

  it('is another matter where the event has no text, or no such field', async () => {
    const renewal = eventType({ signals: [{ value: -0.5, weight: 1 }], fields: { automatic } });
    expect(await readSignals(renewal, { automatic: true }, { read })).toMatchObject({ isAutomatic: false });
    const undeclared = eventType({ signals });
    expect(await readSignals(undeclared, { text: 'It broke.', automatic: true }, { read })).toMatchObject({
      isAutomatic: false,
    });
  });
});

describe('a text that quotes what it answers', () => {
  const type = eventType({ signals: [{ text: 'text', weight: 0.5 }] });
  const text = 'It works.\n\nOn Monday, Acme wrote:\n> Sorry, it was terrible.';
  const reading = () => {
    const seen: string[] = [];
    const read = async (words: string): Promise<TextMood> => {
      seen.push(words);
      return { mood: 'neutral', value: 0, because: 'read' };
    };
    return { seen, read };
  };

  it('is read without the quotation', async () => {
    const { seen, read } = reading();
    await readSignals(type, { text }, { read });
    expect(seen).toEqual(['It works.']);
  });

  it('is read as whoever hands it in says that it is somebody’s own, once', async () => {
    const { seen, read } = reading();
    const own = (): string => 'It works well.';
    await readSignals(type, { text }, { read, own });
    expect(seen).toEqual(['It works well.']);
  });
});

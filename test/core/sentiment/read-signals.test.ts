import { describe, expect, it } from 'vitest';
import { readSignals } from '../../../core/sentiment/read-signals.ts';
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
    const { signals: found } = await readSignals(eventType({ signals, about: 'It broke.' }), names, { read });
    expect(found.map(({ because }) => because)).toEqual(['first', 'It broke.', 'last']);
  });
});

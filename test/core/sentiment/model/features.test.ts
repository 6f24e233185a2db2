import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { featuresOf } from '../../../../core/sentiment/model/features.ts';

const BITS = 15;
const of = (text: string) => featuresOf(text, 'en', BITS);
const shareOf = (text: string, other: string): number => {
  const theirs = new Set(of(other).at);
  const { at } = of(text);
  return at.filter((place) => theirs.has(place)).length / at.length;
};

describe('features of a text', () => {
  it('have squares that add up to 1, however long the text is, and lie in the table', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (text) => {
        const { at, value, wordFeatures } = of(text);
        const squares = value.slice(0, wordFeatures).reduce((sum, one) => sum + one * one, 0);
        if (wordFeatures > 0) expect(squares).toBeCloseTo(1, 6);
        for (const place of at) expect(place >= 0 && place < 1 << BITS).toBe(true);
      }),
    );
  });

  it('are the same each time, and leave nothing behind for the next text', () => {
    const alone = of('It never came.');
    of('Another text, with other words!');
    expect(of('It never came.')).toEqual(alone);
  });

  it('are of each place once, in a text of any length', () => {
    const words = Array.from(
      { length: 12_000 },
      (_, at) => `${at.toString(36).replace(/\d/g, (digit) => 'klmnopqrst'[Number(digit)]!)}x`,
    );
    const alone = of('It never came.');
    const { at, wordFeatures } = featuresOf(words.join(' '), 'en', 18);
    expect(new Set(at.slice(0, wordFeatures)).size).toBe(wordFeatures);
    expect(wordFeatures).toBeGreaterThan(40_000);
    expect(of('It never came.')).toEqual(alone);
  });

  it('mark what is negated', () => {
    expect(shareOf('never good', 'very good')).toBeLessThan(shareOf('so good', 'very good'));
  });

  it('take from what is said nothing for how loud it is said', () => {
    const [calm, loud] = [of('it is bad'), of('IT IS BAD!!!')];
    expect(loud.at.slice(0, loud.wordFeatures)).toEqual(calm.at);
    expect(loud.at.length).toBeGreaterThan(loud.wordFeatures);
  });

  it('weigh more after a "but" and in the last sentence', () => {
    const german = (text: string) => featuresOf(text, 'de', BITS);
    const weightOf = (text: string, word: string): number => {
      const places = new Set(german(word).at);
      const { at, value } = german(text);
      return at.reduce((sum, place, index) => sum + (places.has(place) ? value[index]! : 0), 0);
    };
    expect(weightOf('nett aber furchtbar', 'furchtbar')).toBeGreaterThan(weightOf('furchtbar aber nett', 'furchtbar'));
    expect(weightOf('nettes Zimmer. furchtbar laut.', 'furchtbar')).toBeGreaterThan(
      weightOf('furchtbar laut. nettes Zimmer.', 'furchtbar'),
    );
  });

  it('tell how an English text is put, whatever it is about', () => {
    const complaint = 'You quoted 40 for Monday. Nobody came.';
    expect(shareOf(complaint, 'They promised 9 by Friday. Nobody rang.')).toBeGreaterThan(
      shareOf(complaint, 'Please move 9 to Friday. Somebody rings?'),
    );
  });

  it('say of a face what it says in any language', () => {
    const faces = (language: 'de' | 'es') => new Set(featuresOf('😡', language, BITS).at);
    expect(faces('de')).toEqual(faces('es'));
  });
});

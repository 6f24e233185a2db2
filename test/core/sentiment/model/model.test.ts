import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { featuresOf } from '../../../../core/sentiment/model/features.ts';
import { likelihood, logitsOf, unpack } from '../../../../core/sentiment/model/model.ts';
import { modelOf } from '../../../../core/sentiment/model/models.ts';
import { LANGUAGES, READ_LANGUAGES } from '../../../../language/catalogue/languages.ts';
import { fitCurve } from '../fit/model/calibrate.ts';
import { pack } from '../fit/model/pack.ts';
import { chance, type Lesson, logitOf, shuffled, train } from '../fit/model/train.ts';

const BITS = 12;
const lesson = (text: string, unhappy: boolean): Lesson => ({
  features: featuresOf(text, 'en', BITS),
  weight: 1,
  is: [unhappy, !unhappy, undefined],
});
const LESSONS = Array.from({ length: 20 }, (_, at) => [
  lesson(`parcel ${at} is late again`, true),
  lesson(`parcel ${at} is here thanks`, false),
]).flat();
const HOW = { bits: BITS, heads: 3, rounds: 6, rate: 0.2, pull: 1e-6, seed: 1 };

describe('a learned model', () => {
  it('tells what it has learned of texts that it has not seen', () => {
    const [unhappy] = train(LESSONS, HOW);
    expect(logitOf(unhappy!, featuresOf('my order is late again', 'en', BITS))).toBeGreaterThan(0);
    expect(logitOf(unhappy!, featuresOf('my order is here thanks', 'en', BITS))).toBeLessThan(0);
  });

  it('is the same for the same seed, and learns nothing where nobody said what is true', () => {
    expect(train(LESSONS, HOW)).toEqual(train(LESSONS, HOW));
    expect(train(LESSONS, HOW)[2]?.weights.every((weight) => weight === 0)).toBe(true);
    expect(shuffled([1, 2, 3, 4, 5, 6], chance(3))).not.toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('says nearly the same when its weights are bytes', () => {
    const heads = train(LESSONS, HOW);
    const curves = heads.map(() => ({ slope: 1, offset: 0 }));
    const features = featuresOf('is it late again', 'en', BITS);
    const expected = logitOf(heads[0]!, features);
    for (const [language, off] of [
      ['de', 0.05],
      ['en', 0.3],
    ] as const) {
      const model = unpack(pack(heads, { language, bits: BITS, strongFrom: 1, curves }));
      expect(Math.abs(logitsOf(model, features).negative - expected) / expected).toBeLessThan(off);
    }
  });

  it('leaves out what few texts have', () => {
    const rare = { ...HOW, fewest: 2 };
    const once = lesson('zebra crossing', true);
    const places = new Set(LESSONS.flatMap(({ features }) => features.at));
    const own = once.features.at.filter((place) => !places.has(place));
    const [with1, with2] = [train([...LESSONS, once], HOW)[0]!, train([...LESSONS, once], rare)[0]!];
    expect(own.some((place) => with1.weights[place] !== 0)).toBe(true);
    expect(own.every((place) => with2.weights[place] === 0)).toBe(true);
  });

  it('gives likelihoods that come true: a curve through what was seen', () => {
    const seen = Array.from({ length: 400 }, (_, at) => ({ logit: (at % 5) - 2, is: at % 10 < 2 * (at % 5) }));
    const curve = fitCurve(seen);
    const mean = seen.reduce((sum, { logit }) => sum + likelihood(curve, logit), 0) / seen.length;
    expect(mean).toBeCloseTo(seen.filter(({ is }) => is).length / seen.length, 3);
    expect(likelihood(curve, 2)).toBeGreaterThan(likelihood(curve, -2));
  });

  it('is there for each language that is read, and for no other', () => {
    expect(LANGUAGES.filter((language) => modelOf(language))).toEqual(READ_LANGUAGES);
  });

  it('takes at most 160 KB', () => {
    for (const language of READ_LANGUAGES) {
      const file = readFileSync(`core/sentiment/model/weights/${language}.ts`);
      expect(gzipSync(file, { level: 9 }).length).toBeLessThan(160 * 1024);
    }
  });
});

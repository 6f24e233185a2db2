import { describe, expect, it } from 'vitest';
import { ScoreOutOfScale, surveySentence, surveyValue } from '../../../core/sentiment/survey.ts';
import type { Scale } from '../../../language/catalogue/kind.ts';

const ladder = (scale: Scale, from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => surveyValue(scale, from + index));

describe('survey answers as mood', () => {
  it('spreads nps detractors from -1 to -0.3, passives to 0 and 0.2, promoters to 0.6 and 1', () => {
    const values = ladder('nps', 0, 10);
    for (const [score, value] of values.slice(0, 7).entries()) expect(value).toBeCloseTo(-1 + (score * 0.7) / 6, 3);
    expect(values.slice(7)).toEqual([0, 0.2, 0.6, 1]);
  });

  it.each(['csat', 'ces', 'trust'] as const)('spreads %s evenly from -1 to 1', (scale) => {
    expect(ladder(scale, 1, 5)).toEqual([-1, -0.5, 0, 0.5, 1]);
  });

  it.each([
    ['nps', 11],
    ['nps', -1],
    ['csat', 0],
    ['trust', 6],
    ['ces', 3.5],
    ['nps', Number.NaN],
    ['nps', Number.POSITIVE_INFINITY],
  ] as const)('refuses a %s score of %s', (scale, score) => {
    expect(() => surveyValue(scale, score)).toThrow(ScoreOutOfScale);
    expect(() => surveySentence(scale, score)).toThrow(`${scale} score of ${score}`);
  });

  it('says what was asked and answered', () => {
    expect(surveySentence('nps', 3)).toBe('scored 3 of 10 when asked whether they would recommend us');
    expect(surveySentence('csat', 1)).toBe('scored 1 of 5 when asked how satisfied they are');
  });
});

import { describe, expect, it } from 'vitest';
import { explainText } from '../../../core/sentiment/explain-text.ts';
import { readText } from '../../../core/sentiment/text.embedded.ts';

describe('why a text reads as it does', () => {
  it('is told by its words and their share, the most telling first', () => {
    const text = 'Great staff, but my order never arrived.';
    const { cues, likely, ...mood } = explainText(text);
    expect(mood).toEqual(readText(text));
    expect(likely?.negative).toBeGreaterThan(0.5);
    expect(cues[0]?.words).toContain('never arrived');
    expect(cues[0]?.share).toBeLessThan(0);
    expect(cues.find(({ words }) => words === 'Great')?.share).toBeGreaterThan(0);
    expect(cues.map(({ words }) => words)).not.toContain('but');
    const shares = cues.map(({ share }) => Math.abs(share));
    expect(shares).toEqual(shares.toSorted((one, two) => two - one));
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeLessThanOrEqual(1.01);
  });

  it('is told of a long text by its sentences', () => {
    const { cues } = explainText(
      `${'We came on a Monday and went on a Friday. '.repeat(20)}The bathroom was disgusting.`,
    );
    expect(cues[0]?.words).toBe('The bathroom was disgusting.');
  });

  it('is told of nothing that was not read', () => {
    expect(explainText('Gdzie jest moja paczka')).toMatchObject({ mood: 'unknown', cues: [] });
    expect(explainText('')).toMatchObject({ mood: 'unknown', cues: [] });
  });
});

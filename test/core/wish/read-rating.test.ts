import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRating } from '../../../core/wish/read-rating.ts';
import { runs } from '../../support/depth.ts';

const scoreOf = (text: string) => readRating(text)?.score;

describe('the number that a reply begins with', () => {
  it.each([
    ['1', 1],
    [' 4 ', 4],
    ['10!', 10],
    ['0', 0],
    ['“5”', 5],
    ['*3*', 3],
    ['(2)', 2],
    ['４', 4],
    ['4️⃣', 4],
    ['4.', 4],
    ['4 - good', 4],
    ['4 – very good, thanks', 4],
    ['4: it works', 4],
    ['5 stars', 5],
    ['5 ⭐', 5],
    ['5👍', 5],
    ['3 Punkte', 3],
    ['1 because nobody answers', 1],
    ['2, weil niemand antwortet', 2],
    ['4\nThanks', 4],
    ['Hi Ann,\n\n4\n\nBest regards\nBo', 4],
    ['Guten Tag, Frau Weber\n5', 5],
    ['5. Super!', 5],
    ['1 - it took 3 weeks and 12 calls', 1],
    ['4. I repeat: 4', 4],
    ['2\n\nAnn Smith\n+44 20 7946 0000', 2],
    ['1. Order 48813 of 2026-03-02 never came', 1],
    ['3\n\nOn Mon, 2 Mar 2026 at 10:00, Acme <a@acme.example> wrote:\n> from 1 (no) to 5 (yes)?', 3],
    ['3\n-- \nSuite 7', 3],
    ['4\nMarch was better', 4],
    ['**5**', 5],
    ['_4_ thanks', 4],
    ['4 - thanks', 4],
    ['five', 5],
    ['Five!', 5],
    ['*two*\nIt was slow.', 2],
    ['vier, danke', 4],
    ['cinq. Merci', 5],
    ['cuatro', 4],
    ['vijf', 5],
    ['três', 3],
    ['dieci', 10],
    ['Note: 3', 3],
    ['Note : 3', 3],
    ['Meine Antwort: 4', 4],
    ['My answer is 2', 2],
    ['My rating: **5**', 5],
    ['Nota - cinco', 5],
    ['Score 4', 4],
  ])('is %j', (text, score) => expect(scoreOf(text)).toBe(score));

  it.each([
    ['5/5', 5, 5],
    ['4 / 5', 4, 5],
    ['4 of 5', 4, 5],
    ['4 out of 5, good', 4, 5],
    ['8/10', 8, 10],
    ['4 von 5 Punkten', 4, 5],
    ['4 von 5', 4, 5],
    ['4 sur 5 !', 4, 5],
    ['four out of five', 4, 5],
    ['Note: 3/5', 3, 5],
    ['vier von 5', 4, 5],
  ])('says of how many: %j', (text, score, of) => {
    const rating = readRating(text);
    expect([rating?.score, rating?.of]).toEqual([score, of]);
  });

  it('leaves the words beside it', () => {
    expect(readRating('4 - good, but slow')?.rest).toBe('good, but slow');
    expect(readRating('5/5')?.rest).toBe('');
    expect(readRating('Hello,\n1\nNobody helped.')?.rest).toBe('Nobody helped.');
  });

  it.each([
    ['nothing', ['', ' ', 'Thanks!', '> 4', 'note']],
    [
      'a word that is no answer',
      ['One of my parcels', 'One thing: it fails', 'Two, no three', 'Null Bock', 'four weeks', 'Note that 3 fail'],
    ],
    ['a number further on', ['I waited 3 weeks', 'about 4']],
    [
      'two numbers',
      ['4 or 5', '3-4', '3 – 4', '4, 5', '4. No, 5!', '1 (hard) to 5 (easy)', '2. Late. 1. Wrong.', '3/4'],
    ],
    [
      'a date',
      [
        '1.3.2026',
        '1/2/2026',
        '3/4/26',
        '2 March',
        '2. März',
        '2 mars 2026',
        '5-May-2026',
        '5. May 2026',
        '2026-03-02',
        '01.03.',
      ],
    ],
    ['a time', ['4:30', '5 pm', '10h']],
    ['a phone number', ['1 555 0100', '1-555-0100', '+44 20 7946 0000', '5550100', '1 (555) 0100']],
    [
      'an amount',
      ['3 weeks', '2 of my parcels are missing', '4%', '5 €', '4.5', '4,5', '1,000', '10k', '1st', '2x', '3rd time'],
    ],
    ['no whole number from 0 to 10', ['11', '42', '-1', '+1', '1½', '½']],
    ['a doubt', ['4?']],
  ])('is none where it is %s', (_, texts) => {
    expect(texts.filter((text) => readRating(text) !== undefined)).toEqual([]);
  });

  it('is read whatever follows without a number', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 0, max: 10 }), (text, score) => {
        expect(readRating(`${score}\n${text.replace(/\p{N}/gu, '')}`)?.score).toBe(score);
      }),
      { numRuns: runs(100) },
    );
  });
});

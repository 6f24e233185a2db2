import { describe, expect, it } from 'vitest';
import { momentProblems } from '../../../console/features/moments/moment-problems.ts';
import { placeProblems, problemAt } from '../../../console/shared/form/field-problems.ts';

const TEXT = `quietHours: { from: "21:00", to: late }
holidays:
  - 2026-12-25
  - soon
gap: 20 hours
`;

const at = (line: number, column: number, message: string) => ({ file: 'policy.yaml', line, column, message });

describe('what is wrong in a text', () => {
  const problems = placeProblems(TEXT, [at(1, 34, 'no time of day'), at(4, 5, 'no date')]);

  it('is told at the word that it is written at, beside others on its line', () => {
    expect(problemAt(problems, ['quietHours', 'to'])).toBe('no time of day');
    expect(problemAt(problems, ['quietHours', 'from'])).toBeUndefined();
  });

  it('is told at the field that holds it', () => {
    expect(problemAt(problems, ['holidays'])).toBe('no date');
    expect(problemAt(problems, ['gap'])).toBeUndefined();
  });

  it('is told at the field of which nothing is written behind its colon', () => {
    const placed = placeProblems('gap:\nzone: Europe/London\n', [at(1, 5, 'no duration')]);
    expect([problemAt(placed, ['gap']), problemAt(placed, ['zone'])]).toEqual(['no duration', undefined]);
  });

  it('is told at no field where it is about what is missing from the whole, or the text is no YAML', () => {
    expect(placeProblems(TEXT, [at(9, 1, 'zone is missing')])[0]?.path).toEqual([]);
    expect(placeProblems('gap: [\n', [at(1, 6, 'no YAML')])[0]?.path).toEqual([]);
  });
});

const MOMENT = `---
topic: tips
subject: Hello {{ you }}: friend
send: { from: late }
---
Good day.

## sms

Hi.
`;

describe('what is wrong in a moment', () => {
  it.each([
    [2, 8, ['topic']],
    [3, 13, ['subject']],
    [4, 15, ['send', 'from']],
    [6, 1, ['body']],
    [10, 1, ['sections', 'sms']],
  ])('is told at the part of it that line %i is, with lines of both kinds of ends', (line, column, path) => {
    const problem = { ...at(line, column, 'wrong'), file: 'moments/hello.md' };
    for (const text of [MOMENT, MOMENT.replaceAll('\n', '\r\n')])
      expect(momentProblems(text, [problem])).toEqual([{ path, line, message: 'wrong' }]);
  });
});

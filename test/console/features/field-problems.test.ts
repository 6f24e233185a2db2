import { describe, expect, it } from 'vitest';
import { fieldProblems } from '../../../console/shared/form/field-problems.ts';

const TEXT = `quietHours: { from: "21:00", to: late }
holidays:
  - 2026-12-25
  - soon
gap: 20 hours
`;

const at = (line: number, column: number, message: string) => ({ file: 'policy.yaml', line, column, message });

describe('what is wrong in a text', () => {
  const problemAt = fieldProblems(TEXT, [at(1, 34, 'no time of day'), at(4, 5, 'no date')]);

  it('is told at the word that it is written at, beside others on its line', () => {
    expect(problemAt(['quietHours', 'to'])).toBe('no time of day');
    expect(problemAt(['quietHours', 'from'])).toBeUndefined();
  });

  it('is told at the field that holds it', () => {
    expect(problemAt(['holidays'])).toBe('no date');
    expect(problemAt(['gap'])).toBeUndefined();
  });

  it('is told at the field of which nothing is written behind its colon', () => {
    const problemOf = fieldProblems('gap:\nzone: Europe/London\n', [at(1, 5, 'no duration')]);
    expect([problemOf(['gap']), problemOf(['zone'])]).toEqual(['no duration', undefined]);
  });

  it('is told at no field where it is about what is missing from the whole', () => {
    expect(fieldProblems(TEXT, [at(9, 1, 'zone is missing')])(['gap'])).toBeUndefined();
  });
});

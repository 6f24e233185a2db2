import { describe, expect, it } from 'vitest';
import { type Mutant, summary } from './results.ts';

const mutant = (status: string, line = 1): Mutant => ({
  fileName: 'core/customer/leave.ts',
  location: { start: { line, column: 3 } },
  replacement: '{\n  }',
  status,
});

describe('a run of mutants', () => {
  it('says how many were tried, where all were noticed', () => {
    expect(summary([mutant('Killed'), mutant('Timeout'), mutant('Ignored')])).toBe(
      '2 mutants were tried, and every one was noticed.',
    );
  });

  it('says where nothing noticed one, and what stood there', () => {
    expect(summary([mutant('Killed'), mutant('Survived', 40)])).toBe(
      '2 mutants were tried; nothing noticed 1:\ncore/customer/leave.ts:40:3  { }',
    );
  });

  it('says that none was tried', () => {
    expect(summary([])).toBe('No mutant was tried.');
  });
});

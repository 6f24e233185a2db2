import { describe, expect, it } from 'vitest';
import { type Report, totalOf } from './total.ts';

const report = (name: string, ...statuses: string[]): Report => ({
  testResults: [{ name, assertionResults: statuses.map((status) => ({ status })) }],
});

describe('the total of a gate', () => {
  it('is that of all runs together', () => {
    const runs = [report('a.test.ts', 'passed', 'failed'), report('b.deep.ts', 'passed', 'passed')];
    expect(totalOf(runs)).toEqual({ passed: 3, failed: 1 });
  });

  it('counts a file that ran twice once', () => {
    const runs = [report('a.test.ts', 'passed', 'passed'), report('a.test.ts', 'passed', 'passed')];
    expect(totalOf(runs)).toEqual({ passed: 2, failed: 0 });
  });

  it('takes a test that fails at length for one that failed', () => {
    const runs = [report('a.test.ts', 'passed', 'passed'), report('a.test.ts', 'passed', 'failed')];
    expect(totalOf(runs)).toEqual({ passed: 1, failed: 1 });
  });

  it('counts a test that fails both times once', () => {
    const runs = [report('a.test.ts', 'passed', 'failed'), report('a.test.ts', 'passed', 'failed')];
    expect(totalOf(runs)).toEqual({ passed: 1, failed: 1 });
  });
});

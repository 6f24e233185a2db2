import { describe, expect, it } from 'vitest';
import { proofsOf, type Report, totalOf } from './total.ts';

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

describe('the total of the proofs', () => {
  const output = '   41.0 s  ok      one (3.9 s)\n   87.4 s  failed  another (5.1 s)\n        NotShown: it failed \n';

  it('is that of their lines', () => {
    expect(proofsOf(`${output}1 passed, 1 failed\n`)).toEqual({ passed: 1, failed: 1 });
  });

  it('keeps what was shown before something ended them, which failed too', () => {
    expect(proofsOf(`${output}Error: out of memory\n`)).toEqual({ passed: 1, failed: 2 });
    expect(proofsOf('')).toEqual({ passed: 0, failed: 1 });
  });
});

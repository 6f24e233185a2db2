/** The parts of vitest's report that count. */
export interface Report {
  testResults: { name: string; assertionResults: { status: string }[] }[];
}

export interface Total {
  passed: number;
  failed: number;
}

/**
 * The tests of several runs. A property is tried in `npm test` and again at length: it counts once, and has failed if it
 * failed in either. A file has its tests in the same order each time.
 */
export const totalOf = (reports: readonly Report[]): Total => {
  const isGreen = new Map<string, boolean>();
  for (const { testResults } of reports)
    for (const { name, assertionResults } of testResults)
      for (const [at, { status }] of assertionResults.entries()) {
        const test = `${name}#${at}`;
        if (status === 'passed') isGreen.set(test, isGreen.get(test) ?? true);
        if (status === 'failed') isGreen.set(test, false);
      }
  const passed = [...isGreen.values()].filter(Boolean).length;
  return { passed, failed: isGreen.size - passed };
};

/** What the proofs printed so far; where they ended before they told their total, what ended them is one more that failed. */
export const proofsOf = (printed: string): Total => {
  const count = (verdict: string) => printed.match(new RegExp(`^ *[\\d.]+ s  ${verdict} `, 'gm'))?.length ?? 0;
  const hasEnded = /\d+ passed, \d+ failed\s*$/.test(printed);
  return { passed: count('ok'), failed: count('failed') + (hasEnded ? 0 : 1) };
};

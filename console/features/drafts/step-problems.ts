import type { Finding } from '../../worker/check.ts';
import type { Outline } from '../../worker/outline.ts';

/** Which step a line belongs to: the last that begins on it or above. */
export const stepAt = (line: number, { lines }: Outline): string | undefined =>
  Object.entries(lines)
    .filter(([, start]) => start <= line)
    .toSorted(([, a], [, b]) => a - b)
    .at(-1)?.[0];

/** What is wrong, by step. */
export const problemsOf = (findings: readonly Finding[], outline: Outline | undefined): ReadonlyMap<string, string> =>
  new Map(
    findings.flatMap(({ line, message, isWarning }): [string, string][] => {
      const step = outline && !isWarning ? stepAt(line, outline) : undefined;
      return step === undefined ? [] : [[step, message]];
    }),
  );

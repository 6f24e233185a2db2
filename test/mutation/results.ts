import { existsSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';

export const RESULTS = 'node_modules/.cache/tactful/mutants.ndjson';

/** What Stryker says of a mutant that was tried. */
export interface Mutant {
  fileName: string;
  location: { start: { line: number; column: number } };
  replacement?: string;
  status: string;
}

/** What is known of the mutants of the run that was last begun, whether it ended or was stopped. */
export const readResults = (): Mutant[] =>
  existsSync(RESULTS)
    ? readFileSync(RESULTS, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line))
    : [];

/** A line for each that nothing noticed: where it was and what stood there. */
export const survivors = (mutants: readonly Mutant[]): string[] =>
  mutants
    .filter(({ status }) => status === 'Survived')
    .map(({ fileName, location: { start }, replacement = '' }) => {
      const file = relative('.', fileName);
      return `${file}:${start.line}:${start.column}  ${replacement.replace(/\s+/g, ' ')}`;
    });

/** How many were tried and how many of them were noticed, in a sentence. */
export const summary = (mutants: readonly Mutant[]): string => {
  const tried = mutants.filter(({ status }) => status !== 'Ignored' && status !== 'CompileError');
  if (tried.length === 0) return 'No mutant was tried.';
  const left = survivors(tried);
  return left.length === 0
    ? `${tried.length} mutants were tried, and every one was noticed.`
    : `${tried.length} mutants were tried; nothing noticed ${left.length}:\n${left.join('\n')}`;
};

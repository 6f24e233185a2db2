import { appendFileSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { type Mutant, RESULTS } from './results.ts';

/** Keeps what became of each mutant as soon as it is known, so that a run that is stopped has not been for nothing. */
class Each {
  onMutantTested({ fileName, location, replacement = '', status }: Mutant): void {
    const { line, column } = location.start;
    mkdirSync(dirname(RESULTS), { recursive: true });
    appendFileSync(
      RESULTS,
      `${JSON.stringify({ fileName, location: { start: { line, column } }, replacement, status })}\n`,
    );
  }
}

export const strykerPlugins = [{ kind: 'Reporter', name: 'each', injectableClass: Each }];

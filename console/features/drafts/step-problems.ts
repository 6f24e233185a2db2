import type { Path } from '../../../language/edit/operation.ts';
import type { PlacedProblem } from '../../shared/form/field-problems.ts';
import type { Outline } from '../../worker/outline.ts';

/** Which step a line belongs to: the last that begins on it or above. */
export const stepAt = (line: number, { lines }: Outline): string | undefined =>
  Object.entries(lines)
    .filter(([, start]) => start <= line)
    .toSorted(([, a], [, b]) => a - b)
    .at(-1)?.[0];

/** The innermost step that a word is written in; undefined where it is one of the journey itself. */
const stepOf = (path: Path, { steps }: Outline): string | undefined =>
  steps
    .filter(({ place }) => place.every((part, at) => String(path[at]) === String(part)))
    .toSorted((a, b) => a.place.length - b.place.length)
    .at(-1)?.id;

/** What is wrong in a step and in none inside it, or without a step in the journey itself. */
export const problemsIn = (problems: readonly PlacedProblem[], outline: Outline, step?: string): PlacedProblem[] =>
  problems.filter(({ path }) => stepOf(path, outline) === step);

/** What is wrong, by step. While a text is broken, lines are all that is known of it. */
export const problemsByStep = (
  problems: readonly PlacedProblem[],
  outline: Outline | undefined,
): ReadonlyMap<string, string> =>
  new Map(
    problems.flatMap(({ path, line, message }): [string, string][] => {
      const step = outline && (path.length === 0 ? stepAt(line, outline) : stepOf(path, outline));
      return step === undefined ? [] : [[step, message]];
    }),
  );

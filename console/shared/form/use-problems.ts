import { useMemo } from 'react';
import type { Problem } from '../../../language/read/yaml/problem.ts';
import { type PlacedProblem, placeProblems } from './field-problems.ts';

/** What is wrong in a file, by its words. They are looked for once each time it was checked, in the text of that time. */
export const useProblems = (
  file: string,
  text: string,
  findings: readonly Problem[],
  place: (text: string, problems: readonly Problem[]) => PlacedProblem[] = placeProblems,
): readonly PlacedProblem[] =>
  // biome-ignore lint/correctness/useExhaustiveDependencies: lines of a check are those of the text that was checked.
  useMemo(
    () =>
      place(
        text,
        findings.filter((finding) => finding.file === file && !finding.isWarning),
      ),
    [file, findings, place],
  );

import { Text } from '@mantine/core';
import type { Path } from '../../../language/edit/operation.ts';
import { isWithin, type PlacedProblem } from './field-problems.ts';

export interface OtherProblemsProps {
  problems: readonly PlacedProblem[];
  /** Of the fields, which tell what is wrong with them themselves. */
  fields: readonly Path[];
}

/** What is wrong that no field of a form tells. */
export const OtherProblems = ({ problems, fields }: OtherProblemsProps) =>
  problems
    .filter((problem) => !fields.some((path) => isWithin(problem, path)))
    .map(({ line, message }) => (
      <Text key={`${line} ${message}`} size="sm" c="var(--tone-bad)" role="alert" dir="auto">
        {message}
      </Text>
    ));

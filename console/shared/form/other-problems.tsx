import { Text } from '@mantine/core';
import type { Path } from '../../../language/edit/operation.ts';
import { isWithin, type PlacedProblem } from './field-problems.ts';

export interface OtherProblemsProps {
  problems: readonly PlacedProblem[];
  /** Of the fields, which tell what is wrong with them themselves. */
  fields: readonly Path[];
}

/** What is wrong that no field of a form tells. */
export const OtherProblems = ({ problems, fields }: OtherProblemsProps) => {
  const others = problems.filter((problem) => !fields.some((path) => isWithin(problem, path)));
  // The same of one line is told once.
  const byKey = new Map(others.map(({ line, message }) => [`${line} ${message}`, message]));
  return [...byKey].map(([key, message]) => (
    <Text key={key} size="sm" c="var(--tone-bad)" role="alert" dir="auto">
      {message}
    </Text>
  ));
};

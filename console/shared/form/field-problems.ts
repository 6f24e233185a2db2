import { isMap, isScalar, isSeq } from 'yaml';
import { endOf, parse, startOf } from '../../../language/edit/layout.ts';
import { EditRefused, type Path } from '../../../language/edit/operation.ts';
import type { Problem } from '../../../language/read/yaml/problem.ts';

/** What is wrong, by the path that it is written at; the empty path where that is no word of the file. */
export interface PlacedProblem {
  path: Path;
  line: number;
  message: string;
}

const offsetOf = (text: string, { line, column }: Problem): number =>
  text
    .split('\n')
    .slice(0, line - 1)
    .reduce((sum, each) => sum + each.length + 1, column - 1);

/** What is written at an offset: the words that lead there from a node. */
const pathTo = (text: string, node: unknown, offset: number): Path => {
  if (isMap(node)) {
    const pair = node.items.find((each) => startOf(each.key) <= offset && offset <= endOf(text, each));
    return pair && isScalar(pair.key) ? [String(pair.key.value), ...pathTo(text, pair.value, offset)] : [];
  }
  if (isSeq(node)) {
    const at = node.items.findIndex((each) => startOf(each) <= offset && offset <= endOf(text, each));
    return at < 0 ? [] : [at, ...pathTo(text, node.items[at], offset)];
  }
  return [];
};

const contentsOf = (text: string): unknown => {
  try {
    return parse(text).contents;
  } catch (error) {
    if (error instanceof EditRefused) return undefined;
    throw error;
  }
};

/** What is wrong in a text of YAML. Where it is broken no word of it is known. */
export const placeProblems = (text: string, problems: readonly Problem[]): PlacedProblem[] => {
  if (problems.length === 0) return [];
  const contents = contentsOf(text);
  return problems.map((problem) => ({
    path: pathTo(text, contents, offsetOf(text, problem)),
    line: problem.line,
    message: problem.message,
  }));
};

/** Whether it is in what is written at a path. */
export const isWithin = (problem: PlacedProblem, path: Path): boolean =>
  path.every((part, at) => String(problem.path[at]) === String(part));

/** What is wrong at a field: in it, or in what it holds. */
export const problemAt = (problems: readonly PlacedProblem[], path: Path): string | undefined =>
  problems.find((problem) => isWithin(problem, path))?.message;

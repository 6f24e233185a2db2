import { isMap, isScalar, isSeq } from 'yaml';
import { endOf, parse, startOf } from '../../../language/edit/layout.ts';
import type { Path } from '../../../language/edit/operation.ts';
import type { Problem } from '../../../language/read/yaml/problem.ts';

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

/** What is wrong in a text, by the path that it is written at: of a field, in it or in what it holds. Throws EditRefused where it is no YAML. */
export const fieldProblems = (text: string, problems: readonly Problem[]): ((path: Path) => string | undefined) => {
  if (problems.length === 0) return () => undefined;
  const { contents } = parse(text);
  const placed = problems.map((problem) => ({
    message: problem.message,
    path: pathTo(text, contents, offsetOf(text, problem)),
  }));
  return (path) => placed.find((one) => path.every((part, at) => String(one.path[at]) === String(part)))?.message;
};

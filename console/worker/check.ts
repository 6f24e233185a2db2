import type { Change } from '../../language/edit/operation.ts';
import type { Problem } from '../../language/read/yaml/problem.ts';
import type { Files, Reader } from './files.ts';

/** A problem, and what would mend it where the checker knows that. */
export interface Finding extends Problem {
  fix?: Change & { label: string };
}

const offsetOf = (text: string, line: number, column: number): number => {
  let start = 0;
  for (let each = 1; each < line; each++) start = text.indexOf('\n', start) + 1;
  return start + column - 1;
};

const lineEnd = (text: string, at: number): number => {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
};

/** What the checker calls wrong, and what right: in backquotes, or as a word in quotes. */
const MEANT = /^[^`"]*[`"]([^`"]+)[`"].*did you mean `([^`]+)`\?/s;
const EQUALS = /`==`.*write `=`/s;

const wordsOf = (message: string): [string, string] | undefined => {
  if (EQUALS.test(message)) return ['==', '='];
  const [, wrong, right] = MEANT.exec(message) ?? [];
  return wrong !== undefined && right !== undefined ? [wrong, right] : undefined;
};

/** The last part of `customer.plann` is what stands there where only that is named. */
const fixOf = ({ line, column, message }: Problem, text: string): Finding['fix'] => {
  const words = wordsOf(message);
  if (!words) return undefined;
  const [wrong, right] = words;
  const start = offsetOf(text, line, column);
  const end = lineEnd(text, start);
  const at = text.slice(start, end).indexOf(wrong);
  if (at < 0) return undefined;
  return { from: start + at, to: start + at + wrong.length, insert: right, label: `Change it to ${right}` };
};

/** Everything that is wrong, or may be, each with its place and, where there is one, the change that mends it. */
export const check =
  ({ read }: Reader) =>
  (files: Files): Finding[] => {
    const { problems, warnings } = read(files);
    return [...problems, ...warnings].map((problem) => {
      const fix = fixOf(problem, files[problem.file] ?? '');
      return { ...problem, ...(fix && { fix }) };
    });
  };

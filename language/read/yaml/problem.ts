/** What is wrong, where. Lines and columns count from 1. */
export interface Problem {
  file: string;
  line: number;
  column: number;
  message: string;
  /** It can go out as it is, and somebody should look at it. */
  warning?: true;
}

export const formatProblem = ({ file, line, column, message, warning }: Problem): string =>
  `${file}:${line}:${column} ${warning ? 'warning: ' : ''}${message}`;

export const byPlace = (a: Problem, b: Problem): number =>
  (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) || a.line - b.line || a.column - b.column;

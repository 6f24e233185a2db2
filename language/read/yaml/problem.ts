/** What is wrong, where. Lines and columns count from 1. */
export interface Problem {
  file: string;
  line: number;
  column: number;
  message: string;
  /** It may be meant so: it is told, and stops nothing. */
  isWarning?: true;
}

export const formatProblem = ({ file, line, column, message, isWarning }: Problem): string =>
  `${file}:${line}:${column} ${isWarning ? 'warning: ' : ''}${message}`;

export const byPlace = (a: Problem, b: Problem): number =>
  (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) || a.line - b.line || a.column - b.column;

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

/** Nobody finds their place by more of a value. */
const MOST = 120;

const clip = (value: string): string => {
  const letters = [...value];
  return letters.length > MOST ? `${letters.slice(0, MOST).join('')}…` : value;
};

/** A message that repeats no more of what it found than tells it apart. */
export const clipped = (message: string): string =>
  message.replace(/`([^`]*)`|"([^"]*)"/g, (whole) => `${whole.charAt(0)}${clip(whole.slice(1, -1))}${whole.at(-1)}`);

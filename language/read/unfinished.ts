import type { Problem } from './yaml/problem.ts';
import type { File } from './yaml/source.ts';

const MARKER = /^(<<<<<<<|>>>>>>>|\|\|\|\|\|\|\|)(\s|$)|^=======$/;

/** What a merge left behind. A row of `=` alone is a heading of Markdown, unless there are other marks. */
export const conflictsIn = ({ path: file, text }: File): Problem[] => {
  const lines = text.split('\n').map((line) => line.trimEnd());
  if (!lines.some((line) => /^(<<<<<<<|>>>>>>>)(\s|$)/.test(line))) return [];
  return lines.flatMap((line, index) =>
    MARKER.test(line)
      ? [
          {
            file,
            line: index + 1,
            column: 1,
            message: `\`${line.slice(0, 7)}\` is left of a merge: keep one of the two versions, and take the marks out`,
          },
        ]
      : [],
  );
};

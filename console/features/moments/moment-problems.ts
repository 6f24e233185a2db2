import { channelHeading } from '../../../language/read/copy/channel-heading.ts';
import { RAW_LINE } from '../../../language/read/copy/raw-lines.ts';
import type { Problem } from '../../../language/read/yaml/problem.ts';
import { type PlacedProblem, placeProblems } from '../../shared/form/field-problems.ts';

/** The part of the copy that a line stands in, as forms call it. */
const copyAt = (lines: readonly string[], line: number): string[] => {
  const channel = lines.slice(0, line).map(channelHeading).findLast(Boolean);
  return channel === undefined ? ['body'] : ['sections', channel];
};

/** What is wrong in a moment's file, by its words: those of the front matter, `body`, and `sections` by their channel. */
export const momentProblems = (text: string, problems: readonly Problem[]): PlacedProblem[] => {
  const lines = text.split(/\r?\n/);
  const end = lines.findIndex((line, index) => index > 0 && line.trimEnd() === '---');
  // Lines keep their numbers: what is taken as written is no YAML.
  const front = lines.slice(0, Math.max(0, end)).map((line, at) => (at === 0 || RAW_LINE.test(line) ? '' : line));
  const rawAt = (line: number) => (line <= end ? RAW_LINE.exec(lines[line - 1] ?? '')?.[1] : undefined);
  const isSetting = ({ line }: Problem): boolean => line <= end && rawAt(line) === undefined;
  const copyProblems = problems.filter((problem) => !isSetting(problem));
  return [
    ...placeProblems(front.join('\n'), problems.filter(isSetting)),
    ...copyProblems.map(({ line, message }) => {
      const raw = rawAt(line);
      return { path: raw === undefined ? copyAt(lines, line) : [raw], line, message };
    }),
  ];
};

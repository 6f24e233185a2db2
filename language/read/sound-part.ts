import { type Reading, readFiles } from './read.ts';
import type { Problem } from './yaml/problem.ts';
import type { File } from './yaml/source.ts';

/** What can run of a folder: its problems are those of all its files. */
export interface SoundPart extends Reading {
  leftOut: LeftOut[];
}

/** A file, or an event as `events.yaml: order.placed`, that is broken or needs what is. */
export interface LeftOut {
  name: string;
  line: number;
  message: string;
}

const EVENTS = 'events.yaml';
const TOP_KEY = /^(?:"([^"]+)"|'([^']+)'|([^\s#'"][^:]*)):/;

/** The declarations that have a problem, blanked, so that the others stay where they are; undefined where it is in none. */
const withoutEvents = (
  { path, text }: File,
  problems: readonly Problem[],
): { file: File; out: LeftOut[] } | undefined => {
  const lines = text.split('\n');
  const starts = lines.flatMap((line, index) => (TOP_KEY.test(line) ? [index] : []));
  const out: LeftOut[] = [];
  for (const { line, message } of problems) {
    const start = starts.findLast((each) => each < line);
    if (start === undefined || lines[start] === '') continue;
    const end = starts.find((each) => each > start) ?? lines.length;
    const [, ...names] = TOP_KEY.exec(lines[start] ?? '') ?? [];
    out.push({ name: `${EVENTS}: ${names.find((name) => name !== undefined)}`, line, message });
    lines.fill('', start, end);
  }
  return out.length === 0 ? undefined : { file: { path, text: lines.join('\n') }, out };
};

/** The files without those that have a problem; undefined where nothing can be left out. */
const without = (files: readonly File[], problems: readonly Problem[]) => {
  const out: LeftOut[] = [];
  const left = files.flatMap((file) => {
    const own = problems.filter((problem) => problem.file === file.path);
    const [first] = own;
    if (!first || file.path === 'policy.yaml') return [file];
    if (file.path === EVENTS) {
      const rest = withoutEvents(file, own);
      out.push(...(rest?.out ?? []));
      return [rest?.file ?? file];
    }
    out.push({ name: file.path, line: first.line, message: first.message });
    return [];
  });
  return out.length === 0 ? undefined : { left, out };
};

/**
 * Reads a folder without the files that are broken, and then without those that need them, until what is left is sound.
 * Without a sound policy nothing is.
 */
export const readSoundPart = (input: readonly File[], undecoded: readonly Problem[] = []): SoundPart => {
  const first = readFiles(input, undecoded);
  const leftOut: LeftOut[] = [];
  let files = input;
  let reading = first;
  while (reading.problems.length > 0) {
    const next = without(files, reading.problems);
    if (!next) return { ...first, leftOut: [] };
    leftOut.push(...next.out);
    files = next.left;
    reading = readFiles(files);
  }
  return { ...reading, problems: first.problems, warnings: first.warnings, leftOut };
};

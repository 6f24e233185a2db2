import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { type Decoded, decode } from './decode.ts';
import { hasReadName, likelyNameOf, readNameOf } from './file-name.ts';
import { type Reading, readFiles } from './read.ts';
import { readSoundPart, type SoundPart } from './sound-part.ts';
import type { Problem } from './yaml/problem.ts';
import type { File } from './yaml/source.ts';

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');

const slashes = (path: string): string => path.replaceAll('\\', '/');

const isRead = (path: string): boolean => /\.(yaml|yml|md)$/.test(path) && !/(^|\/)(\.|readme\.md$)/i.test(path);

/** What somebody meant to be read is told of. What editors keep beside a file (`.bak`, `~`) is nobody's mistake. */
const isMeant = (path: string): boolean =>
  !/(^|\/)(\.|readme\b)/i.test(path) && (readNameOf(path) ?? likelyNameOf(path)) !== undefined;

const filesIn = (dir: string, isWanted: (path: string) => boolean): Decoded[] => {
  const entries = readdirSync(dir, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => slashes(relative(dir, join(entry.parentPath, entry.name))))
    .filter(isWanted)
    .toSorted();
  return paths.map((path) => decode(path, readFileSync(join(dir, path))));
};

/** The files of a workflows folder as written, with paths relative to it. */
export const readTexts = (dir: string): File[] => filesIn(dir, isRead).map(({ path, text }) => ({ path, text }));

const readFolder = <Read extends Reading>(
  dir: string,
  read: (files: readonly File[], problems: readonly Problem[]) => Read,
  nothing: Read,
): Read => {
  try {
    const files = filesIn(dir, (path) => isRead(path) || isMeant(path));
    const reading = read(
      files,
      files.flatMap(({ path, problem }) => (problem && hasReadName(path) ? problem : [])),
    );
    const named = <Thing extends { file: string }>(thing: Thing): Thing => ({
      ...thing,
      file: slashes(join(dir, thing.file)),
    });
    const { scenarios, problems, warnings } = reading;
    return {
      ...reading,
      scenarios: scenarios.map(named),
      problems: problems.map(named),
      warnings: warnings.map(named),
    };
  } catch (error) {
    if (!isMissing(error)) throw error;
    const message = 'there is no such folder: run this where your workflows folder is, or name the folder';
    return { ...nothing, problems: [{ file: dir, line: 1, column: 1, message }] };
  }
};

const NOTHING: Reading = { scenarios: [], uses: [], problems: [], warnings: [] };

/** All of a workflows folder, checked. Files are named as seen from where the program runs. At once, since constructs cannot wait. */
export const readWorkflows = (dir: string): Reading => readFolder(dir, readFiles, NOTHING);

/** What can run of a workflows folder, without the files that are broken and those that need them. */
export const readRunnable = (dir: string): SoundPart => readFolder(dir, readSoundPart, { ...NOTHING, leftOut: [] });

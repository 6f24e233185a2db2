import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Problem } from './problem.ts';
import { type Reading, readFiles } from './read-files.ts';
import type { File } from './source.ts';

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');

const readable = (path: string): boolean => /\.(yaml|yml|md)$/.test(path) && !/(^|\/)(\.|README\.md$)/i.test(path);

const slashes = (path: string): string => path.replaceAll('\\', '/');

const filesIn = async (dir: string): Promise<File[]> => {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => slashes(join(entry.parentPath, entry.name)))
    .filter((path) => readable(path.slice(slashes(join(dir, '/')).length)))
    .toSorted();
  return Promise.all(paths.map(async (path) => ({ path, text: await readFile(path, 'utf8') })));
};

/** All of a workflows folder, checked. Files are named as seen from where the program runs. */
export const readWorkflows = async (dir: string): Promise<Reading> => {
  const here = slashes(join(dir, '/'));
  try {
    const files = await filesIn(dir);
    const reading = readFiles(files.map(({ path, text }) => ({ path: path.slice(here.length), text })));
    const named = <Thing extends { file: string }>(thing: Thing): Thing => ({ ...thing, file: `${here}${thing.file}` });
    return { ...reading, scenarios: reading.scenarios.map(named), problems: reading.problems.map(named) };
  } catch (error) {
    if (!isMissing(error)) throw error;
    const message = 'there is no such folder: run this where your workflows folder is, or name the folder';
    const problem: Problem = { file: dir, line: 1, column: 1, message };
    return { scenarios: [], uses: [], problems: [problem] };
  }
};

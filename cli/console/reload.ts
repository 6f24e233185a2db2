import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { formatProblem } from '../../language/read/yaml/problem.ts';
import { loadRunnable, type Project, type Runnable, WorkflowsInvalid } from '../../simulator/project.ts';
import type { Output } from '../output.ts';
import { sayLeftOut } from '../runnable.ts';

interface ReloadDeps {
  dir: string;
  /** What runs now. */
  running: Runnable;
  use: (project: Project) => Promise<void>;
  err: Output['err'];
}

/** Names, sizes and times of all files of a folder: another text when one of them was edited. */
const stateOf = async (dir: string): Promise<string> => {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  const lines = await Promise.all(
    files.map(async (file) => {
      const { mtimeMs = 0, size = 0 } = await stat(file).catch(() => ({}) as { mtimeMs?: number; size?: number });
      return `${file} ${mtimeMs} ${size}`;
    }),
  );
  return lines.toSorted().join('\n');
};

export interface Reload {
  /** Reads the folder again once a file of it was edited. Where nothing of it can run, what ran before goes on. */
  refresh(): Promise<void>;
  /** What is wrong in it now, a line each. */
  broken(): string[];
}

export const createReload = ({ dir, running, use, err }: ReloadDeps): Reload => {
  let broken = running.problems.map(formatProblem);
  let seen = stateOf(dir);
  let turn: Promise<unknown> = seen;

  const readAgain = async (): Promise<void> => {
    const now = await stateOf(dir);
    if (now === (await seen)) return;
    seen = Promise.resolve(now);
    try {
      const { project, ...rest } = await loadRunnable(dir);
      await use(project);
      broken = rest.problems.map(formatProblem);
      err(`${dir} was edited, and is read again.`);
      sayLeftOut(rest, err);
    } catch (error) {
      if (!(error instanceof WorkflowsInvalid)) throw error;
      broken = error.problems.map(formatProblem);
      err(`${error.message}\nWhat ran before goes on.`);
    }
  };

  return {
    broken: () => broken,
    refresh: () => {
      const next = turn.then(readAgain);
      turn = next.catch(() => {});
      return next;
    },
  };
};

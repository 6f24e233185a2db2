import type { StageTraits } from '../../../language/compile/catalogue.ts';
import { readFiles } from '../../../language/read/read.ts';
import { formatProblem, type Problem } from '../../../language/read/yaml/problem.ts';
import type { File } from '../../../language/read/yaml/source.ts';
import { compileProject } from '../../../simulator/compile-project.ts';
import type { Project } from '../../../simulator/project.ts';
import type { ApiDeps } from '../deps.ts';
import { Refused } from '../problem.ts';

/** Paths to texts that are tried in place of a draft's own; null is a file taken away. */
export type TriedFiles = Record<string, string | null>;

/** The files of the draft, with those that are tried in their place. */
export const filesToTry = async ({ drafts }: Pick<ApiDeps, 'drafts'>, tried: TriedFiles = {}): Promise<File[]> => {
  const files = new Map((await drafts.files()).map(({ path, text }) => [path, text]));
  for (const [path, text] of Object.entries(tried)) {
    if (text === null) files.delete(path);
    else files.set(path, text);
  }
  return [...files].map(([path, text]) => ({ path, text }));
};

const MOST = 5;

const refuse = (problems: readonly Problem[]): Refused => {
  const more = problems.length > MOST ? ` There are ${problems.length - MOST} more: check the draft.` : '';
  const details = problems.slice(0, MOST).map(formatProblem).join(' ');
  return new Refused(422, `The draft cannot run: ${details}${more}`);
};

/** What files compile to, on a stage with these traits. Throws Refused, which says what is wrong in them. */
export const compileFiles = (files: readonly File[], traits?: StageTraits): Project => {
  const { definitions, scenarios, problems } = readFiles(files);
  if (!definitions) throw refuse(problems);
  return compileProject(definitions, scenarios, traits);
};

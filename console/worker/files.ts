import { type Reading, readFiles } from '../../language/read/read.ts';
import { type LeftOut, readSoundPart } from '../../language/read/sound-part.ts';
import { compileProject } from '../../simulator/compile-project.ts';
import type { Project } from '../../simulator/project.ts';

/** Files of `workflows/` by their path. */
export type Files = Record<string, string>;

const listFiles = (files: Files) =>
  Object.entries(files)
    .map(([path, text]) => ({ path, text }))
    .toSorted((a, b) => (a.path < b.path ? -1 : 1));

/** What can run of the files, and what cannot for a fault of theirs. */
export interface Runnable {
  project?: Project;
  leftOut: LeftOut[];
}

const areSame = (one: Files, other: Files): boolean => {
  const paths = Object.keys(one);
  return paths.length === Object.keys(other).length && paths.every((path) => one[path] === other[path]);
};

/** The same files are read and compiled once: a slider, or another scenario, asks for them again. */
export const once = <Answer>(work: (files: Files) => Answer): ((files: Files) => Answer) => {
  let last: { files: Files; answer: Answer } | undefined;
  return (files) => {
    if (!last || !areSame(last.files, files)) last = { files, answer: work(files) };
    return last.answer;
  };
};

/** What runs does not hang on scenarios: while copy is edited they need not be read. */
const withoutScenarios = (files: Files): Files =>
  Object.fromEntries(Object.entries(files).filter(([path]) => !path.startsWith('scenarios/')));

export const createReader = () => {
  const read = once((files: Files): Reading => readFiles(listFiles(files)));
  const compile = once((files: Files): Runnable => {
    const whole = readFiles(listFiles(files));
    const { definitions, leftOut } =
      whole.problems.length === 0 ? { ...whole, leftOut: [] } : readSoundPart(listFiles(files));
    return { ...(definitions && { project: compileProject(definitions, []) }), leftOut };
  });
  return { read, compile: (files: Files): Runnable => compile(withoutScenarios(files)) };
};

export type Reader = ReturnType<typeof createReader>;

import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { Definitions } from '../catalogue/definition.ts';
import { checkAll } from './check-all.ts';
import type { MomentUses } from './copy/check-copy.ts';
import { type ReadMoments, readMoments } from './copy/moments.ts';
import type { Declarations } from './declarations.ts';
import type { JourneyFile } from './journeys/journey-file.ts';
import { readDeclarations, readJourneys } from './read-declarations.ts';
import type { Scenario } from './scenarios/scenario.ts';
import { readScenarios } from './scenarios/scenarios.ts';
import { byPlace, type Problem } from './yaml/problem.ts';
import type { File } from './yaml/source.ts';

/** What a workflows folder says. `definitions` is there when nothing is wrong with it, whatever there is to warn of. */
export interface Reading {
  definitions?: Definitions;
  scenarios: Scenario[];
  uses: MomentUses[];
  problems: Problem[];
  /** What may be a mistake, and may be meant. */
  warnings: Problem[];
}

const clean = ({ path, text }: File): File => ({ path, text: text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n') });

/** Reads and checks the files of a workflows folder; paths are relative to it. */
export const readFiles = (input: readonly File[]): Reading => {
  const files = input.map(clean);
  const messages: Problem[] = [];
  const declarations = readDeclarations(files, messages);
  const moments = readMoments(inFolder(files, 'moments', 'md'), messages);
  const { journeys, names, complete } = readJourneys(
    inFolder(files, 'journeys', 'yaml'),
    declarations,
    moments,
    messages,
  );
  const uses = declarations.complete ? checkAll(journeys, declarations, moments, complete) : [];
  const context = { declarations, journeys: names, moments: moments.names, files: journeys, complete };
  const scenarios = declarations.complete ? readScenarios(inFolder(files, 'scenarios', 'yaml'), context, messages) : [];
  messages.push(...strayFiles(files));
  messages.sort(byPlace);
  const problems = messages.filter(({ isWarning }) => !isWarning);
  const warnings = messages.filter(({ isWarning }) => isWarning);
  const definitions = problems.length === 0 ? toDefinitions(declarations, journeys, moments) : undefined;
  return { ...(definitions && { definitions }), scenarios, uses, problems, warnings };
};

const inFolder = (files: readonly File[], folder: string, ending: string): File[] =>
  files.filter(({ path }) => path.startsWith(`${folder}/`) && path.endsWith(`.${ending}`));

const FOLDERS = /^(events\.yaml|policy\.yaml|(journeys|scenarios)\/.+\.yaml|moments\/.+\.md)$/;

const strayFiles = (files: readonly File[]): Problem[] =>
  files
    .filter(({ path }) => !FOLDERS.test(path))
    .map(({ path }) => ({
      file: path,
      line: 1,
      column: 1,
      message:
        'nothing reads this file: there is events.yaml, policy.yaml, journeys/*.yaml, moments/*.md, scenarios/*.yaml',
    }));

const toDefinitions = (
  { policy, events }: Declarations,
  journeys: ReadonlyMap<string, JourneyFile>,
  { moments }: ReadMoments,
): Definitions | undefined =>
  policy && {
    policy,
    events: Object.fromEntries(events),
    journeys: Object.fromEntries([...journeys].map(([id, { journey }]) => [id, journey])),
    moments: Object.fromEntries([...moments].map(([id, { moment }]) => [id, moment])),
  };

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');

const slashes = (path: string): string => path.replaceAll('\\', '/');

const isRead = (path: string): boolean => /\.(yaml|yml|md)$/.test(path) && !/(^|\/)(\.|readme\.md$)/i.test(path);

const filesIn = async (dir: string): Promise<File[]> => {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => slashes(relative(dir, join(entry.parentPath, entry.name))))
    .filter(isRead)
    .toSorted();
  return Promise.all(paths.map(async (path) => ({ path, text: await readFile(join(dir, path), 'utf8') })));
};

/** All of a workflows folder, checked. Files are named as seen from where the program runs. */
export const readWorkflows = async (dir: string): Promise<Reading> => {
  try {
    const reading = readFiles(await filesIn(dir));
    const named = <Thing extends { file: string }>(thing: Thing): Thing => ({
      ...thing,
      file: slashes(join(dir, thing.file)),
    });
    return {
      ...reading,
      scenarios: reading.scenarios.map(named),
      problems: reading.problems.map(named),
      warnings: reading.warnings.map(named),
    };
  } catch (error) {
    if (!isMissing(error)) throw error;
    const message = 'there is no such folder: run this where your workflows folder is, or name the folder';
    return { scenarios: [], uses: [], problems: [{ file: dir, line: 1, column: 1, message }], warnings: [] };
  }
};

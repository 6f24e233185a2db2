import { SENDABLE } from '../catalogue/channel.ts';
import type { Definitions } from '../catalogue/definition.ts';
import { checkAll } from './check-all.ts';
import type { MomentUses } from './copy/check-copy.ts';
import { type ReadMoments, readMoments } from './copy/moments.ts';
import type { Declarations } from './declarations.ts';
import { hasReadName, whyNoReadName } from './file-name.ts';
import type { JourneyFile } from './journeys/journey-file.ts';
import { keepLatest } from './keep-latest.ts';
import { type NamesOf, readPages } from './pages/pages.ts';
import { panelFile } from './panel.ts';
import { readDeclarations, readJourneys } from './read-declarations.ts';
import type { Scenario } from './scenarios/scenario.ts';
import { readScenarios } from './scenarios/scenarios.ts';
import { conflictsIn } from './unfinished.ts';
import { unreachedFile } from './unreached.ts';
import { byPlace, clipped, type Problem } from './yaml/problem.ts';
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

/** Where a file is broken as a whole, what else is reported of it is of no use. */
const worthSaying = (reported: readonly Problem[], ofFiles: readonly Problem[]): Problem[] => {
  const broken = new Set(ofFiles.map(({ file }) => file));
  return [...ofFiles, ...reported.filter(({ file }) => !broken.has(file))]
    .map((problem) => ({ ...problem, message: clipped(problem.message) }))
    .toSorted(byPlace);
};

/** Reads and checks the files of a workflows folder; paths are relative to it. `undecoded`: what is wrong with their bytes. */
export const readFiles = (input: readonly File[], undecoded: readonly Problem[] = []): Reading => {
  const files = input.map(clean);
  const { reported, definitions, ...rest } = readClean(files);
  const all = worthSaying(reported, [...undecoded, ...files.flatMap(conflictsIn)]);
  const problems = all.filter(({ isWarning }) => !isWarning);
  const warnings = all.filter(({ isWarning }) => isWarning);
  return { ...(definitions && problems.length === 0 && { definitions }), ...rest, problems, warnings };
};

const readClean = keepLatest((files) => {
  const reported: Problem[] = [];
  const declarations = readDeclarations(files, reported);
  const moments = readMoments(inFolder(files, 'moments', 'md'), reported);
  const { journeys, names, complete } = readJourneys(
    inFolder(files, 'journeys', 'yaml'),
    [...panelFile(declarations, moments.names), ...unreachedFile(moments)],
    declarations,
    moments,
    reported,
  );
  const uses = declarations.complete ? checkAll(journeys, declarations, moments, complete) : [];
  const context = {
    declarations,
    journeys: names,
    moments: moments.names,
    files: journeys,
    momentFiles: moments.moments,
    complete,
  };
  const scenarios = declarations.complete ? readScenarios(inFolder(files, 'scenarios', 'yaml'), context, reported) : [];
  const pages = readPages(
    inFolder(files, 'pages', 'yaml'),
    namesOf(declarations, names, moments),
    readByCustomers(declarations),
    reported,
  );
  reported.push(...strayFiles(files));
  return { definitions: toDefinitions(declarations, journeys, moments, pages), scenarios, uses, reported };
});

/** What a project calls its own, for pages to say it in their language. */
const namesOf = (
  { attributes, topics, policy, eventNames, complete }: Declarations,
  journeys: ReadonlySet<string>,
  moments: ReadMoments,
): NamesOf => ({
  fact: complete ? [...attributes.keys()] : undefined,
  topic: topics,
  moment: moments.names,
  journey: journeys,
  channel: SENDABLE,
  theme: policy && Object.keys(policy.themes ?? {}),
  event: complete ? eventNames : undefined,
});

/** What customers read of: themes, and events that tell of their mood by themselves or give them something. */
const readByCustomers = ({ events, policy }: Declarations): string[] => [
  ...Object.keys(policy?.themes ?? {}).map((theme) => `theme.${theme}`),
  ...[...events].flatMap(([name, { signals, gesture }]) =>
    gesture || signals.some((signal) => 'value' in signal) ? [`event.${name}`] : [],
  ),
];

const inFolder = (files: readonly File[], folder: string, ending: string): File[] =>
  files.filter(({ path }) => path.startsWith(`${folder}/`) && path.endsWith(`.${ending}`));

const strayFiles = (files: readonly File[]): Problem[] =>
  files
    .filter(({ path }) => !hasReadName(path))
    .map(({ path }) => ({ file: path, line: 1, column: 1, ...whyNoReadName(path) }));

const toDefinitions = (
  { policy, events, gestures }: Declarations,
  journeys: ReadonlyMap<string, JourneyFile>,
  { moments }: ReadMoments,
  pages: NonNullable<Definitions['pages']>,
): Definitions | undefined =>
  policy && {
    policy,
    events: Object.fromEntries(events),
    ...(gestures && { gestures }),
    journeys: Object.fromEntries([...journeys].map(([id, { journey }]) => [id, journey])),
    moments: Object.fromEntries([...moments].map(([id, { moment }]) => [id, moment])),
    ...(Object.keys(pages).length > 0 && { pages }),
  };

import type { Definitions } from '../catalogue/definition.ts';
import { checkAll } from './check-all.ts';
import type { MomentUses } from './check-copy.ts';
import { checkEvents } from './check-events.ts';
import { firstOfEach } from './duplicates.ts';
import { readEvents } from './events.ts';
import { type JourneyFile, readJourney } from './journeys.ts';
import type { Known } from './known.ts';
import { type ReadMoments, readMoments } from './moments.ts';
import { readPolicy } from './policy.ts';
import { byPlace, type Problem } from './problem.ts';
import type { Scenario } from './scenario.ts';
import { readScenarios } from './scenarios.ts';
import { type File, readYaml, type Source } from './source.ts';

/** What a workflows folder says. `definitions` is there when nothing is wrong with it. */
export interface Reading {
  definitions?: Definitions;
  scenarios: Scenario[];
  uses: MomentUses[];
  problems: Problem[];
}

const clean = ({ path, text }: File): File => ({ path, text: text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n') });

/** Reads and checks the files of a workflows folder; paths are relative to it. */
export const readFiles = (given: readonly File[]): Reading => {
  const files = given.map(clean);
  const problems: Problem[] = [];
  const known = readKnown(files, problems);
  const moments = readMoments(inFolder(files, 'moments', 'md'), problems);
  const { journeys, names, complete } = readJourneys(inFolder(files, 'journeys', 'yaml'), known, moments, problems);
  const uses = known.complete ? checkAll(journeys, known, moments, complete) : [];
  const context = { known, journeys: names, moments: moments.names, files: journeys };
  const scenarios = known.complete ? readScenarios(inFolder(files, 'scenarios', 'yaml'), context, problems) : [];
  problems.push(...strayFiles(files));
  problems.sort(byPlace);
  const definitions = problems.length === 0 ? toDefinitions(known, journeys, moments) : undefined;
  return { ...(definitions && { definitions }), scenarios, uses, problems };
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

const readKnown = (files: readonly File[], problems: Problem[]): Known => {
  const events = only('events.yaml', files, problems);
  const policySource = only('policy.yaml', files, problems);
  const policy = policySource && readPolicy(policySource);
  const { events: read, names } = events ? readEvents(events) : { events: new Map(), names: new Set<string>() };
  return {
    events: read,
    eventNames: names,
    complete: events?.sound === true && read.size === names.size,
    attributes: events ? checkEvents(read, events) : new Map(),
    ...(policySource && { policySource }),
    ...(policy && { policy, topics: new Set(Object.keys(policy.topics)) }),
  };
};

const only = (name: string, files: readonly File[], problems: Problem[]): Source | undefined => {
  const file = files.find(({ path }) => path === name);
  if (file) return readYaml(file, problems);
  problems.push({ file: name, line: 1, column: 1, message: 'this file is missing' });
  return undefined;
};

const nameOf = ({ value }: Source): string[] =>
  typeof value === 'object' && value !== null && 'journey' in value ? [String(value.journey)] : [];

/** Journeys by id, and the names also of those that could not be read. */
const readJourneys = (files: readonly File[], known: Known, moments: ReadMoments, problems: Problem[]) => {
  const sources = files.map((file) => readYaml(file, problems));
  const read = sources.flatMap((source) => readJourney(source, known, moments) ?? []);
  const journeys = firstOfEach(
    read,
    ({ journey }) => journey.id,
    ({ source }) => source.file,
    ({ journey, source }, first) => source.report(['journey'], `journey \`${journey.id}\` is in ${first} already`),
  );
  return {
    journeys,
    names: new Set(sources.flatMap(nameOf)),
    complete: read.length === files.length && read.every(({ whole }) => whole),
  };
};

const toDefinitions = (
  { policy, events }: Known,
  journeys: ReadonlyMap<string, JourneyFile>,
  { moments }: ReadMoments,
): Definitions | undefined =>
  policy && {
    policy,
    events: Object.fromEntries(events),
    journeys: Object.fromEntries([...journeys].map(([id, { journey }]) => [id, journey])),
    moments: Object.fromEntries([...moments].map(([id, { moment }]) => [id, moment])),
  };

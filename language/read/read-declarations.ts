import { CHOSEN_EVENT } from '../catalogue/gesture-events.ts';
import { PANEL_EVENT, PANEL_JOURNEY } from '../catalogue/panel.ts';
import type { ReadMoments } from './copy/moments.ts';
import type { Declarations } from './declarations.ts';
import { checkAffects } from './events/check-affects.ts';
import { checkEvents } from './events/check-events.ts';
import { checkIncidents } from './events/check-incidents.ts';
import { readEvents } from './events/events.ts';
import { readGestures } from './gestures/gestures.ts';
import type { JourneyFile } from './journeys/journey-file.ts';
import { readJourney } from './journeys/journeys.ts';
import { panelEvent } from './panel.ts';
import { readPolicy } from './policy.ts';
import { firstOfEach } from './yaml/duplicates.ts';
import type { Problem } from './yaml/problem.ts';
import { type File, readYaml, type Source } from './yaml/source.ts';

/** events.yaml, policy.yaml and, where there is one, gestures.yaml. */
export const readDeclarations = (files: readonly File[], problems: Problem[]): Declarations => {
  const events = only('events.yaml', files, problems);
  const policySource = only('policy.yaml', files, problems);
  const policy = policySource && readPolicy(policySource);
  const gesturesFile = files.find(({ path }) => path === 'gestures.yaml');
  const gesturesSource = gesturesFile && readYaml(gesturesFile, problems);
  const { gestures, chosenFrom = [], givenFrom = [] } = (gesturesSource && readGestures(gesturesSource)) ?? {};
  const { events: read, names } = events ? readEvents(events) : { events: new Map(), names: new Set<string>() };
  const complete = events?.sound === true && read.size === names.size;
  if (policy?.ask) {
    read.set(PANEL_EVENT, panelEvent(policy.ask));
    names.add(PANEL_EVENT);
  }
  for (const [name, type] of read)
    if (type.byHand !== undefined)
      read.set(name, {
        ...type,
        sources: [...(type.sources ?? []), ...(name === CHOSEN_EVENT ? chosenFrom : givenFrom)],
      });
  const declarations: Declarations = {
    events: read,
    eventNames: names,
    complete,
    attributes: events ? checkEvents(read, events) : new Map(),
    ...(policySource && { policySource }),
    ...(policy && { policy, topics: new Set(Object.keys(policy.topics)) }),
    ...(gesturesSource && { gesturesSource }),
    ...(gestures && { gestures }),
  };
  if (events) checkAffects(declarations, events);
  if (events && complete) checkIncidents(declarations, events);
  return declarations;
};

const only = (name: string, files: readonly File[], problems: Problem[]): Source | undefined => {
  const file = files.find(({ path }) => path === name);
  if (file) return readYaml(file, problems);
  problems.push({ file: name, line: 1, column: 1, message: 'this file is missing' });
  return undefined;
};

/** A journey that cannot be read is there all the same: under the name it gives itself, or its file's. */
const namesOf = ({ value, file }: Source, read: readonly JourneyFile[]): string[] => {
  const own = typeof value === 'object' && value !== null && 'journey' in value ? [String(value.journey)] : [];
  const sound = read.some(({ source, whole }) => whole && source.file === file);
  return sound ? own : [...own, file.replace(/^.*\/|\.yaml$/g, '')];
};

/** Nobody can rename a journey that stands in no file: the one that is called like it has to go by another name. */
const reportTwice = (
  { journey: { id }, source }: JourneyFile,
  first: string,
  read: readonly JourneyFile[],
  ours: readonly File[],
): void => {
  if (!ours.some(({ path, text }) => path === source.file && text === source.text)) {
    source.report(['journey'], `journey \`${id}\` is in ${first} already`);
    return;
  }
  const stands = id === PANEL_JOURNEY ? '`ask` in policy.yaml' : '`instead` in moments';
  const file = read.find(({ journey }) => journey.id === id);
  file?.source.report(['journey'], `\`${id}\` is the journey that ${stands} stands for: call this one otherwise`);
};

/** Journeys by id, and the names also of those that could not be read. `ours`: those that other files stand for. */
export const readJourneys = (
  projectFiles: readonly File[],
  ours: readonly File[],
  declarations: Declarations,
  moments: ReadMoments,
  problems: Problem[],
) => {
  const files = [...projectFiles, ...ours];
  const sources = files.map((file) => readYaml(file, problems));
  const read = sources.flatMap((source) => readJourney(source, declarations, moments) ?? []);
  const journeys = firstOfEach(
    read,
    ({ journey }) => journey.id,
    ({ source }) => source.file,
    (file, first) => reportTwice(file, first, read, ours),
  );
  return {
    journeys,
    names: new Set(sources.flatMap((source) => namesOf(source, read))),
    complete: read.length === files.length && read.every(({ whole }) => whole),
  };
};

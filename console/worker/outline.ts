import { type Graph, journeyGraph } from '../../language/draw/graph.ts';
import type { Value } from '../../language/edit/operation.ts';
import { readMoments } from '../../language/read/copy/moments.ts';
import { readJourney } from '../../language/read/journeys/journeys.ts';
import { readDeclarations } from '../../language/read/read-declarations.ts';
import { readYaml } from '../../language/read/yaml/source.ts';
import { type Files, once } from './files.ts';

/** A journey as it is being written: also while something is wrong with it, as far as it can be read. */
export interface Outline extends Graph {
  journey: string;
  title: string;
  purpose: string;
  enter: { on: string[]; when?: string };
  /** False where a part of it could not be read. */
  whole: boolean;
  /** Line of each step, by its id. */
  lines: Record<string, number>;
  /** All of the file as it is written. */
  head: Value;
  /** Each step as it is written, by its id. */
  values: Record<string, Value>;
}

const clean = (path: string, text: string) => ({ path, text: text.replaceAll('\r\n', '\n') });

const isDeclared = (path: string): boolean => /^((events|policy|gestures)\.yaml|moments\/.+\.md)$/.test(path);

/** What journeys name: it is read once while journeys are edited. */
const readDeclared = (declared: Files) => {
  const files = Object.entries(declared).map(([path, text]) => clean(path, text));
  return { declarations: readDeclarations(files, []), moments: readMoments(files.filter(isMoment), []) };
};
const isMoment = ({ path }: { path: string }): boolean => path.endsWith('.md');

/** Reads a journey; undefined where nothing of it can be read. */
export type Outliner = (files: Files, path: string) => Outline | undefined;

export const createOutliner = (): Outliner => {
  const declaredIn = once(readDeclared);
  return (files, path) => {
    const { declarations, moments } = declaredIn(
      Object.fromEntries(Object.entries(files).filter(([each]) => isDeclared(each))),
    );
    const source = readYaml(clean(path, files[path] ?? ''), []);
    const read = readJourney(source, declarations, moments);
    if (!read) return undefined;
    const { journey, places, whole } = read;
    const graph = journeyGraph(journey, places);
    return {
      ...graph,
      journey: journey.id,
      title: journey.title,
      purpose: journey.purpose,
      enter: { on: journey.enter.on, ...(journey.enter.when !== undefined && { when: journey.enter.when }) },
      whole,
      lines: Object.fromEntries(graph.steps.map(({ id, place }) => [id, source.line(place)])),
      head: source.value as Value,
      // What YAML holds is a Value, all the way down.
      values: Object.fromEntries(graph.steps.map(({ id, place }) => [id, source.valueAt(place) as Value])),
    };
  };
};

import type { ScenariosResult } from '../../functions/api/contract/drafts.ts';
import { EditRefused, type Operation } from '../../language/edit/operation.ts';
import type { JsonSchema } from '../../language/read/docs/json-schema.ts';
import type { LeftOut } from '../../language/read/sound-part.ts';
import type { GivenFacts } from '../../simulator/preview/names.ts';
import type { Project } from '../../simulator/project.ts';
import { check, type Finding } from './check.ts';
import { createReader, type Files } from './files.ts';
import { createOutliner, type Outline, type Outliner } from './outline.ts';
import type { Played, PlayRequest } from './play.ts';
import { playRequestOf } from './play-request.ts';
import { type Preview, preview } from './preview.ts';
import { createSchemaOf } from './schema-of.ts';
import { steadyEdit } from './steady.ts';

export interface PlayableScenario {
  name: string;
  file: string;
  zone: string;
  request: PlayRequest;
}

/** What the files declare, for forms to choose from. */
export interface Names {
  moments: { id: string; title?: string; channels: string[] }[];
  events: { type: string; ours: boolean; fields: string[] }[];
  attributes: string[];
  topics: string[];
}

/** What can be asked of the worker: kind to its input and its answer. */
export interface Questions {
  check: { input: { files: Files }; answer: Finding[] };
  outline: { input: { files: Files; path: string }; answer: Outline | undefined };
  names: { input: { files: Files }; answer: Names };
  schema: { input: { path: string }; answer: JsonSchema | undefined };
  edit: { input: { files: Files; path: string; operation: Operation }; answer: { text: string } | { refused: string } };
  playable: { input: { files: Files }; answer: PlayableScenario[] };
  scenarios: { input: { files: Files; only?: string[] }; answer: ScenariosResult & { leftOut: LeftOut[] } };
  play: {
    input: { files: Files; request: PlayRequest };
    answer: (Played & { leftOut: LeftOut[] }) | { refused: string };
  };
  preview: { input: { files: Files; moment: string; now: number; facts?: GivenFacts }; answer: Preview };
}
export type Kind = keyof Questions;
export type Input<Of extends Kind> = Questions[Of]['input'];
export type AnswerTo<Of extends Kind> = Questions[Of]['answer'];

export type Engine = { [Of in Kind]: (input: Input<Of>) => AnswerTo<Of> | Promise<AnswerTo<Of>> };

const NOTHING_RUNS = 'Nothing can run before policy.yaml and events.yaml are mended.';

const namesIn = ({ definitions }: Project): Names => ({
  moments: Object.values(definitions.moments).map(({ id, title, channels }) => ({
    id,
    ...(title !== undefined && { title }),
    channels,
  })),
  events: Object.entries(definitions.events).map(([type, { ours, fields }]) => ({
    type,
    ours: ours === true,
    fields: Object.keys(fields),
  })),
  attributes: [...new Set(Object.values(definitions.events).flatMap(({ sets }) => Object.keys(sets)))],
  topics: Object.keys(definitions.policy.topics),
});

const edited = (outline: Outliner, files: Files, path: string, operation: Operation): AnswerTo<'edit'> => {
  try {
    return { text: steadyEdit(outline, files, path, operation) };
  } catch (error) {
    if (error instanceof EditRefused) return { refused: error.message };
    throw error;
  }
};

/** Everything that the editor asks, over files in memory. What plays, and reads moods in seven languages, comes when it is first asked for. */
export const createEngine = (): Engine => {
  const reader = createReader();
  const outline = createOutliner();
  const schemaOf = createSchemaOf();
  return {
    check: ({ files }) => check(reader)(files),
    outline: ({ files, path }) => outline(files, path),
    names: ({ files }) => {
      const { project } = reader.compile(files);
      return project ? namesIn(project) : { moments: [], events: [], attributes: [], topics: [] };
    },
    schema: ({ path }) => schemaOf(path),
    edit: ({ files, path, operation }) => edited(outline, files, path, operation),
    playable: ({ files }) =>
      reader.read(files).scenarios.map((scenario) => ({
        name: scenario.name,
        file: scenario.file,
        zone: scenario.zone,
        request: playRequestOf(scenario),
      })),
    scenarios: async ({ files, only }) => {
      const { project, leftOut } = reader.compile(files);
      const scenarios = reader.read(files).scenarios;
      const { runScenarios } = await import('../../functions/api/drafts/scenarios.ts');
      return project
        ? { ...(await runScenarios({ ...project, scenarios }, only)), leftOut }
        : { passed: 0, failed: 0, items: [], unreached: [], leftOut };
    },
    play: async ({ files, request }) => {
      const { project, leftOut } = reader.compile(files);
      const { play } = await import('./play.ts');
      return project ? { ...(await play(project, request)), leftOut } : { refused: NOTHING_RUNS };
    },
    preview: async ({ files, moment, now, facts }) => {
      const { project } = reader.compile(files);
      return project ? preview(project, moment, now, facts) : { renderings: [], problem: NOTHING_RUNS };
    },
  };
};

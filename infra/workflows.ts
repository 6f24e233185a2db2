import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import type { Catalogue } from '../language/catalogue/catalogue.ts';
import type { Definitions } from '../language/catalogue/definition.ts';
import type { Machine } from '../language/compile/asl.ts';
import { compileCatalogue, RepliesUnheard, type StageTraits } from '../language/compile/catalogue.ts';
import { compileMachines } from '../language/compile/machines.ts';
import { readTexts, readWorkflows } from '../language/read/folder.ts';
import { formatProblem } from '../language/read/yaml/problem.ts';
import type { File } from '../language/read/yaml/source.ts';

/** What is published from a folder: its files as written, and which version of the stage was last pulled into it. */
export interface Repository {
  files: File[];
  base?: number;
}

/** What a workflows folder comes to: what functions read, the machines by the ids of their journeys, and the files. */
export interface Compiled {
  catalogue: Catalogue;
  machines: Record<string, Machine>;
  repository: Repository;
  /** Policy says that a product shows inboxes, whatever the stage has for it. */
  saysInbox: boolean;
}

/** Something in the workflows folder is wrong, so nothing is deployed. */
export class WorkflowsInvalid extends Error {
  override name = 'WorkflowsInvalid';
}

/** Where `tactful pull` writes which version of a stage a folder has. */
const PULLED = '.published.json';

const Pulled = z.record(z.string(), z.looseObject({ version: z.int().positive() }));

/** Throws WorkflowsInvalid. */
const baseOf = (dir: string, stage: string): number | undefined => {
  const file = join(dir, PULLED);
  if (!existsSync(file)) return undefined;
  try {
    return Pulled.parse(JSON.parse(readFileSync(file, 'utf8')))[stage]?.version;
  } catch (error) {
    throw new WorkflowsInvalid(
      `${file} is not as tactful pull writes it (${(error as Error).message}). Take it from the repository again, or pull.`,
    );
  }
};

/** Throws WorkflowsInvalid where a stage is not what they ask for. */
const compileAt = (definitions: Definitions, traits: StageTraits): Catalogue => {
  try {
    return compileCatalogue(definitions, traits);
  } catch (error) {
    throw error instanceof RepliesUnheard ? new WorkflowsInvalid(error.message) : error;
  }
};

/** Reads, checks and compiles a workflows folder for a stage. Throws WorkflowsInvalid. */
export const compileWorkflows = (dir: string, traits: StageTraits = {}, stage = 'dev'): Compiled => {
  const { definitions, problems } = readWorkflows(dir);
  if (!definitions) throw new WorkflowsInvalid(problems.map(formatProblem).join('\n'));
  const catalogue = compileAt(definitions, traits);
  const base = baseOf(dir, stage);
  const repository = { files: readTexts(dir), ...(base === undefined ? {} : { base }) };
  const saysInbox = definitions.policy.inbox !== undefined;
  return { catalogue, machines: compileMachines(definitions, catalogue), repository, saysInbox };
};

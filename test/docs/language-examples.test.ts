import { globSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compileCatalogue } from '../../language/compile/catalogue.ts';
import { compileMachine } from '../../language/compile/machine.ts';
import { readFiles } from '../../language/read/read.ts';
import { formatProblem } from '../../language/read/yaml/problem.ts';
import type { File } from '../../language/read/yaml/source.ts';
import { runScenario } from '../../simulator/scenario/run.ts';
import { type Snippet, snippetsOf } from '../support/snippets.ts';

const shipped: File[] = globSync('workflows/{*.yaml,{journeys,moments}/*}').map((path) => ({
  path: relative('workflows', path),
  text: readFileSync(path, 'utf8'),
}));

const examples = snippetsOf(readFileSync('docs/language.md', 'utf8')).filter(({ name }) => /\.(yaml|md)$/.test(name));

/** Their entries are added to the shipped ones. */
const ADDED = ['events.yaml', 'gestures.yaml'];

/** The shipped folder with the examples: events and gestures are added to its own, any other file stands for itself. */
const folder = (snippets: readonly Snippet[]): File[] => {
  const files = new Map(shipped.map(({ path, text }) => [path, text]));
  for (const { name, text } of snippets) files.set(name, ADDED.includes(name) ? `${files.get(name)}\n${text}` : text);
  return [...files].map(([path, text]) => ({ path, text }));
};

const { definitions, scenarios, problems, warnings } = readFiles(folder(examples));

describe('the examples of docs/language.md', () => {
  it('pass the check, with the shipped folder around them', () => {
    expect([...problems, ...warnings].map(formatProblem)).toEqual([]);
    expect(examples.length).toBeGreaterThan(20);
  });

  it('are told from a mistake', () => {
    const broken = examples.map((each) => ({
      ...each,
      text: each.text.replace('send: parcel-shipped', 'send: parcel-shiped'),
    }));
    expect(readFiles(folder(broken)).problems.map(({ message }) => message)).toContain(
      'unknown moment `parcel-shiped`: did you mean `parcel-shipped`?',
    );
  });

  it.each(scenarios.map((scenario) => [scenario.name, scenario] as const))('come true: %s', async (_, scenario) => {
    const catalogue = compileCatalogue(definitions!, {});
    const journeys = Object.entries(definitions!.journeys);
    const machines = Object.fromEntries(journeys.map(([id, journey]) => [id, compileMachine(journey, catalogue)]));
    const project = { definitions: definitions!, catalogue, machines, scenarios };
    const { unmet, entries } = await runScenario(project, scenario);
    expect(unmet.map(({ expectation, why }) => `${expectation.text} (${why})`)).toEqual([]);
    expect(entries.length).toBeGreaterThan(0);
  });
});

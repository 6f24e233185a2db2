import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compileCatalogue } from '../language/compile/catalogue.ts';
import { compileMachine } from '../language/compile/machine.ts';
import { drawJourney } from '../language/draw/journey.ts';
import { readFiles } from '../language/read/read.ts';
import { play } from '../simulator/play.ts';
import { loadProject } from '../simulator/project.ts';
import { runScenario } from '../simulator/scenario/run.ts';
import { snippetsOf } from './support/snippets.ts';

const readme = readFileSync('README.md', 'utf8');
const snippets = (language: string) =>
  snippetsOf(readme)
    .filter((snippet) => snippet.language === language)
    .map(({ text }) => text);

const file = (path: string, text = '') => ({ path, text });

/** The files that it teaches to write. */
const filesToWrite = () => {
  const [journey, scenario] = snippets('yaml');
  const [moment, call] = snippets('markdown');
  return [
    file('journeys/first-order.yaml', journey),
    file('moments/how-was-it.md', moment),
    file('moments/first-order-call.md', call),
    file('scenarios/first-order.yaml', scenario),
  ];
};

/** What it teaches to write, with the events and the policy that are shipped. */
const openProject = () => {
  const { definitions, scenarios, problems, warnings } = readFiles([
    file('events.yaml', readFileSync('workflows/events.yaml', 'utf8')),
    file('policy.yaml', readFileSync('workflows/policy.yaml', 'utf8')),
    ...filesToWrite(),
  ]);
  expect([...problems, ...warnings]).toEqual([]);
  const catalogue = compileCatalogue(definitions!, {});
  const machines = { 'first-order': compileMachine(definitions!.journeys['first-order']!, catalogue) };
  return { definitions: definitions!, catalogue, machines, scenarios };
};

describe('the README', () => {
  it('shows a journey as it is', async () => {
    const { definitions } = await loadProject('workflows');
    expect(snippets('mermaid')).toEqual([`${drawJourney(definitions.journeys['first-support']!)}\n`]);
  });

  it('teaches a journey, a message and a scenario that hold together', async () => {
    const project = openProject();
    const result = await runScenario(project, project.scenarios[0]!);
    expect(result.unmet).toEqual([]);
    expect(result.entries.some((entry) => entry.kind === 'decision' && entry.outcome === 'sent')).toBe(true);
  });

  it('calls no file as another example of docs/language.md is called', () => {
    const others = snippetsOf(readFileSync('docs/language.md', 'utf8')).map(({ name }) => name);
    expect(filesToWrite().filter(({ path }) => others.includes(path))).toEqual([]);
  });

  it('shows a file of events that play takes whole, and that comes to what it says', async () => {
    const sent: string[] = [];
    const { lines, rejected } = await play(openProject(), snippets('json').join('').trim().split('\n'), {
      onEntry: (entry) => {
        if (entry.kind === 'decision' && entry.outcome === 'sent') sent.push(entry.moment);
      },
    });
    expect({ lines, rejected }).toEqual({ lines: 3, rejected: {} });
    expect(sent).toEqual(['how-was-it', 'first-order-call']);
  });
});

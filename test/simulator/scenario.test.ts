import { expect, it } from 'vitest';
import { loadProject } from '../../simulator/project.ts';
import { runScenario } from '../../simulator/scenario/run.ts';

const project = await loadProject('workflows');

it('copy that cannot be written fails the scenarios that come to it, by name, and stops no other', async () => {
  const { welcome } = project.catalogue.moments;
  const [ours] = Object.values(welcome!.copy);
  const broken = { ...welcome!, copy: { default: { ...ours!, body: '{{ event.plan | number }}' } } };
  const catalogue = { ...project.catalogue, moments: { ...project.catalogue.moments, welcome: broken } };
  const results = [];
  for (const scenario of project.scenarios.slice(0, 40))
    results.push(await runScenario({ ...project, catalogue }, scenario));
  const faults = results.flatMap(({ unmet }) => unmet.filter(({ why }) => /body of moment "welcome"/.test(why)));
  expect(faults.length).toBeGreaterThan(0);
  expect(faults[0]).toMatchObject({ expectation: { text: 'copy that can be written' } });
  expect(results.filter(({ unmet }) => unmet.length === 0).length).toBeGreaterThan(0);
});

import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readWorkflows } from '../../language/read/folder.ts';
import { formatProblem } from '../../language/read/yaml/problem.ts';

const { problems, warnings, scenarios, definitions } = readWorkflows(
  fileURLToPath(new URL('../../workflows', import.meta.url)),
);

describe('the workflows that the project ships', () => {
  it('have nothing that the checker objects to or warns of, such as a moment that nothing sends', () => {
    expect([...problems, ...warnings].map(formatProblem)).toEqual([]);
  });

  it('hold the four journeys, each with scenarios of its own, and those that see to promises, proposals and changes', () => {
    expect(Object.keys(definitions?.journeys ?? {}).sort()).toEqual([
      'broken-promise',
      'first-support',
      'onboarding',
      'promise-at-risk',
      'proposals',
      'renewal',
      'service-recovery',
      'unreached',
      'you-said-we-did',
    ]);
    for (const start of ['onboarding', 'support', 'recovery', 'renewal'])
      expect(scenarios.filter(({ file }) => file.includes(`/scenarios/${start}-`)).length).toBeGreaterThanOrEqual(10);
  });
});

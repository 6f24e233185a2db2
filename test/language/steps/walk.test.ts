import { globSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Step } from '../../../language/catalogue/definition.ts';
import { longest } from '../../../language/read/journeys/longest.ts';
import { kindOf } from '../../../language/steps/steps.ts';
import { flatten, foldPaths, mapSteps } from '../../../language/steps/walk.ts';
import { runs } from '../../support/depth.ts';
import { anySteps } from '../compile/any-steps.ts';
import { compileSteps } from '../read/fixture.ts';

const DAY = 86_400;
const NO_PATIENCE = { patience: () => 0, passed: () => {} };

describe('the walkers', () => {
  it('come to every step that the definition holds, once', () => {
    fc.assert(
      fc.property(anySteps, (steps) => {
        const ids = JSON.stringify(steps).match(/"id":"step-\d+"/g) ?? [];
        expect(flatten(steps).map(({ id }) => `"id":"${id}"`)).toEqual(ids);
      }),
      { numRuns: runs(100), seed: 5 },
    );
  });

  it('change every step where it stands', () => {
    fc.assert(
      fc.property(anySteps, (steps) => {
        const renamed = mapSteps(steps, (step) => ({ ...step, id: `new-${step.id}` }));
        expect(JSON.stringify(renamed)).toBe(JSON.stringify(steps).replaceAll('"id":"', '"id":"new-'));
      }),
      { numRuns: runs(100), seed: 6 },
    );
  });

  it('find the longest of all ways, none of which is longer', () => {
    /** Seconds of every way through steps without loops; those that end the journey are left out. */
    const ways = (steps: readonly Step[]): number[] =>
      foldPaths<number[]>(steps, [0], {
        step: (step, before) => before.map((seconds) => seconds + kindOf(step).seconds(step, () => 0)),
        branch: (_, at) => at,
        turn: (_, at) => at,
        join: (_, each) => [...new Set(each.flat())],
      });
    const flat = anySteps.filter((steps) => flatten(steps).every(({ kind }) => kind !== 'repeat'));
    fc.assert(
      fc.property(flat, (steps) => {
        expect(longest(steps, 0, NO_PATIENCE)).toBe(Math.max(...ways(steps)));
      }),
      { numRuns: runs(100), seed: 7 },
    );
  });

  it('count the longest branch, and what follows it', () => {
    const { definition } = compileSteps(`- choose:
    - { when: customer.calmDays > 5, steps: [ { wait: 20 days }, { exit: true } ] }
    - { when: customer.calmDays > 2, steps: [ { wait: 7 days } ] }
- listen: renewal.done
  within: 3 days
  heard: [ { wait: 2 days } ]`);
    expect(longest(definition.steps, 0, NO_PATIENCE)).toBe(12 * DAY);
  });
});

describe('a kind of step', () => {
  it('is looked into by its own module: nothing else distinguishes all kinds', () => {
    const elsewhere = globSync('{language,simulator,cli,infra}/**/*.ts').filter(
      (file) => !file.startsWith('language/steps/'),
    );
    const asking = elsewhere.filter((file) => /switch \((step|\w*[sS]tep)\.kind\)/.test(readFileSync(file, 'utf8')));
    expect(asking).toEqual([]);
  });
});

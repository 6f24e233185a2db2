import { describe, expect, it } from 'vitest';
import { loadProject } from '../../simulator/project.ts';
import { validateAsl } from '../support/validate-asl.ts';

const { machines } = await loadProject('workflows');

describe('the shipped journeys', () => {
  it.each(Object.keys(machines))('compile to a machine that AWS accepts: %s', async (journey) => {
    expect(await validateAsl(machines[journey]!)).toEqual([]);
  });
});

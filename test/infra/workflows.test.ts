import { cpSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readSettings } from '../../infra/read-settings.ts';
import { compileWorkflows } from '../../infra/workflows.ts';

const folder = mkdtempSync(join(tmpdir(), 'tactful-'));
afterAll(() => rmSync(folder, { recursive: true }));

const settings = (context: Record<string, unknown>) =>
  readSettings((name) => ({ stage: 'dev', sender: 'hello@acme.example', ...context })[name]);

describe("a company's own workflows", () => {
  it('are the shipped ones unless the setting `workflows` names a folder', () => {
    expect(settings({}).workflows).toBe('workflows');
    expect(settings({ workflows: '../acme/workflows' }).workflows).toBe('../acme/workflows');
    expect(() => settings({ workflows: '' })).toThrow(/workflows is "": give the path of a folder/);
  });

  it('are compiled from any folder, and nothing else is', async () => {
    const own = join(folder, 'workflows');
    cpSync('workflows', own, { recursive: true });
    rmSync(join(own, 'scenarios'), { recursive: true });
    renameSync(join(own, 'journeys/renewal.yaml'), join(folder, 'renewal.yaml'));
    const { catalogue, machines } = compileWorkflows(own);
    const journeys = [
      'broken-promise',
      'first-support',
      'onboarding',
      'promise-at-risk',
      'proposals',
      'service-recovery',
      'unreached',
      'you-said-we-did',
    ];
    expect(Object.keys(catalogue.journeys).toSorted()).toEqual(journeys);
    expect(Object.keys(machines).toSorted()).toEqual(['Retired', ...journeys]);
  });

  it('stop a deploy where they are wrong, with the place', async () => {
    const own = join(folder, 'wrong');
    cpSync('workflows', own, { recursive: true });
    writeFileSync(join(own, 'journeys/onboarding.yaml'), 'journey: onboarding\n');
    expect(() => compileWorkflows(own)).toThrow(/wrong\/journeys\/onboarding\.yaml:1:1 .*title/);
  });
});

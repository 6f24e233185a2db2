import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

it('proofs run side by side, so each has people of its own', () => {
  const named = globSync('test/e2e/**/*.ts').flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/\btreated\('([^']+)'\)/g)].map(([, name]) => ({ file, name })),
  );
  expect(named.length).toBeGreaterThan(20);
  const twice = named.filter(({ name }, index) => named.findIndex((other) => other.name === name) !== index);
  expect(twice).toEqual([]);
});

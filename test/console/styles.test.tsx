import { existsSync, globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const imported = new Set(
  [...readFileSync('console/shared/theme/mantine.css', 'utf8').matchAll(/styles\/([\w-]+)\.css/g)].map(
    ([, name]) => name ?? '',
  ),
);

/** Components of Mantine that a source imports. */
const usedIn = (source: string): string[] =>
  [...source.matchAll(/import \{([^}]*)\} from '@mantine\/core'/g)].flatMap(([, names = '']) =>
    names
      .split(',')
      .map((name) => name.trim())
      .filter((name) => /^[A-Z]/.test(name)),
  );

/** Of which others take a part without a style. */
const UNSTYLED = ['Accordion'];

const ROOMS = ['components', 'utils'].map((room) => `node_modules/@mantine/core/esm/${room}`);

/** What a component is made of, as its own source says. */
const partsOf = (name: string, seen = new Set<string>()): Set<string> => {
  const folders = ROOMS.map((room) => `${room}/${name}`).filter((folder) => existsSync(folder));
  if (seen.has(name) || folders.length === 0) return seen;
  seen.add(name);
  for (const file of folders.flatMap((folder) => globSync(`${folder}/**/*.mjs`)))
    for (const [, part = ''] of readFileSync(file, 'utf8').matchAll(/from "(?:\.\.\/)+(?:utils\/)?([A-Z]\w+)\//g))
      partsOf(part, seen);
  return seen;
};

it('brings the styles of every component that the console uses, and of what that is made of', () => {
  const usedClasses = new Set(globSync('console/**/*.tsx').flatMap((file) => usedIn(readFileSync(file, 'utf8'))));
  expect(usedClasses.size).toBeGreaterThan(20);
  const needed = new Set([...usedClasses].flatMap((name) => [...partsOf(name)]));
  const missing = [...needed].filter(
    (name) =>
      existsSync(`node_modules/@mantine/core/styles/${name}.css`) && !UNSTYLED.includes(name) && !imported.has(name),
  );
  expect(missing).toEqual([]);
});

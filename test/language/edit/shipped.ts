import { globSync, readFileSync } from 'node:fs';
import type { Path, Value } from '../../../language/edit/operation.ts';
import type { File } from '../../../language/read/yaml/source.ts';

const read = (pattern: string): File[] =>
  globSync(pattern, { cwd: 'workflows' })
    .toSorted()
    .map((path) => ({ path, text: readFileSync(`workflows/${path}`, 'utf8') }));

export const JOURNEYS = read('journeys/*.yaml');

const LISTS = [
  'steps',
  'choose',
  'heard',
  'silent',
  'reached',
  'past',
  'unsent',
  'unconfirmed',
  'done',
  'undone',
  'otherwise',
  'exit',
];

/** Paths to every list of steps or branches, and to every item of one. */
export const placesIn = (value: Value, at: Path = []): { lists: Path[]; items: Path[] } => {
  const lists: Path[] = [];
  const items: Path[] = [];
  const walk = (inner: Value, path: Path) => {
    if (typeof inner !== 'object' || inner === null) return;
    const isList = Array.isArray(inner) && LISTS.includes(String(path.at(-1)));
    if (isList) lists.push(path);
    for (const [key, each] of Object.entries(inner)) {
      const own = [...path, Array.isArray(inner) ? Number(key) : key];
      if (isList) items.push(own);
      walk(each, own);
    }
  };
  walk(value, at);
  return { lists, items };
};

import { globSync, readFileSync } from 'node:fs';
import type { Files } from '../../../console/worker/files.ts';

/** All of the shipped `workflows/`, in memory. */
export const SHIPPED: Files = Object.fromEntries(
  globSync('**/*.{yaml,md}', { cwd: 'workflows' }).map((path) => [path, readFileSync(`workflows/${path}`, 'utf8')]),
);

/** The same with one place changed. */
export const changed = (path: string, from: string, to: string): Files => ({
  ...SHIPPED,
  [path]: (SHIPPED[path] ?? '').replace(from, to),
});

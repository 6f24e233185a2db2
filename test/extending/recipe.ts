import { readFileSync } from 'node:fs';
import type { Toy } from './toy.ts';

/** The first column of the first table below a heading of docs/extending.md, names in angle brackets as the toy has them. */
export const recipeOf = ({ recipe, names }: Toy): string[] => {
  const page = readFileSync('docs/extending.md', 'utf8');
  const [, section = ''] = page.split(`\n## ${recipe}\n`);
  const [table = ''] = /^\| file \|[\s\S]*?\n\n/m.exec(section.split('\n## ')[0] ?? '') ?? [];
  const files = [...table.matchAll(/^\| `([^`]+)` \|/gm)].map(([, file = '']) => file);
  return files.map((file) => file.replace(/<([a-z]+)>/g, (_, name: string) => names[name] ?? `<${name}>`));
};

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export interface File {
  path: string;
  text: string;
}

const files = (): File[] =>
  readdirSync('workflows', { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(yaml|md)$/.test(path) && !path.startsWith('scenarios'))
    .map((path) => ({ path, text: readFileSync(join('workflows', path), 'utf8') }));

/** The shipped journeys, `times` over, each copy under names of its own. */
export const multiplied = (times: number): File[] => {
  const all = files();
  const copies = all.flatMap(({ path, text }) => {
    if (!path.startsWith('journeys/')) return [];
    return Array.from({ length: times - 1 }, (_, copy) => ({
      path: path.replace('.yaml', `-${copy}.yaml`),
      text: text.replace(/^journey: (.*)$/m, `journey: $1-${copy}`).replace(/^mutes:.*$/m, ''),
    }));
  });
  return [...all, ...copies];
};

/** Writes a workflows folder. */
export const writeFiles = (folder: string, files: File[]): void => {
  for (const { path, text } of files) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
};

import { dirname, join, normalize } from 'node:path';

/** A file of ours that imports another, or a package. */
export interface Import {
  from: string;
  to: string;
}

/** The imports of a file, of every form; those of ours by their path in the project. */
export const importsOf = (file: string, source: string): Import[] =>
  [
    ...source.matchAll(
      /^\s*(?:import|export)\b[^;'"]*?from\s*['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)|^import\s+['"]([^'"]+)['"]/gm,
    ),
  ].map(([, named, dynamic, bare]) => {
    const to = named ?? dynamic ?? bare ?? '';
    return { from: file, to: to.startsWith('.') ? normalize(join(dirname(file), to)) : to };
  });

import type { Metafile } from 'esbuild';

type Output = Metafile['outputs'][string];

const entryOf = ({ outputs }: Metafile): string =>
  Object.keys(outputs).find((file) => file.endsWith('/index.mjs')) as string;

/** The files of a bundle that are read when it is imported. */
export const readAtOnce = (metafile: Metafile): Output[] => {
  const files = new Set([entryOf(metafile)]);
  for (const file of files) {
    for (const { path, kind, external } of metafile.outputs[file]?.imports ?? []) {
      if (kind === 'import-statement' && !external) files.add(path);
    }
  }
  return [...files].flatMap((file) => metafile.outputs[file] ?? []);
};

/** The sources in these files, by default in all of a bundle. */
export const sourcesOf = (metafile: Metafile, outputs: Output[] = Object.values(metafile.outputs)): string[] =>
  outputs.flatMap(({ inputs }) => Object.keys(inputs));

import { join } from 'node:path';
import { buildSync, type Metafile } from 'esbuild';
import { type FunctionName, HANDLERS, OPTIONS } from '../../infra/bundle.ts';

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

/** What is left of a build where only one of its functions is asked for: the files that it reads, sooner or later. */
export const neededBy = (metafile: Metafile, entry = entryOf(metafile)): Metafile => {
  const { inputs, outputs } = metafile;
  const files = new Set([entry]);
  for (const file of files)
    for (const { path, external } of outputs[file]?.imports ?? []) if (!external) files.add(path);
  return { inputs, outputs: Object.fromEntries(Object.entries(outputs).filter(([file]) => files.has(file))) };
};

/**
 * Handlers in one build, for a fifth of the time of a build for each, in which the SDK is read every time. What several need
 * lies in parts that they share, whole: so a function has every source here that it has alone, and some that only others use.
 */
export const bundleTogether = (names: readonly FunctionName[], out: string) => {
  const { metafile } = buildSync({
    ...OPTIONS,
    entryPoints: names.map((name) => ({ in: HANDLERS[name], out: `${name}/index` })),
    outdir: out,
    splitting: true,
    chunkNames: 'parts/[name]-[hash]',
  });
  const entry = (name: FunctionName): string =>
    Object.keys(metafile.outputs).find((file) => file.endsWith(`/${name}/index.mjs`)) as string;
  return {
    folderOf: (name: FunctionName) => join(out, name),
    metafileOf: (name: FunctionName) => neededBy(metafile, entry(name)),
  };
};

import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { changed, type Toy } from './toy.ts';

const PRODUCT = ['language', 'core', 'functions', 'simulator', 'cli', 'infra'];
const PAPERS = ['package.json', 'tsconfig.json', 'cdk.json', 'docs', 'workflows'];
const TESTS = [
  'test/support',
  'test/core/gate',
  'test/functions/deliver',
  'test/language',
  'test/docs',
  'test/architecture.test.ts',
];

/** A folder that is gone when the test is over. */
export const scratchFolder = () => {
  const path = mkdtempSync(join(tmpdir(), 'tactful-extending-'));
  symlinkSync(resolve('node_modules'), join(path, 'node_modules'));
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) };
};

const put = (tree: string, file: string, text: string): void => {
  mkdirSync(dirname(join(tree, file)), { recursive: true });
  writeFileSync(join(tree, file), text);
};

const textOf = (tree: string, file: string): string | undefined =>
  existsSync(join(tree, file)) ? readFileSync(join(tree, file), 'utf8') : undefined;

/** Adds a toy to a tree, without the files left out. */
export const addToy = (tree: string, { changes }: Toy, leftOut: readonly string[] = []): void => {
  for (const [file, change] of Object.entries(changes))
    if (!leftOut.includes(file)) put(tree, file, changed(file, textOf(tree, file), change));
};

export const append = (tree: string, files: Record<string, string>): void => {
  for (const [file, text] of Object.entries(files)) put(tree, file, `${textOf(tree, file) ?? ''}${text}`);
};

const copy = (paths: string[], to: string): void => {
  for (const path of paths) cpSync(path, join(to, path), { recursive: true });
};

/** Copies the product, its papers and the tests that have to do with recipes. */
export const copyTree = (to: string): void => copy([...PRODUCT, ...PAPERS, ...TESTS], to);

/** Copies the rooms in which recipes change code, for the compiler alone. */
export const copyCode = (to: string): void =>
  copy(
    ['package.json', 'language', 'core', 'functions', 'simulator', 'infra', 'test/support', 'test/language/catalogue'],
    to,
  );

/** Runs a program of ours in a folder: whether it went well, and all that it printed. */
const run = (cwd: string, words: string[]): { ok: boolean; output: string } => {
  const { error, status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', ...words],
    {
      cwd,
      encoding: 'utf8',
    },
  );
  if (error) throw error;
  return { ok: status === 0, output: `${stdout}${stderr}` };
};

/** One command after another, in one process: half of a start is reading the product. */
const COMMANDS = `import { runProgram } from './cli/program.ts';
for (const word of process.argv.slice(1))
  process.exitCode ||= await runProgram([word], { out: console.log, err: console.error });`;

/** Runs commands of `tactful` in a tree. */
export const runTactful = (tree: string, ...commands: string[]) =>
  run(tree, ['--input-type=module', '--eval', COMMANDS, ...commands]);

export const writeDocs = (tree: string) => run(tree, ['language/read/docs/write.ts']);

/** Checks the types of files and folders below a folder. */
export const typeCheck = (folder: string, include: string[]) => {
  const config = {
    extends: resolve('tsconfig.json'),
    compilerOptions: { typeRoots: ['./node_modules/@types'] },
    include,
  };
  put(folder, 'tsconfig.json', JSON.stringify(config));
  // One thread: the other cores are at other tests, and several take twice the time of one together.
  return run(folder, ['node_modules/typescript/bin/tsc', '--noEmit', '--pretty', 'false', '--singleThreaded']);
};

/** Runs test files of a tree; the names of those that failed. */
export const failedTests = (tree: string, files: string[]): string[] => {
  const report = join(tree, 'vitest.json');
  const { output } = run(tree, [
    'node_modules/vitest/vitest.mjs',
    'run',
    ...files,
    '--reporter=json',
    `--outputFile=${report}`,
  ]);
  if (!existsSync(report)) throw new Error(`vitest did not report: ${output}`);
  const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as {
    testResults: { name: string; status: string }[];
  };
  return testResults
    .filter(({ status }) => status !== 'passed')
    .map(({ name }) => name.slice(name.indexOf('/test/') + 1));
};

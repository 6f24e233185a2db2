import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addToy, append, copyCode, copyTree, failedTests, scratchFolder, typeCheck, writeDocs } from './scratch.ts';
import { TOYS } from './toys/all.ts';
import { WORKFLOW } from './toys/workflow.ts';

/** Papers, and tests that no type asks for: who notices that they are missing. */
const NOTICED_BY: Record<string, string> = {
  'docs/language.md': 'test/docs/language.test.ts',
  'docs/gate.md': 'test/core/gate/rows.test.ts',
  'workflows/scenarios/on-holiday.yaml': 'test/core/gate/rows.test.ts',
  'test/core/gate/rows/away.test.ts': 'test/core/gate/rows.test.ts',
  'test/functions/deliver/push.sqs.test.ts': 'test/architecture.test.ts',
};
const isCompiled = (file: string): boolean => NOTICED_BY[file] === undefined;

/** A tree for each toy as it should be, and one for each file of code that may be forgotten. All are compiled at once: libraries are read once. */
const TREES = TOYS.flatMap((toy, number) => [
  { toy, leftOut: undefined, name: `toy-${number}` },
  ...Object.keys(toy.changes)
    .filter(isCompiled)
    .map((leftOut, at) => ({ toy, leftOut, name: `toy-${number}-${at}` })),
]);
const WHOLE = TREES.filter(({ leftOut }) => leftOut === undefined);
const LACKING = TREES.filter(({ leftOut }) => leftOut !== undefined);

const FORGOTTEN = TOYS.flatMap((toy) =>
  Object.keys(toy.changes).flatMap((file) => (isCompiled(file) ? [] : [{ toy, file, test: NOTICED_BY[file] ?? '' }])),
);

/** Tests that have to do with recipes, and those of the toys. */
const TESTS = [
  ...new Set([
    ...Object.values(NOTICED_BY),
    ...TOYS.flatMap(({ changes }) => Object.keys(changes).filter((file) => file.endsWith('.test.ts'))),
    'test/language/read/schemas.test.ts',
    'test/language/read/pages/pages.test.ts',
    'test/language/catalogue/channel.test.ts',
  ]),
];

describe('a file that is left out', () => {
  const folder = scratchFolder();
  const { path } = folder;
  afterAll(folder[Symbol.dispose]);
  let output = '';

  beforeAll(() => {
    for (const { toy, leftOut, name } of TREES) {
      const tree = join(path, name);
      mkdirSync(tree);
      copyCode(tree);
      addToy(tree, toy, [...Object.keys(NOTICED_BY), ...(leftOut === undefined ? [] : [leftOut])]);
    }
    // As in the tree, whatever is there is compiled, imported or not; the kinds of steps declare themselves.
    const roots = TREES.flatMap(({ toy, name }) => [
      `${name}/language/steps/steps.ts`,
      ...Object.keys(toy.changes)
        .filter((file) => isCompiled(file) && existsSync(join(path, name, file)))
        .map((file) => `${name}/${file}`),
    ]);
    ({ output } = typeCheck(path, roots));
  });

  const errorsOf = (tree: string): string[] => output.split('\n').filter((line) => line.startsWith(`${tree}/`));

  it.each(WHOLE)('would have been the only error: $toy.recipe', ({ name }) => {
    expect(errorsOf(name)).toEqual([]);
  });

  it.each(LACKING)('is a compile error: $leftOut', ({ name }) => {
    expect(errorsOf(name)).not.toEqual([]);
  });
});

describe('papers and tests', () => {
  it('are all there: the tests pass, the toys’ own too', () => {
    using folder = scratchFolder();
    copyTree(folder.path);
    for (const toy of TOYS) addToy(folder.path, toy);
    append(folder.path, WORKFLOW);
    writeDocs(folder.path);
    expect(failedTests(folder.path, TESTS)).toEqual([]);
  });

  it.each(FORGOTTEN)('$toy.recipe without $file fails in $test', ({ toy, file, test }) => {
    using folder = scratchFolder();
    copyTree(folder.path);
    addToy(folder.path, toy, [file]);
    writeDocs(folder.path);
    expect(failedTests(folder.path, [test])).toEqual([test]);
  });
});

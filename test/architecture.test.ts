import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

/** DESIGN.md's import table. A path may import what starts with one of its allowed prefixes, and itself. */
interface Rule {
  from: RegExp;
  may: RegExp;
  why: string;
}

const RULES: Rule[] = [
  { from: /^language\/catalogue\//, may: /^language\/catalogue\//, why: 'the catalogue is what run time reads' },
  { from: /^language\/read\//, may: /^language\/(read|catalogue)\//, why: 'read imports the catalogue alone' },
  { from: /^language\/compile\//, may: /^language\/(compile|catalogue)\//, why: 'compile imports the catalogue alone' },
  { from: /^functions\//, may: /^(functions|language\/catalogue)\//, why: 'no YAML parser, no compiler in a bundle' },
  { from: /^simulator\//, may: /^(simulator|language|functions)\//, why: 'the simulator runs functions and language' },
  { from: /^infra\//, may: /^(infra|language)\//, why: 'infra names functions only as bundle entries' },
];

const ADAPTER = /\.(dynamo|ses|sns|sqs|s3|lambda|eventbridge|sfn|secrets|comprehend|bedrock)\.ts$/;
const HANDLER = /\.handler\.ts$/;

interface Import {
  from: string;
  to: string;
}

const importsOf = (file: string, source: string): Import[] =>
  [
    ...source.matchAll(
      /^\s*(?:import|export)\b[^;'"]*?from\s*['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)|^import\s+['"]([^'"]+)['"]/gm,
    ),
  ].map(([, named, dynamic, bare]) => {
    const to = named ?? dynamic ?? bare ?? '';
    return { from: file, to: to.startsWith('.') ? normalize(join(dirname(file), to)) : to };
  });

/** What is wrong with an import; undefined where nothing is. */
const violation = ({ from, to }: Import): string | undefined => {
  const isOurs = /^(language|functions|simulator|infra|test|workflows|console)\//.test(to);
  const rule = RULES.find((one) => one.from.test(from));
  if (isOurs && rule && !rule.may.test(to)) return `${from} imports ${to}: ${rule.why}`;
  if (HANDLER.test(to) && !from.startsWith('test/')) return `${from} imports ${to}: nothing imports a handler`;
  if (from.startsWith('simulator/') && ADAPTER.test(to)) return `${from} imports ${to}: the simulator needs no AWS`;
  const isSdk = to.startsWith('@aws-sdk/') || to.startsWith('@smithy/');
  if (isSdk && from.startsWith('functions/') && !ADAPTER.test(from) && !HANDLER.test(from)) {
    return `${from} imports ${to}: only adapters and handlers know AWS`;
  }
  if (from.startsWith('functions/') && (to === 'yaml' || to === 'commander' || to === 'cli-progress')) {
    return `${from} imports ${to}: not in a bundle`;
  }
  return undefined;
};

const files = globSync('{language,functions,simulator,infra}/**/*.ts');

describe('the architecture', () => {
  it('keeps to the import table', () => {
    const found = files.flatMap((file) => importsOf(file, readFileSync(file, 'utf8')));
    expect(found.length).toBeGreaterThan(300);
    expect(found.flatMap((one) => violation(one) ?? [])).toEqual([]);
  });

  it.each([
    ['functions/gate/gate.ts', 'language/read/duration.ts'],
    ['functions/gate/gate.ts', 'simulator/play.ts'],
    ['functions/gate/gate.ts', '@aws-sdk/client-sesv2'],
    ['functions/gate/gate.ts', 'yaml'],
    ['language/compile/machine.ts', 'language/read/read.ts'],
    ['language/catalogue/event.ts', 'functions/gate/gate.ts'],
    ['simulator/world/world.ts', 'functions/customer/store.dynamo.ts'],
    ['simulator/world/world.ts', 'functions/intake/intake.handler.ts'],
    ['infra/app.ts', 'functions/gate/gate.ts'],
  ])('would not let %s import %s', (from, to) => {
    expect(violation({ from, to })).toBeDefined();
  });

  it('sees every form of import', () => {
    const source =
      "import { a } from './a.ts';\nexport { b } from '../b.ts';\nimport './c.ts';\nconst d = import('./d.ts');\nimport {\n  e,\n} from './e.ts';\n";
    expect(importsOf('functions/x/y.ts', source).map(({ to }) => to)).toEqual([
      'functions/x/a.ts',
      'functions/b.ts',
      'functions/x/c.ts',
      'functions/x/d.ts',
      'functions/x/e.ts',
    ]);
  });

  it('lets no logic read the system clock, chance or the environment', () => {
    const logic = files.filter((file) => /^(functions|language|simulator\/(machine|world|scenario))\//.test(file));
    const impure = /\bDate\.now\(|new Date\(\)|Math\.random\(|process\.env|Temporal\.Now|randomUUID/;
    const found = logic.filter((file) => !HANDLER.test(file) && impure.test(readFileSync(file, 'utf8')));
    expect(found).toEqual([]);
  });
});

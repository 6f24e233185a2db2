import { existsSync, globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cyclesIn } from './support/cycles.ts';
import { type Import, importsOf } from './support/imports.ts';

/** The import table of docs/architecture.md. A path may import what starts with one of its allowed prefixes, and itself. */
interface Rule {
  from: RegExp;
  may: RegExp;
  why: string;
}

const RULES: Rule[] = [
  {
    from: /^language\/(catalogue|expressions)\//,
    may: /^language\/(catalogue|expressions)\//,
    why: 'the catalogue and its expressions are what run time reads',
  },
  {
    from: /^language\/(read|compile|steps|draw|edit)\//,
    may: /^language\//,
    why: 'the language knows none of our other folders',
  },
  {
    from: /^core\//,
    may: /^(core|language\/(catalogue|expressions))\//,
    why: 'what decides is pure, and knows no shell',
  },
  {
    from: /^functions\/api\//,
    may: /^(functions|core|language|simulator)\//,
    why: 'the api checks and plays drafts, and knows no command',
  },
  {
    from: /^functions\/(?!api\/)/,
    may: /^(functions(?!\/api\/)|core|language\/(catalogue|expressions))\//,
    why: 'no YAML parser, no compiler in a bundle',
  },
  {
    from: /^simulator\//,
    may: /^(simulator|language|core|functions)\//,
    why: 'the simulator runs functions and language',
  },
  { from: /^cli\//, may: /^(cli|simulator|language|core|functions)\//, why: 'the command line knows all but infra' },
  {
    from: /^console\/worker\//,
    may: /^(console\/(worker|shared)|language|core|functions|simulator)\//,
    why: 'what checks and plays in the browser knows no page',
  },
  {
    from: /^console\/shared\//,
    may: /^(console\/shared|language|core|functions\/api\/contract)\//,
    why: 'what features share knows none of them, and of the API what goes over the wire',
  },
  {
    from: /^console\/features\//,
    may: /^(console\/(features|shared|worker)|language|core|functions\/api\/contract)\//,
    why: 'a feature knows neither the app nor the API but by its contract',
  },
  {
    from: /^console\//,
    may: /^(console|language|core|functions\/api\/contract)\//,
    why: 'the app puts features together, and asks the API by its contract alone',
  },
  { from: /^infra\//, may: /^(infra|language)\//, why: 'infra names functions only as bundle entries' },
];

const ADAPTER =
  /\.(dynamo|ses|smsvoice|sqs|s3|lambda|eventbridge|sfn|scheduler|secrets|sts|cognito|comprehend|bedrock|cloudformation|connect)\.ts$/;
const HANDLER = /\.handler\.ts$/;

/** The feature of the console that a file belongs to. */
const featureOf = (path: string): string | undefined => /^console\/features\/([^/]+)\//.exec(path)?.[1];

/** What is wrong with an import; undefined where nothing is. */
const violation = ({ from, to }: Import): string | undefined => {
  const isOurs = /^(language|core|functions|simulator|cli|infra|test|workflows|console)\//.test(to);
  const rule = RULES.find((one) => one.from.test(from));
  if (isOurs && rule && !rule.may.test(to)) return `${from} imports ${to}: ${rule.why}`;
  const [feature, other] = [featureOf(from), featureOf(to)];
  if (feature && other && feature !== other) {
    return `${from} imports ${to}: a feature knows no other; what two need is in console/shared`;
  }
  if (HANDLER.test(to) && !from.startsWith('test/')) return `${from} imports ${to}: nothing imports a handler`;
  if (from.startsWith('simulator/') && ADAPTER.test(to)) return `${from} imports ${to}: the simulator needs no AWS`;
  const isSdk = to.startsWith('@aws-sdk/') || to.startsWith('@smithy/');
  if (isSdk && /^(core|functions)\//.test(from) && !ADAPTER.test(from) && !HANDLER.test(from)) {
    return `${from} imports ${to}: only adapters and handlers know AWS`;
  }
  if (/^(core|functions)\//.test(from) && (to === 'yaml' || to === 'commander' || to === 'cli-progress')) {
    return `${from} imports ${to}: not in a bundle`;
  }
  return undefined;
};

const files = globSync('{language,core,functions,simulator,cli,infra,console}/**/*.{ts,tsx}', {
  exclude: ['console/dist/**'],
});

const imports = files.flatMap((file) => importsOf(file, readFileSync(file, 'utf8')));

describe('the architecture', () => {
  it('keeps to the import table', () => {
    expect(imports.length).toBeGreaterThan(300);
    expect(imports.flatMap((one) => violation(one) ?? [])).toEqual([]);
  });

  it('has no cycle of imports, those of types included', () => {
    expect(cyclesIn(imports)).toEqual([]);
  });

  it('sees a cycle, however long, and what leads to it is no part of it', () => {
    const chain = (...path: string[]) => path.slice(1).map((to, at) => ({ from: path[at] ?? '', to }));
    expect(cyclesIn(chain('a', 'b', 'c', 'd'))).toEqual([]);
    expect(cyclesIn([...chain('a', 'c'), ...chain('a', 'b', 'c')])).toEqual([]);
    expect(cyclesIn([...chain('x', 'c', 'b', 'a', 'c'), ...chain('b', 'y')])).toEqual([['a', 'b', 'c']]);
    expect(cyclesIn([...chain('b', 'b'), ...chain('d', 'c', 'd')])).toEqual([['b'], ['c', 'd']]);
  });

  it.each([
    ['core/gate/gate.ts', 'language/read/duration.ts'],
    ['core/gate/gate.ts', 'simulator/play.ts'],
    ['core/gate/gate.ts', '@aws-sdk/client-sesv2'],
    ['core/gate/gate.ts', 'yaml'],
    ['core/gate/gate.ts', 'functions/relay/relay.ts'],
    ['language/compile/machine.ts', 'core/gate/gate.ts'],
    ['language/catalogue/event.ts', 'core/gate/gate.ts'],
    ['simulator/world/world.ts', 'functions/shared/stores/store.dynamo.ts'],
    ['simulator/world/world.ts', 'functions/intake/intake.handler.ts'],
    ['infra/app.ts', 'core/gate/gate.ts'],
    ['console/features/tasks/tasks-page.tsx', 'console/features/customers/customer-page.tsx'],
    ['console/features/tasks/tasks-page.tsx', 'functions/api/api.ts'],
    ['console/features/tasks/tasks-page.tsx', 'simulator/play.ts'],
    ['console/shared/ui/page.tsx', 'console/features/tasks/tasks-page.tsx'],
    ['console/shared/ui/page.tsx', 'console/app/router.tsx'],
    ['console/worker/play.ts', 'console/features/journeys/canvas.tsx'],
    ['console/app/router.tsx', 'functions/deliver/deliver.ts'],
    ['functions/api/api.ts', 'console/shared/ui/page.tsx'],
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

  it('has a test for every adapter of a channel', () => {
    const adapters = files.filter((file) => file.startsWith('functions/deliver/') && ADAPTER.test(file));
    expect(adapters.length).toBeGreaterThan(2);
    expect(adapters.filter((file) => !existsSync(`test/${file.replace(/ts$/, 'test.ts')}`))).toEqual([]);
  });

  it('lets no logic read the system clock, chance or the environment', () => {
    const logic = files.filter((file) => /^(core|functions|language|simulator\/(machine|world|scenario))\//.test(file));
    const impure = /\bDate\.now\(|new Date\(\)|Math\.random\(|process\.env|Temporal\.Now|randomUUID/;
    const impureFiles = logic.filter((file) => !HANDLER.test(file) && impure.test(readFileSync(file, 'utf8')));
    expect(impureFiles).toEqual([]);
  });
});

import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/** What changes the modules, the environment or the folder of every file that comes after in the same worker. */
const LASTING =
  /\bvi\.(mock|doMock|useFakeTimers)\(|\bprocess\.env(\.\w+|\[[^\]]+\]) ?=[^=]|Object\.assign\((process\.env|globalThis)|\bprocess\.chdir\(|\bglobalThis\.\w+ ?=[^=]/;

/** A client that is mocked as a class, a global and a variable of the environment are so for all, until they are put back. */
const isLasting = (source: string): boolean =>
  LASTING.test(source) ||
  (/\bmockClient\([A-Z]/.test(source) && !source.includes('.restore()')) ||
  (/\bvi\.stubGlobal\(/.test(source) && !source.includes('vi.unstubAllGlobals()')) ||
  (/\bvi\.stubEnv\(/.test(source) && !source.includes('vi.unstubAllEnvs()'));

const files = globSync('test/**/*.{test,deep}.ts').filter((file) => file !== 'test/sharing.test.ts');

it('files of tests share a worker, so none changes what another sees', () => {
  expect(files.length).toBeGreaterThan(150);
  expect(files.filter((file) => isLasting(readFileSync(file, 'utf8')))).toEqual([]);
});

it.each([
  "vi.mock('node:fs');",
  "vi.stubEnv('STAGE', 'dev');",
  "vi.stubGlobal('fetch', fake);",
  "process.env.STAGE = 'dev';",
  "process.env['STAGE'] = 'dev';",
  'Object.assign(process.env, { STAGE });',
  "process.chdir('/');",
  'globalThis.fetch = fake;',
  'const lambda = mockClient(LambdaClient);',
])('would see %s', (source) => expect(isLasting(source)).toBe(true));

it.each([
  "expect(process.env.STAGE === 'dev').toBe(true);",
  'mockClient(client);',
  'const lambda = mockClient(LambdaClient);\nafterAll(() => lambda.restore());',
  "vi.stubEnv('STAGE', 'dev');\nafterAll(() => vi.unstubAllEnvs());",
])('would let pass %s', (source) => expect(isLasting(source)).toBe(false));

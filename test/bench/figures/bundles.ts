import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildSync, type Metafile } from 'esbuild';
import { bundle, FUNCTIONS, OPTIONS } from '../../../infra/bundle.ts';
import { loadProject } from '../../../simulator/project.ts';
import { readAtOnce } from '../../support/bundle.ts';
import { ENVIRONMENT } from '../environment.ts';
import { type Figure, median } from '../figure.ts';

const RAW = `
import { DynamoDBClient, GetItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
const dynamo = new DynamoDBClient({});
const ses = new SESv2Client({});
export const handler = async (event) => {
  await dynamo.send(new GetItemCommand(event.get));
  await dynamo.send(new UpdateItemCommand(event.update));
  await ses.send(new SendEmailCommand(event.email));
};`;

const IMPORT =
  'const t = performance.now(); await import(process.argv[1]); console.log(performance.now() - t); process.exit(0);';

/** Median milliseconds to import a module in a new process. */
const importTime = (file: string): number => {
  const once = () =>
    Number(
      execFileSync(process.execPath, ['--input-type=module', '-e', IMPORT, pathToFileURL(file).href], {
        env: { ...process.env, ...ENVIRONMENT },
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      }).trim(),
    );
  return median(Array.from({ length: 9 }, once));
};

/** KiB of the files that an import reads. */
const size = (metafile: Metafile): number => readAtOnce(metafile).reduce((sum, { bytes }) => sum + bytes, 0) / 1024;

/** Three raw SDK calls in one file, built by the options of our functions. */
const buildRaw = (folder: string): { file: string; metafile: Metafile } => {
  const source = join(folder, 'raw.ts');
  writeFileSync(source, RAW);
  const { metafile } = buildSync({
    ...OPTIONS,
    entryPoints: [{ in: source, out: 'index' }],
    outdir: join(folder, 'raw'),
    nodePaths: ['node_modules'],
  });
  return { file: join(folder, 'raw/index.mjs'), metafile };
};

/** Size and import time of each function's bundle, beside three raw SDK calls. */
export const bundleFigures = async (): Promise<Figure[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'tactful-bench-'));
  try {
    const raw = buildRaw(folder);
    const { catalogue } = await loadProject('workflows');
    const { folderOf, metafileOf } = bundle(join(folder, 'functions'), catalogue);
    const [rawTime, rawSize] = [importTime(raw.file), size(raw.metafile)];
    return FUNCTIONS.flatMap((name): Figure[] => {
      const time = importTime(join(folderOf(name), 'index.mjs'));
      const what = 'three raw SDK calls';
      return [
        {
          figure: `import of ${name}`,
          value: time,
          unit: 'ms',
          reference: { what, value: rawTime },
          ratio: time / rawTime,
          aim: 'at most 1.5 times',
          met: time / rawTime <= 1.5,
        },
        {
          figure: `size of ${name}`,
          value: size(metafileOf(name)),
          unit: 'KiB',
          reference: { what, value: rawSize },
          ratio: size(metafileOf(name)) / rawSize,
          aim: 'reported',
        },
      ];
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
};

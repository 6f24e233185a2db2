import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Metafile } from 'esbuild';
import { bundle } from '../../../infra/bundle.ts';
import { loadProject } from '../../../simulator/project.ts';
import { readAtOnce } from '../../support/bundle.ts';
import { openLoopback } from '../cold/loopback.ts';
import { NOW, ordinary } from '../cold/ordinary.ts';
import { buildRaw, RAW_EVENT } from '../cold/raw.ts';
import { ENVIRONMENT, MEASURED } from '../environment.ts';
import { type Figure, median } from '../figure.ts';
import type { Part } from '../parts.ts';

const ROUNDS = 21;
const RAW = 'three raw SDK calls';

interface Subject {
  name: string;
  file: string;
  metafile: Metafile;
  /** Null where only the import is measured. */
  event: unknown;
}

interface Start {
  imported: number;
  answered: number;
  answer?: { outcome?: string; batchItemFailures?: unknown[] } | null;
}

/** KiB of the files that an import reads. */
const size = (metafile: Metafile): number => readAtOnce(metafile).reduce((sum, { bytes }) => sum + bytes, 0) / 1024;

/** Starts each in a new process, taking turns, and answers the medians by name. */
const startAll = async (subjects: Subject[], folder: string, endpoint: string): Promise<Record<string, Start>> => {
  const env = {
    ...{ ...process.env, ...ENVIRONMENT, AWS_ENDPOINT_URL: endpoint, POWERTOOLS_TRACE_ENABLED: 'false' },
    // The client of a queue asks at the queue's own address.
    ...{ DUE_QUEUE_URL: `${endpoint}/due`, LATER_QUEUE_URL: `${endpoint}/later` },
    ...{ AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test' },
  };
  const starts = new Map<string, Start[]>(subjects.map(({ name }) => [name, []]));
  for (let round = 0; round < ROUNDS; round++) {
    for (const { name, file, event } of subjects) {
      const eventFile = join(folder, 'event.json');
      writeFileSync(eventFile, JSON.stringify(event));
      const arguments_ = ['test/bench/cold/start.ts', file, eventFile, String(NOW)];
      const { stdout } = await promisify(execFile)(process.execPath, arguments_, { env });
      const start = JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Start;
      const { outcome, batchItemFailures = [] } = start.answer ?? {};
      if (batchItemFailures.length > 0 || (name === 'deliver' && outcome !== 'sent')) {
        throw new Error(`${name} answered ${JSON.stringify(start.answer)}.`);
      }
      starts.get(name)?.push(start);
    }
  }
  const middle = (all: Start[]): Start => ({
    imported: median(all.map(({ imported }) => imported)),
    answered: median(all.map(({ answered }) => answered)),
  });
  return Object.fromEntries([...starts].map(([name, all]) => [name, middle(all)]));
};

const figuresOf = (subject: Subject, raw: Subject, starts: Record<string, Start>): Figure[] => {
  const { name, metafile, event } = subject;
  const [ours, theirs] = [starts[name], starts[RAW]] as [Start, Start];
  const beside = (figure: string, value: number, reference: number, unit: string) => ({
    ...{ figure, value, unit, reference: { what: RAW, value: reference }, ratio: value / reference },
  });
  const ratio = ours.imported / theirs.imported;
  return [
    {
      ...beside(`import of ${name}`, ours.imported, theirs.imported, 'ms'),
      aim: 'at most 1.5 times',
      met: ratio <= 1.5,
    },
    ...(event === null
      ? []
      : [{ ...beside(`· first answer of ${name}`, ours.answered, theirs.answered, 'ms'), aim: 'reported' }]),
    { ...beside(`· size of ${name}`, size(metafile), size(raw.metafile), 'KiB'), aim: 'reported' },
  ];
};

/** What each function's bundle takes to be imported, and to have answered an ordinary event, beside three raw SDK calls. */
export const bundleFigures: Part = async ({ tell }): Promise<Figure[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'tactful-bench-'));
  const { catalogue } = await loadProject('workflows');
  const { item, events } = await ordinary(catalogue);
  const { endpoint, close } = await openLoopback(item, catalogue);
  try {
    const { folderOf, metafileOf } = bundle(join(folder, 'functions'), { files: [] });
    const raw = { name: RAW, event: RAW_EVENT, ...buildRaw(folder) };
    const subjects = MEASURED.map((name): Subject => {
      const file = join(folderOf(name), 'index.mjs');
      return { name, file, metafile: metafileOf(name), event: events[name] ?? null };
    });
    tell(`${ROUNDS} cold starts of each function`);
    const starts = await startAll([raw, ...subjects], folder, endpoint);
    return subjects.flatMap((subject) => figuresOf(subject, raw, starts));
  } finally {
    close();
    rmSync(folder, { recursive: true });
  }
};

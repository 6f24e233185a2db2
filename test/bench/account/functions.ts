import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundle } from '../../../infra/bundle.ts';
import { ENVIRONMENT } from '../environment.ts';
import type { Call } from './call.ts';
import type { Wire } from './open-wire.ts';

/** The functions that carry journeys. */
const CARRYING = ['intake', 'deliver', 'advance', 'relay', 'census', 'effects'] as const;
export type Carrying = (typeof CARRYING)[number];

export interface Invocation {
  answer: unknown;
  calls: Call[];
  /** Of the function's own thread, in milliseconds. */
  processor: number;
  /** What it logged, figures included. */
  logged: number;
}

type Handler = (event: unknown, context: unknown) => Promise<unknown>;

const QUIET = { POWERTOOLS_TRACE_ENABLED: 'false', AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '512' };

interface Deployed {
  /** A folder for the bundles. */
  out: string;
  wire: Wire;
  tables: { customers: string; records: string };
}

/** The bundles as they are deployed, in this process. The clock is whatever `Date` says. */
export const deployFunctions = async ({ out, wire, tables }: Deployed) => {
  Object.assign(process.env, ENVIRONMENT, QUIET, {
    AWS_ENDPOINT_URL: wire.endpoint,
    // Where the tables are: the database keeps them apart by region.
    AWS_REGION: 'local',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    DUE_QUEUE_URL: `${wire.endpoint}/due`,
    LATER_QUEUE_URL: `${wire.endpoint}/later`,
    REJECTS_QUEUE_URL: `${wire.endpoint}/rejects`,
    CUSTOMERS_TABLE: tables.customers,
    RECORDS_TABLE: tables.records,
  });
  const { folderOf } = bundle(out, { files: [] });
  const handlers = new Map<Carrying, Handler>();
  for (const name of CARRYING) {
    const { handler } = await import(pathToFileURL(join(folderOf(name), 'index.mjs')).href);
    handlers.set(name, handler as Handler);
  }
  let requests = 0;

  return async (name: Carrying, event: unknown): Promise<Invocation> => {
    const context = { functionName: name, awsRequestId: `request-${++requests}`, memoryLimitInMB: '512' };
    const { write } = process.stdout;
    let logged = 0;
    process.stdout.write = ((text: string) => {
      logged += Buffer.byteLength(text);
      return true;
    }) as typeof write;
    const before = process.threadCpuUsage();
    try {
      const answer = await handlers.get(name)?.(event, context);
      const { user, system } = process.threadCpuUsage(before);
      return { answer, processor: (user + system) / 1000, logged, calls: await wire.take() };
    } finally {
      process.stdout.write = write;
    }
  };
};

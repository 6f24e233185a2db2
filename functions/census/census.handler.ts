import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { shardOf } from '../shared/handler/batch.ts';
import { CALL_WITH_RETRIES } from '../shared/handler/clients.ts';
import { startFunction } from '../shared/handler/start.ts';
import { createPause } from '../shared/pause.ts';
import { createDynamoAskersIndex } from './askers.dynamo.ts';
import { createCensus } from './census.ts';
import { createDynamoDirectoryIndex } from './directory.dynamo.ts';
import { countEntry } from './figures.ts';
import { createDynamoLedger } from './ledger.dynamo.ts';
import { createDynamoPeopleIndex } from './people.dynamo.ts';
import { createDynamoQueueIndex } from './queue.dynamo.ts';
import { readCommits } from './schema.ts';

const { env, log, metrics, traced, wrap } = startFunction(
  'census',
  process.env,
  z.object({ STAGE: z.string(), RECORDS_TABLE: z.string() }),
);
const pause = createPause(Math.random);
const client = traced(new DynamoDBClient(CALL_WITH_RETRIES));
const records = { client, table: env.RECORDS_TABLE, pause };

const census = createCensus({
  ledger: createDynamoLedger({ ...records, now: Date.now }),
  people: createDynamoPeopleIndex(records),
  queue: createDynamoQueueIndex(records),
  directory: createDynamoDirectoryIndex(records),
  askers: createDynamoAskersIndex(records),
  onEntry: (entry) => countEntry(entry, metrics.count),
});

const report = (sequenceNumber: string, error: Error): void => {
  log.error('A commit cannot be read, and is not counted.', { sequenceNumber, error });
  metrics.count('ItemsUnreadable');
};

/** Counts what a shard of the customers' stream brings: all of it, or it comes again. A window has nothing to remember: Records has it. */
export const handler = wrap(async (event) => {
  const { shard, items } = shardOf(event);
  await census(shard, readCommits(items, report));
  return { state: {} };
});

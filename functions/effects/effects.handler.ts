import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SFNClient } from '@aws-sdk/client-sfn';
import * as z from 'zod';
import { createDynamoTokens } from '../advance/tokens.dynamo.ts';
import { eachMessage } from '../shared/handler/batch.ts';
import { PATIENT } from '../shared/handler/clients.ts';
import { readEnvironment } from '../shared/handler/environment.ts';
import { createLog } from '../shared/handler/log.ts';
import { createTally } from '../shared/handler/tally.ts';
import { wrap } from '../shared/handler/wrap.ts';
import { createPause } from '../shared/pause.ts';
import { createDynamoEraser } from '../shared/stores/held.dynamo.ts';
import { createDynamoStore } from '../shared/stores/store.dynamo.ts';
import { createEffects, MachineNotDeployed } from './effects.ts';
import { createErase } from './erase.ts';
import { createSfnMachines, MachinesBusy } from './machines.sfn.ts';
import { Effect } from './schema.ts';

const Environment = z.object({
  STAGE: z.string(),
  CUSTOMERS_TABLE: z.string(),
  RECORDS_TABLE: z.string(),
  MACHINE_ARN_PREFIX: z.string(),
});

const env = readEnvironment(Environment, process.env);
const log = createLog('effects');
const tally = createTally(env.STAGE);
const dynamo = new DynamoDBClient(PATIENT);
const sfn = new SFNClient(PATIENT);

const store = createDynamoStore({ client: dynamo, table: env.CUSTOMERS_TABLE });

const perform = createEffects({
  machines: createSfnMachines({ client: sfn, machineArnPrefix: env.MACHINE_ARN_PREFIX }),
  tokens: createDynamoTokens({ client: dynamo, table: env.RECORDS_TABLE, now: Date.now }),
  load: store.load,
  now: Date.now,
  erase: createErase({
    store,
    held: createDynamoEraser({ client: dynamo, table: env.RECORDS_TABLE, pause: createPause(Math.random) }),
  }),
});

/** Starts and resumes machines, and removes what is left of whom an operator erased. */
export const handler = wrap(
  eachMessage(log, async (body) => {
    try {
      await perform(Effect.parse(JSON.parse(body)));
      tally.count('Done');
    } catch (error) {
      if (error instanceof MachineNotDeployed || error instanceof MachinesBusy) tally.count('Waiting');
      throw error;
    }
  }),
  { service: 'effects', env: process.env, log, tally, clients: [dynamo, sfn] },
);

import { createDynamoAskersIndex } from '../../functions/census/askers.dynamo.ts';
import { createDynamoDirectoryIndex } from '../../functions/census/directory.dynamo.ts';
import { createDynamoLedger } from '../../functions/census/ledger.dynamo.ts';
import { createDynamoPeopleIndex } from '../../functions/census/people.dynamo.ts';
import { createDynamoQueueIndex } from '../../functions/census/queue.dynamo.ts';
import { createDynamoRejectionCounter } from '../../functions/census/rejections.dynamo.ts';
import { createDynamoAskers } from '../../functions/shared/stores/askers.dynamo.ts';
import { createDynamoCounts } from '../../functions/shared/stores/counts.dynamo.ts';
import { createDynamoCrowds } from '../../functions/shared/stores/crowds.dynamo.ts';
import { createDynamoDirectory } from '../../functions/shared/stores/directory.dynamo.ts';
import { createDynamoPeople } from '../../functions/shared/stores/people.dynamo.ts';
import { createDynamoQueue } from '../../functions/shared/stores/queue.dynamo.ts';
import { createDynamoUpcoming } from '../../functions/shared/stores/upcoming.dynamo.ts';
import { censusContract } from '../functions/census/census.contract.ts';
import { T0 } from '../support/customer.ts';
import { newRecords } from '../support/tables.ts';
import { openDatabase } from './database.ts';

const { client } = openDatabase();
const pause = async () => {};

censusContract('DynamoDB, on a real database,', async (load) => {
  const deps = { client, table: await newRecords(client), pause };
  return {
    ledger: createDynamoLedger({ ...deps, now: () => T0 }),
    people: createDynamoPeopleIndex(deps),
    queue: createDynamoQueueIndex(deps),
    directory: createDynamoDirectoryIndex(deps),
    askers: createDynamoAskersIndex(deps),
    rejections: createDynamoRejectionCounter(deps),
    read: {
      counts: createDynamoCounts(deps),
      people: createDynamoPeople(deps),
      upcoming: createDynamoUpcoming(deps),
      queue: createDynamoQueue(deps),
      crowds: createDynamoCrowds(deps),
      directory: createDynamoDirectory({ ...deps, load }),
      askers: createDynamoAskers(deps),
    },
  };
});

import { keyOf } from '../shared/stores/census-rows.dynamo.ts';
import { queueKey, queueRow } from '../shared/stores/queue.dynamo.ts';
import { createRowWriter, type RowsDeps } from './people.dynamo.ts';
import type { QueueIndex } from './ports.ts';

/** Lists of work for people, in Records. */
export const createDynamoQueueIndex = (deps: RowsDeps): QueueIndex => {
  const write = createRowWriter(deps);
  return {
    write: ({ gone, come }) =>
      write([
        ...gone.map((place) => ({ DeleteRequest: { Key: keyOf(queueKey(place)) } })),
        ...come.map(({ place, work }) => ({ PutRequest: { Item: queueRow(work, place) } })),
      ]),
  };
};

import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';

export interface Used {
  calls: number;
  read: number;
  write: number;
}

const READS = new Set(['GetItemCommand', 'QueryCommand']);
const WRITES = new Set(['UpdateItemCommand', 'PutItemCommand', 'DeleteItemCommand', 'BatchWriteItemCommand']);

type Consumed = { CapacityUnits?: number | undefined };

const unitsOf = ({ ConsumedCapacity }: { ConsumedCapacity?: Consumed | Consumed[] }): number =>
  [ConsumedCapacity ?? []].flat().reduce((sum, { CapacityUnits = 0 }) => sum + CapacityUnits, 0);

/** Has every call of a client tell the capacity units that it used, and counts them. A refused write tells none. */
export const countCapacity = (client: DynamoDBClient): Used => {
  const usage: Used = { calls: 0, read: 0, write: 0 };
  client.middlewareStack.add(
    (next, { commandName = '' }) =>
      async (args) => {
        const isWrite = WRITES.has(commandName);
        if (!isWrite && !READS.has(commandName)) return next(args);
        usage.calls++;
        const result = await next({
          ...args,
          input: { ...args.input, ReturnConsumedCapacity: 'TOTAL' },
        } as typeof args);
        usage[isWrite ? 'write' : 'read'] += unitsOf(result.output as Parameters<typeof unitsOf>[0]);
        return result;
      },
    { step: 'initialize' },
  );
  return usage;
};

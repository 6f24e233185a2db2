import { inject } from 'vitest';
import { clientOf } from '../support/dynamodb-local.ts';

/** A client of the database that the run started, which counts the capacity units that its calls used. */
export const countingClient = () => {
  const client = clientOf(inject('endpoint'));
  const used = { read: 0, write: 0, calls: 0 };
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const isWrite = context.commandName === 'UpdateItemCommand';
      if (!isWrite && context.commandName !== 'GetItemCommand') return next(args);
      const result = await next({ ...args, input: { ...args.input, ReturnConsumedCapacity: 'TOTAL' } } as typeof args);
      const units =
        (result.output as { ConsumedCapacity?: { CapacityUnits?: number } }).ConsumedCapacity?.CapacityUnits ?? 0;
      used[isWrite ? 'write' : 'read'] += units;
      used.calls++;
      return result;
    },
    { step: 'initialize' },
  );
  return { client, used };
};

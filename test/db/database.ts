import { inject } from 'vitest';
import { countCapacity } from '../support/capacity.ts';
import { clientOf } from '../support/dynamodb-local.ts';

/** A client of the database that the run started, and the capacity units that its calls used. */
export const openDatabase = () => {
  const client = clientOf(inject('endpoint'));
  return { client, usage: countCapacity(client) };
};

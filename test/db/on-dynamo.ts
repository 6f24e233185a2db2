import { isDeepStrictEqual } from 'node:util';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { CustomerState } from '../../core/customer/model/state.ts';
import { createDynamoStore } from '../../functions/shared/stores/store.dynamo.ts';
import type { Catalogue } from '../../language/catalogue/catalogue.ts';
import { catalogue as standard } from '../support/catalogue.ts';
import { oneCustomer } from '../support/customer.ts';
import { newCustomers } from '../support/tables.ts';

export const WRITERS = Array.from({ length: 16 }, (_, writer) => writer);

/** One customer on a real table of their own; `inOrder` are all commits as its stream would carry them, each once. */
export const onDynamo = async (client: DynamoDBClient, catalogue: Catalogue = standard()) => {
  const commits = new Map<number, CustomerState>();
  const store = createDynamoStore({ client, table: await newCustomers(client) });
  const ada = oneCustomer(catalogue, {}, (onCommit) => ({
    load: store.load,
    commit: async (state) => {
      const result = await store.commit(state);
      const previous = commits.get(state.version);
      if (!result.committed || isDeepStrictEqual(previous, state)) return result;
      // Two writers that come to the very same item count as one; else a version was written over.
      if (previous) throw new Error(`Version ${state.version} was committed twice.`);
      commits.set(state.version, structuredClone(state));
      onCommit(state);
      return result;
    },
  }));
  const inOrder = () => [...commits.values()].toSorted((a, b) => a.version - b.version);
  return { ada, inOrder };
};

/** Lets all writers go at once; each round another of them is first. */
export const atOnce = <Answer>(round: number, writers: (() => Promise<Answer>)[]): Promise<Answer[]> => {
  const first = round % writers.length;
  return Promise.all([...writers.slice(first), ...writers.slice(0, first)].map((write) => write()));
};

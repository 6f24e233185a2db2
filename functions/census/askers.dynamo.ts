import { askerKey, keyOf } from '../shared/stores/census-rows.dynamo.ts';
import { createRowWriter } from './people.dynamo.ts';
import type { AskersIndex } from './ports.ts';

/** Who asked for what, in Records. */
export const createDynamoAskersIndex = (deps: Parameters<typeof createRowWriter>[0]): AskersIndex => {
  const write = createRowWriter(deps);
  return {
    write: ({ gone, come }) =>
      write([
        ...gone.map((one) => ({ DeleteRequest: { Key: keyOf(askerKey(one)) } })),
        ...come.map((one) => ({ PutRequest: { Item: { ...keyOf(askerKey(one)), customer: { S: one.customer } } } })),
      ]),
  };
};

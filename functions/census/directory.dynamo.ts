import { DeleteItemCommand, type DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { Pause } from '../shared/pause.ts';
import { entryKey, keyOf, listKey } from '../shared/stores/census-rows.dynamo.ts';
import { readEntries } from '../shared/stores/directory-entries.dynamo.ts';
import { type Entry, entriesOf, wordsKnown } from '../shared/stores/directory-keys.ts';
import { createRowWriter } from './people.dynamo.ts';
import type { DirectoryIndex } from './ports.ts';

interface DynamoDirectoryDeps {
  client: DynamoDBClient;
  /** Records. */
  table: string;
  pause: Pause;
}

const union = (one: readonly Entry[], other: readonly Entry[]): Entry[] => [
  ...new Map([...one, ...other].map((entry) => [`${entry.by} ${entry.key}`, entry])).values(),
];

/**
 * Who is known by what, in Records. All entries of a customer are listed beside them, those that are about to be written too:
 * whatever fails midway, each can be taken away.
 */
export const createDynamoDirectoryIndex = (deps: DynamoDirectoryDeps): DirectoryIndex => {
  const { client, table } = deps;
  const write = createRowWriter(deps);
  const list = async (customer: string, entries: Entry[], at: number): Promise<void> => {
    const key = keyOf(listKey(customer));
    const item = { ...key, entries: { S: JSON.stringify(entries) }, at: { N: String(at) } };
    if (entries.length > 0) await client.send(new PutItemCommand({ TableName: table, Item: item }));
    else await client.send(new DeleteItemCommand({ TableName: table, Key: key }));
  };
  return {
    file: async (customer, attributes, at) => {
      const { entries: before } = await readEntries(deps, customer);
      const entries = entriesOf(attributes);
      const all = union(before, entries);
      const gone = all.filter((one) => !entries.some(({ by, key }) => by === one.by && key === one.key));
      if (all.length > before.length) await list(customer, all, at);
      const words = { S: JSON.stringify(wordsKnown(attributes)) };
      await write([
        ...gone.map((entry) => ({ DeleteRequest: { Key: keyOf(entryKey(entry, customer)) } })),
        ...entries.map((entry) => ({
          PutRequest: { Item: { ...keyOf(entryKey(entry, customer)), customer: { S: customer }, words } },
        })),
      ]);
      if (gone.length > 0) await list(customer, entries, at);
    },
  };
};

import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { parseJson } from '../parse-json.ts';
import { keyOf, listKey } from './census-rows.dynamo.ts';
import type { Entry } from './directory-keys.ts';
import type { TableDeps } from './query-all.dynamo.ts';

const Entries = z.array(z.object({ by: z.enum(['email', 'phone', 'name']), key: z.string() }));

/** All entries of a customer in the directory, and since when, in milliseconds. */
export const readEntries = async (
  { client, table }: TableDeps,
  customer: string,
): Promise<{ entries: Entry[]; at: number }> => {
  const command = new GetItemCommand({ TableName: table, Key: keyOf(listKey(customer)), ConsistentRead: true });
  const { Item } = await client.send(command);
  const entries = Item?.entries?.S === undefined ? [] : Entries.parse(parseJson(Item.entries.S));
  return { entries, at: Number(Item?.at?.N ?? 0) };
};

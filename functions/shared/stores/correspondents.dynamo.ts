import { createHmac } from 'node:crypto';
import { type DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { plainAddress } from '../../../core/customer/model/address-mark.ts';
import { DAY } from '../../../language/catalogue/milliseconds.ts';
import type { Correspondents } from './correspondents.ts';

interface CorrespondentsDeps {
  client: DynamoDBClient;
  /** Records. */
  table: string;
  /** Hashes numbers. */
  key: () => Promise<string>;
  now: () => number;
}

/** Numbers come to belong to others: what is older than this says nothing of who answers. */
const LASTS = 180 * DAY;

const SORT = { S: 'last' };

/** In Records: one for each number, by a keyed hash of it. Who was written to last is whose the next answer is. */
export const createDynamoCorrespondents = ({ client, table, key, now }: CorrespondentsDeps): Correspondents => {
  const partitionOf = async (number: string) => {
    const text = JSON.stringify(['correspondent', plainAddress(number)]);
    const hash = createHmac('sha256', await key())
      .update(text)
      .digest('hex');
    return { S: `correspondent#${hash.slice(0, 40)}` };
  };
  return {
    remember: async (number, { customer, decision }) => {
      const ttl = { N: String(Math.ceil((now() + LASTS) / 1000)) };
      const item = {
        pk: await partitionOf(number),
        sk: SORT,
        customer: { S: customer },
        decision: { S: decision },
        ttl,
      };
      await client.send(new PutItemCommand({ TableName: table, Item: item }));
    },
    find: async (number) => {
      const command = new GetItemCommand({
        TableName: table,
        Key: { pk: await partitionOf(number), sk: SORT },
        ConsistentRead: true,
      });
      const { Item: { customer, decision, ttl } = {} } = await client.send(command);
      // A record whose time is over may lie there for days.
      if (customer?.S === undefined || decision?.S === undefined || Number(ttl?.N) * 1000 <= now()) return undefined;
      return { customer: customer.S, decision: decision.S };
    },
  };
};

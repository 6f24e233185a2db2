import { type DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { ShortLinks } from './short-links.ts';

interface ShortLinksDeps {
  client: DynamoDBClient;
  /** Records. */
  table: string;
  /** `link`: of a text; `reply`: of an address that answers go to. */
  kind: 'link' | 'reply';
  now: () => number;
}

const keyOf = (kind: string, code: string) => ({ pk: { S: `${kind}#${code}` }, sk: { S: 'target' } });

/** In Records, one for each code, until the link is no good any more. What it stands for is sealed: nobody is named here. */
export const createDynamoShortLinks = ({ client, table, kind, now }: ShortLinksDeps): ShortLinks => ({
  keep: async ({ code, target, until }) => {
    const item = { ...keyOf(kind, code), target: { S: target }, ttl: { N: String(Math.ceil(until / 1000)) } };
    await client.send(new PutItemCommand({ TableName: table, Item: item }));
  },
  find: async (code) => {
    const { Item: { target, ttl } = {} } = await client.send(
      new GetItemCommand({ TableName: table, Key: keyOf(kind, code), ConsistentRead: true }),
    );
    // A record whose time is over may lie there for days.
    return Number(ttl?.N) * 1000 > now() ? target?.S : undefined;
  },
});

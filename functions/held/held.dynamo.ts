import { type AttributeValue, type DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb';
import type { Held, Shelf } from './held.ts';

interface HeldDeps {
  client: DynamoDBClient;
  table: string;
}

/** Where in Records each kind is: the beginning of its key, and the attribute with the record as JSON. */
const PLACES: Record<Shelf, { kind: string; attribute: string }> = {
  timeline: { kind: 'customer', attribute: 'entry' },
  messages: { kind: 'inbox', attribute: 'message' },
};

/** What Records holds of a customer. A page is what one query answers: a megabyte at most. */
export const createDynamoHeld = ({ client, table }: HeldDeps): Held => ({
  page: async (customer, shelf, after) => {
    const { kind, attribute } = PLACES[shelf];
    const pk: AttributeValue = { S: `${kind}#${customer}` };
    const { Items = [], LastEvaluatedKey } = await client.send(
      new QueryCommand({
        TableName: table,
        ConsistentRead: true,
        KeyConditionExpression: '#pk = :customer',
        ExpressionAttributeNames: { '#pk': 'pk' },
        ExpressionAttributeValues: { ':customer': pk },
        ...(after === undefined ? {} : { ExclusiveStartKey: { pk, sk: { S: after } } }),
      }),
    );
    const items = Items.flatMap((item) => (item[attribute]?.S === undefined ? [] : [JSON.parse(item[attribute].S)]));
    const next = LastEvaluatedKey?.sk?.S;
    return { items, ...(next === undefined ? {} : { next }) };
  },
});

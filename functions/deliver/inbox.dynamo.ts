import { ConditionalCheckFailedException, type DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { ChannelAdapter } from './channel.ts';
import { receiptOf } from './receipt.ts';

interface InboxDeps {
  client: DynamoDBClient;
  table: string;
  now: () => number;
  report: (error: unknown) => void;
}

/** The inbox in Records. A message that is there already stays as it is, so a repeat is accepted too. */
export const createDynamoInbox = ({ client, table, now, report }: InboxDeps): ChannelAdapter => ({
  send: async ({ id, customer, journey, moment, purpose, topic, subject, text, html, asks }) => {
    const message = {
      id,
      journey,
      moment,
      purpose,
      topic,
      subject,
      text,
      html,
      asks,
      at: new Date(now()).toISOString(),
    };
    try {
      await client.send(
        new PutItemCommand({
          TableName: table,
          Item: { pk: { S: `inbox#${customer}` }, sk: { S: id }, message: { S: JSON.stringify(message) } },
          ConditionExpression: 'attribute_not_exists(#pk)',
          ExpressionAttributeNames: { '#pk': 'pk' },
        }),
      );
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) {
        report(error);
        return receiptOf(error, { refused: ['ItemCollectionSizeLimitExceededException', 'ValidationException'] });
      }
    }
    return { result: 'accepted', reference: id };
  },
});

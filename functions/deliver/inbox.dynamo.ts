import { ConditionalCheckFailedException, type DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { inboxMessageOf } from '../shared/inbox-message.ts';
import { inboxRow } from '../shared/stores/inbox-rows.dynamo.ts';
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
  send: async (message) => {
    const { id, customer } = message;
    try {
      await client.send(
        new PutItemCommand({
          TableName: table,
          Item: inboxRow(customer, inboxMessageOf(message, now())),
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

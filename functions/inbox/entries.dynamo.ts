import { ConditionalCheckFailedException, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { inboxEntryOf, inboxKey, inboxPartition, MARK_ATTRIBUTES } from '../shared/stores/inbox-rows.dynamo.ts';
import { queryAll, type TableDeps } from '../shared/stores/query-all.dynamo.ts';
import type { InboxEntries } from './entries.ts';

/** The inboxes in Records. */
export const createDynamoEntries = (deps: TableDeps): InboxEntries => ({
  of: async (customer) => (await queryAll(deps, inboxPartition(customer))).map(inboxEntryOf),
  mark: async (customer, id, mark, at) => {
    try {
      await deps.client.send(
        new UpdateItemCommand({
          TableName: deps.table,
          Key: inboxKey(customer, id),
          UpdateExpression: 'SET #mark = :at',
          // What went meanwhile must not come back as a row without a message.
          ConditionExpression: 'attribute_exists(#pk) AND attribute_not_exists(#mark)',
          ExpressionAttributeNames: { '#pk': 'pk', '#mark': MARK_ATTRIBUTES[mark] },
          ExpressionAttributeValues: { ':at': { S: at } },
        }),
      );
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
    }
  },
});

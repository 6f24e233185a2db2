import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { type InboxEntry, InboxMessage, type Mark } from '../inbox-message.ts';

/** Where in Records a customer's inbox is. */
export const inboxPartition = (customer: string): string => `inbox#${customer}`;

/** The place of a message in it, the same however often it is written. */
export const inboxKey = (customer: string, id: string): Record<string, AttributeValue> => ({
  pk: { S: inboxPartition(customer) },
  sk: { S: id },
});

/** Beside the message, so that what was written stays as it is. */
export const MARK_ATTRIBUTES = { read: 'readAt', dismissed: 'dismissedAt' } as const satisfies Record<Mark, string>;

/** A row of the inbox. DynamoDB takes it away some time after its last instant. */
export const inboxRow = (customer: string, message: InboxMessage): Record<string, AttributeValue> => ({
  ...inboxKey(customer, message.id),
  message: { S: JSON.stringify(message) },
  ...(message.until !== undefined && { ttl: { N: String(Math.ceil(Date.parse(message.until) / 1000)) } }),
});

/** What a customer did with a message, as its row says. */
export const marksOf = (row: Record<string, AttributeValue>): Pick<InboxEntry, 'readAt' | 'dismissedAt'> => {
  const { readAt, dismissedAt } = row;
  return {
    ...(readAt?.S !== undefined && { readAt: readAt.S }),
    ...(dismissedAt?.S !== undefined && { dismissedAt: dismissedAt.S }),
  };
};

/** The entry in a row. Throws what zod does where it is none. */
export const inboxEntryOf = (row: Record<string, AttributeValue>): InboxEntry => ({
  ...InboxMessage.parse(JSON.parse(row.message?.S ?? '{}')),
  ...marksOf(row),
});

import {
  type AttributeValue,
  ConditionalCheckFailedException,
  type DynamoDBClient,
  PutItemCommand,
  QueryCommand,
} from '@aws-sdk/client-dynamodb';
import { DAY } from '../../../language/catalogue/milliseconds.ts';
import { AUDIT_PAGE, AuditLine, type AuditLog, type AuditQuery, auditedSubject, auditLine } from './audit-log.ts';

interface DynamoAuditDeps {
  client: DynamoDBClient;
  table: string;
  /** Hashes customers' ids. */
  key: () => Promise<string>;
  /** For how many days lines are kept. */
  days: number;
  now: () => number;
}

/** Queries for one page: where few lines are about the subject asked for, the page ends early and says where it goes on. */
const MOST_QUERIES = 10;

const yearOf = (at: number): number => new Date(at).getUTCFullYear();

const textOf = ({ kind, id }: { kind: string; id: string }): string => `${kind}#${id}`;

/** The log in a table of its own: a partition for each year, a line sorted by its time. */
export const createDynamoAuditLog = ({ client, table, key, days, now }: DynamoAuditDeps): AuditLog => {
  const queryYear = async (year: string, before: string | undefined, { count = AUDIT_PAGE, about }: AuditQuery) => {
    const subject = about && textOf(auditedSubject(about.kind === 'customer' ? await key() : '', about));
    const { Items = [], LastEvaluatedKey } = await client.send(
      new QueryCommand({
        TableName: table,
        KeyConditionExpression: '#pk = :year',
        ScanIndexForward: false,
        // Those that are left out count too, so of one subject's lines as many are read as one query can.
        ...(subject === undefined ? { Limit: count } : { FilterExpression: '#subject = :subject' }),
        ExpressionAttributeNames: { '#pk': 'pk', ...(subject !== undefined && { '#subject': 'subject' }) },
        ExpressionAttributeValues: {
          ':year': { S: year },
          ...(subject !== undefined && { ':subject': { S: subject } }),
        },
        ...(before !== undefined && { ExclusiveStartKey: { pk: { S: year }, sk: { S: before } } }),
      }),
    );
    return { found: Items, last: LastEvaluatedKey?.sk?.S };
  };

  return {
    append: async (act) => {
      const line = auditLine(await key(), act);
      const { at, id, subject } = line;
      const item: Record<string, AttributeValue> = {
        pk: { S: at.slice(0, 4) },
        sk: { S: `${at}#${id}` },
        line: { S: JSON.stringify(line) },
        ttl: { N: String(Math.ceil((Date.parse(at) + days * DAY) / 1000)) },
        ...(subject && { subject: { S: textOf(subject) } }),
      };
      try {
        await client.send(
          new PutItemCommand({
            TableName: table,
            Item: item,
            ConditionExpression: 'attribute_not_exists(#pk)',
            ExpressionAttributeNames: { '#pk': 'pk' },
          }),
        );
      } catch (error) {
        // It stands there already.
        if (!(error instanceof ConditionalCheckFailedException)) throw error;
      }
    },

    page: async (query = {}) => {
      const { after, count = AUDIT_PAGE } = query;
      const oldest = yearOf(now() - days * DAY);
      let year = after === undefined ? yearOf(now()) : Number(after.slice(0, 4));
      let before = after;
      const items: AuditLine[] = [];
      for (let queries = 0; year >= oldest && queries < MOST_QUERIES; queries++) {
        const { found, last } = await queryYear(String(year), before, { ...query, count: count - items.length });
        for (const { sk, line } of found) {
          items.push(AuditLine.parse(JSON.parse(line?.S ?? '')));
          if (items.length === count) return { items, ...(sk?.S !== undefined && { next: sk.S }) };
        }
        before = last;
        if (last === undefined) year--;
      }
      if (year < oldest) return { items };
      // A year that begins later than any time in it.
      return { items, next: before ?? `${year}-~` };
    },
  };
};

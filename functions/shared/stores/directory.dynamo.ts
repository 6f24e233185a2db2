import { type AttributeValue, QueryCommand } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { parseJson } from '../parse-json.ts';
import { directoryPartition } from './census-rows.dynamo.ts';
import type { Directory, DirectoryMatch } from './directory.ts';
import { isMeant, type Question, questionOf } from './directory-keys.ts';
import { follow } from './follow.ts';
import type { TableDeps } from './query-all.dynamo.ts';
import type { CustomerStore } from './store.ts';

interface DynamoDirectoryDeps extends TableDeps {
  load: CustomerStore['load'];
}

const Words = z.array(z.string());

/** Characters of the longest id that intake takes. */
const LONGEST_ID = 512;

/** Rows of one look; of a name with several words most may not be meant. */
const LOOK = 100;
/** After so many looks a page ends, however few it has. */
const MOST_LOOKS = 10;

/** Who is known by what, in Records: a partition for each two letters, in it by what follows. */
export const createDynamoDirectory = ({ client, table, load }: DynamoDirectoryDeps): Directory => {
  const look = async (question: Question, after: string | undefined, count: number) => {
    const pk: AttributeValue = { S: directoryPartition(question) };
    const { Items = [], LastEvaluatedKey } = await client.send(
      new QueryCommand({
        TableName: table,
        Limit: count,
        KeyConditionExpression: '#pk = :pk AND begins_with(#sk, :key)',
        ExpressionAttributeNames: { '#pk': 'pk', '#sk': 'sk' },
        ExpressionAttributeValues: { ':pk': pk, ':key': { S: question.key } },
        ...(after === undefined ? {} : { ExclusiveStartKey: { pk, sk: { S: after } } }),
      }),
    );
    const rows = Items.map(({ sk, customer, words }) => ({
      sk: sk?.S ?? '',
      customer: customer?.S ?? '',
      words: Words.catch([]).parse(parseJson(words?.S ?? '')),
    }));
    return { rows, last: LastEvaluatedKey?.sk?.S };
  };

  const byKey = async (question: Question, matches: DirectoryMatch[], count: number, after?: string) => {
    let from = after;
    for (let looks = 0; looks < MOST_LOOKS; looks++) {
      const { rows, last } = await look(question, from, question.words.length > 1 ? LOOK : count);
      for (const { sk, customer, words } of rows) {
        if (!isMeant(question, words) || matches.some((one) => one.customer === customer)) continue;
        matches.push({ customer, by: question.by });
        if (matches.length >= count) return { items: matches, next: sk };
      }
      if (last === undefined) return { items: matches };
      from = last;
    }
    return { items: matches, ...(from !== undefined && { next: from }) };
  };

  return {
    find: async (text, { count, after }) => {
      const matches: DirectoryMatch[] = [];
      const query = text.trim();
      if (after === undefined && query !== '' && query.length <= LONGEST_ID) {
        const { id, state } = await follow(load, query);
        if (state && state.erased === undefined) matches.push({ customer: id, by: 'id' });
      }
      const question = questionOf(query);
      return question ? byKey(question, matches, count, after) : { items: matches };
    },
  };
};

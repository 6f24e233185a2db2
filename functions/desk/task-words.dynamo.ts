import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import { parseDecisionId } from '../../core/customer/decision-id.ts';
import { DecisionEntry } from '../../core/customer/model/journal.ts';
import { parseJson } from '../shared/parse-json.ts';
import type { TableDeps } from '../shared/stores/query-all.dynamo.ts';
import { taskKey } from '../shared/stores/task-rows.dynamo.ts';
import type { ManyDeps } from './tell-of-many.ts';

/** The words of work, in Records, where each stands in the list of its day. */
export const createDynamoTaskWords =
  ({ client, table: TableName }: TableDeps): ManyDeps['wordsOf'] =>
  async ({ customer, task, at }) => {
    const { enrolment = '', step = '', visit = 0 } = parseDecisionId(task);
    const Key = taskKey({ at, customer, enrolment, step, visit });
    const { Item } = await client.send(new GetItemCommand({ TableName, Key }));
    const text = Item?.entry?.S;
    return text === undefined ? undefined : DecisionEntry.parse(parseJson(text)).message;
  };

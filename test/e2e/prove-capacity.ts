import { BatchWriteItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import { DAY } from '../../language/catalogue/milliseconds.ts';
import { ask, type RequestOptions } from './console/ask.ts';
import type { Signed } from './console/everybody.ts';
import type { Run } from './open-run.ts';
import { addressOf, treated } from './people.ts';
import { must, type Proofs } from './proofs.ts';
import { call } from './signed.ts';
import type { Stage } from './stage.ts';
import { until } from './until.ts';

const LIST = 'queue#open';
/** So many are before them: more than forty a day in the three days that there are, and that day's. */
const BEFORE = 200;
const AT_ONCE = 25;

interface Row {
  task: string;
  customer: string;
  rank: number;
  due: number;
}

/** Somebody whose answer did not help, so that a colleague is to call; the row of it in the list of work. */
const waitsForCall = async (stage: Stage, id: string): Promise<Row> => {
  await stage.happen(id, 'customer.imported', { email: addressOf(id), since: '2020-01-01' });
  await stage.happen(id, 'support.ticket_opened', { ticketId: `t-${id}`, subject: 'Cannot log in' });
  await stage.decided(id, 'ticket-received');
  await stage.happen(id, 'support.ticket_resolved', { ticketId: `t-${id}` });
  await stage.happen(id, 'feedback.received', { scale: 'nps', score: 0 });
  await stage.decided(id, 'support-call');
  return until(
    'it is in the list',
    async () => {
      const { Items = [] } = await stage.dynamo.send(
        new QueryCommand({
          TableName: `${stage.prefix}-records`,
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: { ':pk': { S: LIST } },
        }),
      );
      const rows = Items.map(({ work }) => JSON.parse(work?.S ?? '{}') as Row);
      return rows.find(({ customer }) => customer === id);
    },
    { every: 500 },
  );
};

/** Work of others that is needed more, and is due as they are: of customers whom nobody knows. */
const rowsBefore = ({ rank, due }: Row) =>
  Array.from({ length: BEFORE }, (_, number) => {
    const [task, customer] = [`before-${number}`, `nobody-${number}`];
    const order = rank - 1;
    const work = {
      customer,
      task,
      moment: 'support-call',
      journey: 'first-support',
      at: due - 3 * DAY,
      due,
      rank: order,
    };
    return {
      pk: { S: LIST },
      sk: { S: `${String(order).padStart(15, '0')}#${task}#${task}` },
      work: { S: JSON.stringify({ ...work, state: 'open' }) },
      ttl: { N: String(Math.ceil(due / 1000)) },
    };
  });

const write = async (stage: Stage, rows: ReturnType<typeof rowsBefore>, kind: 'put' | 'delete'): Promise<void> => {
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    const some = rows.slice(from, from + AT_ONCE);
    const requests = some.map((Item) =>
      kind === 'put' ? { PutRequest: { Item } } : { DeleteRequest: { Key: { pk: Item.pk, sk: Item.sk } } },
    );
    const { UnprocessedItems } = await stage.dynamo.send(
      new BatchWriteItemCommand({ RequestItems: { [`${stage.prefix}-records`]: requests } }),
    );
    must(Object.keys(UnprocessedItems ?? {}).length === 0, 'Not all rows were written.');
  }
};

/** What the clock does each hour. */
const lookAhead = async ({ endpoint, prefix }: Stage): Promise<void> => {
  const path = `/2015-03-31/functions/${prefix}-capacity/invocations`;
  const answer = await call({ endpoint, service: 'lambda', path, body: '{}' });
  must(!answer.includes('errorType'), `Looking ahead came to ${answer}`);
};

/** Whom a team cannot reach in time is not left without a word. */
export const proveCapacity = async (
  { stage }: Run,
  { where: { url }, tokens }: Signed,
  { prove }: Proofs,
): Promise<void> =>
  prove('capacity: who comes after all that a team can do gets the letter that stands for the call, once', async () => {
    const id = treated('tabea');
    const read = (path: string, more: RequestOptions = {}) => ask(url, path, { token: tokens.agent.access, ...more });
    const days = await read('/api/teams');
    const [day] = days.json.items;
    must(day?.team === 'support' && day.calls === 40, `Of teams it says ${days.text}`);
    const row = await waitsForCall(stage, id);
    await lookAhead(stage);
    const rows = rowsBefore(row);
    await write(stage, rows, 'put');
    try {
      must((await stage.customer(id))?.tasks?.[row.task]?.state === 'open', 'It was given up while there was time.');
      await lookAhead(stage);
      await stage.decided(id, 'call-letter', 'sent');
      await lookAhead(stage);
    } finally {
      await write(stage, rows, 'delete');
    }
    must((await stage.customer(id))?.tasks?.[row.task]?.state === 'expired', 'It is still to be done.');
    const timeline = await stage.timeline(id);
    const left = timeline.filter((entry) => entry.kind === 'task');
    must(left.length === 1 && left[0]?.unreached === true, `The timeline tells: ${JSON.stringify(left)}`);
    await stage.stands(id, 'is in no journey', ({ enrolments }) => Object.keys(enrolments).length === 0);
    const letters = (await stage.decisions(id)).filter(({ moment }) => moment === 'call-letter');
    must(letters.length === 1, `There are ${letters.length} letters.`);
  });

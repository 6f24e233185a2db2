import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAdvance } from '../../functions/advance/advance.ts';
import { createWords } from '../../functions/deliver/compose.ts';
import { createRenderer } from '../../functions/deliver/copy/render.ts';
import { createDynamoCustomers } from '../../functions/shared/stores/change.dynamo.ts';
import { CONTRACT } from '../../language/catalogue/task.ts';
import { loadProject } from '../../simulator/project.ts';
import { createMemoryBudgets } from '../../simulator/world/budgets.memory.ts';
import { newCustomers, newRecords } from '../support/tables.ts';
import { typicalCustomer } from '../support/typical-customer.ts';
import { openDatabase } from './database.ts';

const { client, usage } = openDatabase();
const NOW = Date.parse('2026-03-02T10:00:00Z');
const { catalogue } = await loadProject('workflows');
const words = createWords(createRenderer({ catalogue }), () => {});

interface Cost {
  command: string;
  calls: number;
  read: number;
  write: number;
}

const happening = {
  id: 'activated',
  type: 'product.activated',
  at: new Date(NOW).toISOString(),
  fields: { customerId: 'ada', feature: 'import' },
  signals: [],
};

const added = {
  ...happening,
  id: 'added',
  type: 'loyalty.points_added',
  fields: { customerId: 'ada', reference: 's1' },
};

/** Each command of a journey once, in an order in which each changes something, with what it cost. */
const measure = async (): Promise<{ costs: Cost[]; bytes: number }> => {
  const [customers, records] = [await newCustomers(client), await newRecords(client)];
  const clock = { now: NOW };
  const now = () => clock.now;
  const { store, changeBy } = createDynamoCustomers({ client, customers, records, now });
  const change = changeBy({ catalogue, number: 1 });
  const advance = createAdvance({ change, budgets: createMemoryBudgets() });
  const enrolment = await typicalCustomer(change, 'ada', NOW);
  const costs: Cost[] = [];
  const count = async <Answer>(command: string, run: () => Promise<Answer>): Promise<Answer> => {
    const before = { ...usage };
    const answer = await run();
    const spent = (what: 'calls' | 'read' | 'write') => usage[what] - before[what];
    costs.push({ command, calls: spent('calls'), read: spent('read'), write: spent('write') });
    return answer;
  };
  let visit = (await store.load('ada'))?.enrolments[enrolment]?.visit ?? 0;
  const at = (step: string) => ({ journey: 'renewal', enrolment, step, visit: ++visit });
  const send = (task: ReturnType<typeof at>) =>
    change('ada', { kind: 'task', ...task, task: 'send', sending: { attempt: 'a1', lease: 60_000, words } });
  /** Which journeys are paused is read anew once a minute, and belongs to no command. */
  const pass = async (days: number) => {
    clock.now += days * 86_400_000;
    await change('ada', { kind: 'event', event: happening });
  };
  const request = { contract: CONTRACT, customer: 'ada' };

  await count('event', () => change('ada', { kind: 'event', event: happening }));
  await count('event again', () => change('ada', { kind: 'event', event: happening }));
  const question = at('send-renewal-question');
  const { after } = await count('send', () => send(question));
  const record = { kind: 'record' as const, ...question, attempt: 'a1', receipt: 'accepted' as const, because: '' };
  await count('record', () => change('ada', record, after));
  // It listens from the commit on that recorded the question.
  const listen = { ...request, ...at('listen-renewal-question'), task: 'listen' };
  await count('listen again', () => advance(listen));
  await pass(5);
  await count('silent', () => advance(listen));
  await count('give', () => advance({ ...request, ...at('give-long-years'), task: 'give' }));
  // What was granted is there: the step that awaits it is answered by that event's own commit.
  await change('ada', { kind: 'event', event: added });
  await count('wait', () => advance({ ...request, ...at('wait'), task: 'wait' }));
  await pass(2);
  const bytes = JSON.stringify(await store.load('ada')).length;
  await count('finish', () => advance({ ...request, ...at('Finish'), task: 'finish' }));
  await count('task after the end', () => advance(listen));
  return { costs, bytes };
};

describe('what a command costs on an item of some 3 KB', () => {
  let costs: Cost[];
  let bytes: number;
  const of = (command: string) => costs.find((cost) => cost.command === command)!;
  beforeAll(async () => {
    ({ costs, bytes } = await measure());
  });
  afterAll(() => {
    const line = ({ command, calls, read, write }: Cost) =>
      `  ${command.padEnd(12)} ${calls} calls, ${read} read units, ${write} write units`;
    console.log(`Capacity units by command, item of ${bytes} bytes\n${costs.map(line).join('\n')}`);
  });

  it.each(['event', 'send', 'silent', 'give', 'wait', 'finish'])(
    '%s is one read and one write of the item',
    (command) => {
      const { calls, read, write } = of(command);
      expect(calls).toBe(2);
      expect(read).toBeLessThanOrEqual(Math.ceil(bytes / 4096) + 1);
      expect(write).toBeGreaterThanOrEqual(1);
      expect(write).toBeLessThanOrEqual(5);
    },
  );

  it('record starts from what the send committed, and only writes', () => {
    expect(of('record')).toMatchObject({ calls: 1, read: 0 });
  });

  it.each(['event again', 'listen again', 'task after the end'])('%s, which changes nothing, only reads', (command) => {
    expect(of(command)).toMatchObject({ calls: 1, write: 0 });
  });
});

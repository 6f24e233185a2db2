import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAdvance } from '../../functions/advance/advance.ts';
import { createDynamoTokens } from '../../functions/advance/tokens.dynamo.ts';
import { createWords } from '../../functions/deliver/compose.ts';
import { createRenderer } from '../../functions/deliver/copy/render.ts';
import { createDynamoCustomers } from '../../functions/shared/stores/change.dynamo.ts';
import type { ChangeCustomer } from '../../functions/shared/stores/change.ts';
import { loadProject } from '../../simulator/project.ts';
import { newCustomers, newRecords } from '../support/tables.ts';
import { typicalCustomer } from '../support/typical-customer.ts';
import { openDatabase } from './database.ts';

const { client, used } = openDatabase();
const NOW = Date.parse('2026-03-02T10:00:00Z');
const { catalogue } = await loadProject('workflows');
const words = createWords(createRenderer({ catalogue }));

interface Cost {
  command: string;
  calls: number;
  read: number;
  write: number;
}

const at = { customer: 'ada', journey: 'renewal', phase: 'main', facts: ['mood', 'nps'] };
const sending = { moment: 'value-recap', purpose: 'relationship' as const, parks: 0, maxParks: 79 };

const happening = {
  id: 'activated',
  type: 'product.activated',
  at: new Date(NOW).toISOString(),
  fields: { customerId: 'ada', feature: 'import' },
  signals: [],
};

/** Each command of a journey once, in an order in which each changes something, with what it cost. */
const measure = async (): Promise<{ costs: Cost[]; bytes: number }> => {
  const [customers, records] = [await newCustomers(client), await newRecords(client)];
  const now = () => NOW;
  const { store, change } = createDynamoCustomers({ client, customers, records, catalogue, now });
  const advance = createAdvance({
    change,
    tokens: createDynamoTokens({ client, table: records, now }),
    effects: { queue: async () => {} },
  });
  const enrolment = await typicalCustomer(change, 'ada', NOW);
  const step = 'send-value-recap';
  const costs: Cost[] = [];
  const count = async <Answer>(command: string, run: () => Promise<Answer>): Promise<Answer> => {
    const before = { ...used };
    const answer = await run();
    const spent = (what: 'calls' | 'read' | 'write') => used[what] - before[what];
    costs.push({ command, calls: spent('calls'), read: spent('read'), write: spent('write') });
    return answer;
  };
  const send = (place: string) => {
    const { customer, ...rest } = { ...at, ...sending, enrolment, step: place };
    return change(customer, { kind: 'send', task: rest, attempt: 'a1', lease: 60_000, words });
  };
  const record: Parameters<ChangeCustomer>[1] = { kind: 'record', enrolment, step, attempt: 'a1', receipt: 'accepted' };
  const listening = { ...at, enrolment, step: 'listen-renewal-question', on: ['feedback.received'] };
  const emitting = { event: 'loyalty.points_granted', with: { points: 200 } };

  await count('event', () => change('ada', { kind: 'event', event: happening }));
  await count('event again', () => change('ada', { kind: 'event', event: happening }));
  const { after } = await count('send', () => send(step));
  await count('record', () => change('ada', record, after));
  await count('send held', () => send('send-renewal-reminder'));
  await count('park', () =>
    advance({ ...at, ...sending, enrolment, task: 'park', step: 'send-renewal-reminder', token: 't' }),
  );
  await count('listen', () => advance({ ...listening, task: 'listen', token: 't' }));
  await count('decide', () => advance({ ...listening, task: 'decide' }));
  await count('facts', () => advance({ ...at, enrolment, task: 'facts', step: 'choose' }));
  await count('emit', () => advance({ ...at, enrolment, task: 'emit', step: 'emit', ...emitting }));
  await count('finish', () => advance({ ...at, enrolment, task: 'finish', step: 'finish' }));
  return { costs, bytes: JSON.stringify(await store.load('ada')).length };
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

  it.each(['event', 'send', 'send held', 'decide', 'emit', 'finish'])(
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

  it.each(['listen', 'park'])('%s writes its token too', (command) => {
    const { calls, write } = of(command);
    expect(calls).toBe(3);
    expect(write).toBeLessThanOrEqual(6);
  });

  it.each(['event again', 'facts'])('%s, which changes nothing, only reads', (command) => {
    expect(of(command)).toMatchObject({ calls: 1, write: 0 });
  });
});

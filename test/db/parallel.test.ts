import { describe, expect, it } from 'vitest';
import { openIncidents } from '../../functions/customer/facts.ts';
import type { CustomerState } from '../../functions/customer/state.ts';
import { createDynamoStore } from '../../functions/customer/store.dynamo.ts';
import { catalogue } from '../support/catalogue.ts';
import { oneCustomer } from '../support/customer.ts';
import { newCustomers } from '../support/tables.ts';
import { countingClient } from './table.ts';

const { client, used } = countingClient();

/** One customer on a real table; `commits` are all that were written, by version. */
const onDynamo = async () => {
  const commits: CustomerState[] = [];
  const store = createDynamoStore({ client, table: await newCustomers(client) });
  const ada = oneCustomer(catalogue(), {}, (onCommit) => ({
    load: store.load,
    commit: async (state) => {
      const result = await store.commit(state);
      if (result.committed) {
        commits.push(structuredClone(state));
        onCommit(state);
      }
      return result;
    },
  }));
  const inOrder = () => commits.toSorted((a, b) => a.version - b.version);
  return { ada, inOrder };
};

const WRITERS = Array.from({ length: 16 }, (_, writer) => writer);

describe('sixteen writers on one customer', () => {
  it('lose no event: each is remembered, each has a version of its own', async () => {
    const { ada, inOrder } = await onDynamo();
    await Promise.all(WRITERS.map((writer) => ada.event('fail', { ref: `f${writer}` })));
    const state = await ada.state();
    expect(openIncidents(state)).toHaveLength(16);
    expect(Object.keys(state.seen)).toHaveLength(16);
    expect(inOrder().map(({ version }) => version)).toEqual(WRITERS.map((writer) => writer + 1));
  });

  it('send once, and never after the commit of an incident that forbids it', async () => {
    for (let round = 0; round < 12; round++) {
      const { ada, inOrder } = await onDynamo();
      await ada.event('start');
      const welcome = ada.task('hello', 'welcome');
      const answers = await Promise.all(
        WRITERS.map((writer) =>
          writer % 2 === 0 ? ada.send(welcome, `attempt-${writer}`) : ada.event('fail', { ref: `f${writer}` }),
        ),
      );
      const reserved = answers.filter((answer) => typeof answer === 'object' && answer.outcome === 'reserved');
      expect(reserved.length).toBeLessThanOrEqual(1);
      const reserving = inOrder().find(({ decisions }) => decisions.some(({ outcome }) => outcome === 'reserved'));
      expect(reserving === undefined ? [] : openIncidents(reserving)).toEqual([]);
      expect(reserving !== undefined).toBe(reserved.length === 1);
    }
  });

  it('agree on what a listening step came to: heard or silent, never both', async () => {
    for (let round = 0; round < 12; round++) {
      const { ada } = await onDynamo();
      await ada.event('start');
      const task = ada.listening('hello', 'reply');
      await ada.listen(task);
      ada.effects.length = 0;
      const [decided] = await Promise.all([
        ada.decide(task),
        ...WRITERS.map((writer) => ada.event('reply', { ref: `r${writer}` })),
      ]);
      const again = await ada.decide(task);
      const resumed = ada.effects.filter(({ type }) => type === 'resume');
      expect(again.outcome).toBe(decided.outcome);
      expect(resumed).toHaveLength(decided.outcome === 'heard' && resumed.length > 0 ? 1 : 0);
    }
  });
});

describe('what a command costs', () => {
  it('is a read and a write of an item that stays small', async () => {
    const { ada } = await onDynamo();
    await ada.event('start');
    const welcome = ada.task('hello', 'welcome');
    const before = { ...used };
    await ada.send(welcome);
    await ada.record(welcome);
    const cost = { calls: used.calls - before.calls, read: used.read - before.read, write: used.write - before.write };
    console.log(`a sent message on a small item: ${JSON.stringify(cost)} capacity units`);
    expect(cost.calls).toBe(4);
    expect(cost.write).toBeLessThanOrEqual(6);
  });
});

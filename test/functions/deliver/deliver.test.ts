import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it, vi } from 'vitest';
import { openIncidents } from '../../../core/customer/model/facts.ts';
import type { Receipt } from '../../../functions/deliver/channel.ts';
import { createDeliver } from '../../../functions/deliver/deliver.ts';
import { eachSendable } from '../../../language/catalogue/channel.ts';
import { CONTRACT } from '../../../language/catalogue/task.ts';
import { createSqliteStore } from '../../../simulator/world/customers.sqlite.ts';
import { catalogue } from '../../support/catalogue.ts';
import { oneCustomer, words } from '../../support/customer.ts';
import { message } from '../../support/message.ts';

const setUp = async (
  whileSending: () => Promise<unknown> = async () => {},
  receipt: Receipt = { result: 'accepted' },
) => {
  const store = createSqliteStore(new DatabaseSync(':memory:'));
  const [load, commit] = [vi.fn(store.load), vi.fn(store.commit)];
  const ada = oneCustomer(catalogue(), {}, (onCommit) => ({
    load,
    commit: async (state) => {
      const result = await commit(state);
      if (result.committed) onCommit(state);
      return result;
    },
  }));
  const channel = {
    send: async () => {
      await whileSending();
      return receipt;
    },
  };
  const deliver = createDeliver({
    change: ada.change,
    words,
    compose: () => message(),
    channels: eachSendable(() => channel),
    newAttempt: () => 'a1',
    lease: 60_000,
    report: () => {},
  });
  await ada.event('start', { email: 'ada@example.com' });
  const task = { contract: CONTRACT, customer: 'ada', ...ada.task('hello', 'welcome') };
  load.mockClear();
  commit.mockClear();
  return { ada, load, commit, deliver: () => deliver(task) };
};

describe('deliver', () => {
  it('takes the way for withdrawn that a provider says they left', async () => {
    const { ada, deliver } = await setUp(undefined, { result: 'refused', reason: 'opted-out', optedOut: true });
    expect(await deliver()).toMatchObject({ outcome: 'unsent' });
    expect((await ada.state()).consent).toMatchObject({ 'channel:inbox': { choice: 'withdrawn' } });
    expect(ada.decisions().at(-1)).toMatchObject({ outcome: 'failed', reason: 'channel-refused' });
  });

  it('sends with one read of the item and two writes', async () => {
    const { deliver, load, commit } = await setUp();
    expect(await deliver()).toMatchObject({ outcome: 'sent' });
    expect(load).toHaveBeenCalledTimes(1);
    expect(commit).toHaveBeenCalledTimes(2);
  });

  it('records over what happened while it sent, and loses nothing of it', async () => {
    const { ada, deliver, load } = await setUp(() => ada.event('fail', { ref: 'f1' }));
    expect(await deliver()).toMatchObject({ outcome: 'sent' });
    const state = await ada.state();
    expect(openIncidents(state)).toHaveLength(1);
    expect(state.decisions).toMatchObject([{ outcome: 'sent', moment: 'welcome' }]);
    expect(load).toHaveBeenCalledTimes(3);
  });
});

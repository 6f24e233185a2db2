import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it, vi } from 'vitest';
import { CatalogueOlder } from '../../../core/customer/catalogue-older.ts';
import { openIncidents } from '../../../core/customer/model/incidents.ts';
import type { Receipt } from '../../../functions/deliver/channel.ts';
import { createWords } from '../../../functions/deliver/compose.ts';
import { CopyFailed } from '../../../functions/deliver/copy/errors.ts';
import { createRenderer } from '../../../functions/deliver/copy/render.ts';
import { createDeliver, type DeliverDeps } from '../../../functions/deliver/deliver.ts';
import type { AddressBook } from '../../../functions/shared/stores/address-book.ts';
import type { ChangeCustomer } from '../../../functions/shared/stores/change.ts';
import { eachSendable } from '../../../language/catalogue/channel.ts';
import { CONTRACT } from '../../../language/catalogue/task.ts';
import { createSqliteStore } from '../../../simulator/world/customers.sqlite.ts';
import { catalogue, moment, policy } from '../../support/catalogue.ts';
import { oneCustomer, T0, words } from '../../support/customer.ts';
import { message } from '../../support/message.ts';

const setUp = async (
  whileSending: () => Promise<unknown> = async () => {},
  receipt: Receipt = { result: 'accepted' },
  read: AddressBook['read'] = async () => [],
  more: Partial<DeliverDeps> | ((change: ChangeCustomer) => Partial<DeliverDeps>) = {},
) => {
  const addresses = { read };
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
  let sends = 0;
  const channel = {
    send: async () => {
      sends++;
      await whileSending();
      return receipt;
    },
  };
  const deliver = createDeliver({
    spentOf: async () => [],
    catalogue: ada.published.catalogue,
    addresses,
    change: ada.change,
    words,
    compose: () => message({ channel: 'inbox' }),
    channels: eachSendable(() => channel),
    newAttempt: () => 'a1',
    lease: 60_000,
    report: () => {},
    ...(typeof more === 'function' ? more(ada.change) : more),
  });
  await ada.event('start', { email: 'ada@example.com' });
  const task = { contract: CONTRACT, customer: 'ada', ...ada.task('hello', 'welcome') };
  load.mockClear();
  commit.mockClear();
  return { ada, load, commit, sent: () => sends, deliver: () => deliver(task) };
};

describe('deliver', () => {
  it('records what went out by a newer catalogue, where one was published while it was sent, and sends it once', async () => {
    let isPublished = false;
    const { ada, deliver, sent } = await setUp(
      async () => {
        isPublished = true;
      },
      undefined,
      undefined,
      (change) => ({
        change: (id, command, state) => {
          if (isPublished) throw new CatalogueOlder();
          return change(id, command, state);
        },
        record: change,
      }),
    );
    expect(await deliver()).toMatchObject({ outcome: 'sent' });
    expect([sent(), ada.decisions().map(({ outcome }) => outcome)]).toEqual([1, ['sent']]);
  });

  it('takes the way for withdrawn that a provider says they left', async () => {
    const { ada, deliver } = await setUp(undefined, { result: 'refused', reason: 'opted-out', optedOut: true });
    expect(await deliver()).toMatchObject({ outcome: 'unsent' });
    expect((await ada.state()).consent).toMatchObject({ 'channel:inbox': { choice: 'withdrawn' } });
    expect(ada.decisions().at(-1)).toMatchObject({ outcome: 'failed', reason: 'channel-refused' });
  });

  it('sends nothing where the address is known for a wish, and the gate says so when it is asked next', async () => {
    const { ada, deliver, sent } = await setUp(undefined, undefined, async () => [
      { about: 'channel', choice: 'withdrawn', at: T0 - 1 },
    ]);
    expect(await deliver()).toMatchObject({ outcome: 'later' });
    expect(ada.timers('hello').at(-1)).toMatchObject({ due: ada.clock.now });
    expect(await deliver()).toMatchObject({ outcome: 'unsent' });
    expect(ada.decisions().at(-1)).toMatchObject({ outcome: 'suppressed', reason: 'unsubscribed' });
    expect(sent()).toBe(0);
  });

  it('sends where the address is known for a yes that is newer, or for another topic', async () => {
    const { deliver, sent } = await setUp(undefined, undefined, async () => [
      { about: 'complained', at: T0 - 2 },
      { about: 'channel', choice: 'granted', at: T0 - 1 },
      { about: 'topic', topic: 'offers', choice: 'withdrawn', at: T0 - 1 },
    ]);
    expect(await deliver()).toMatchObject({ outcome: 'sent' });
    expect(sent()).toBe(1);
  });

  it('waits where nobody knows what the address is known for: it has surely not sent', async () => {
    const { ada, deliver, sent } = await setUp(undefined, undefined, () => Promise.reject(new Error('away')));
    expect(await deliver()).toMatchObject({ outcome: 'later' });
    expect(ada.decisions().at(-1)).toMatchObject({ outcome: 'held', reason: 'channel-busy' });
    expect(sent()).toBe(0);
  });

  it('gives a message back where it is not its turn, and sends it at its turn without asking again', async () => {
    const turns = [T0 + 3_600_000];
    const noticed: unknown[] = [];
    const { ada, deliver, sent } = await setUp(undefined, undefined, undefined, {
      pace: async () => turns.shift(),
      notice: (trouble) => noticed.push(trouble),
    });
    expect(await deliver()).toMatchObject({ outcome: 'later' });
    expect(ada.standing('hello')).toMatchObject({ due: T0 + 3_600_000, held: { reason: 'channel-busy' } });
    expect(noticed).toEqual([{ what: 'paced', channel: 'inbox' }]);
    ada.clock.now = T0 + 3_600_000;
    turns.push(T0 + 9_000_000);
    expect(await deliver()).toMatchObject({ outcome: 'sent' });
    expect([sent(), turns.length]).toEqual([1, 1]);
  });

  it('sends where nobody can say whose turn it is', async () => {
    const { deliver, sent } = await setUp(undefined, undefined, undefined, {
      pace: () => Promise.reject(new Error('away')),
    });
    expect(await deliver()).toMatchObject({ outcome: 'sent' });
    expect(sent()).toBe(1);
  });

  it.each([
    ['busy', { result: 'busy' }, 'channel-busy'],
    ['down', { result: 'down', reason: 'SendingPausedException' }, 'channel-down'],
  ] as const)('says of a channel that is %s so, and holds the message', async (what, receipt, reason) => {
    const noticed: unknown[] = [];
    const { ada, deliver } = await setUp(undefined, receipt, undefined, { notice: (one) => noticed.push(one) });
    expect(await deliver()).toMatchObject({ outcome: 'later' });
    expect(ada.decisions().at(-1)).toMatchObject({ outcome: 'held', reason });
    const why = what === 'down' ? { reason: 'SendingPausedException' } : {};
    expect(noticed).toEqual([{ what, channel: 'inbox', ...why }]);
  });

  it('sends with one read of the item and two writes', async () => {
    const { deliver, load, commit } = await setUp();
    expect(await deliver()).toMatchObject({ outcome: 'sent' });
    expect(load).toHaveBeenCalledTimes(1);
    expect(commit).toHaveBeenCalledTimes(2);
  });

  it('records over what happened while it sent, and loses nothing of it', async () => {
    const { ada, deliver } = await setUp(() => ada.event('fail', { ref: 'f1' }));
    expect(await deliver()).toMatchObject({ outcome: 'sent' });
    const state = await ada.state();
    expect(openIncidents(state, state.at, policy)).toHaveLength(1);
    expect(state.decisions).toMatchObject([{ outcome: 'sent', moment: 'welcome' }]);
  });
});

describe('budgets that all share', () => {
  it.each([
    ['what a moment offers itself', { gestures: ['points', 'letter'] }, ['points', 'letter']],
    ['what takes its place offers', { whenNegative: { instead: 'help' } }, ['credit', 'letter']],
    ['both, once', { gestures: ['letter'], whenIncident: { instead: 'help' } }, ['letter', 'credit']],
  ])('are looked at for %s', async (_, content, kinds) => {
    const lookups: (readonly string[])[] = [];
    const moments = {
      welcome: moment('welcome', content),
      help: moment('help', { gestures: ['credit', 'letter'] }),
    };
    const { deliver } = await setUp(undefined, undefined, undefined, {
      catalogue: catalogue({ moments }),
      spentOf: async (of) => {
        lookups.push(of);
        return [];
      },
    });
    await deliver();
    expect(lookups).toEqual([kinds]);
  });

  it('are looked at for nothing where nothing is offered', async () => {
    const spentOf = vi.fn(async () => []);
    const { deliver } = await setUp(undefined, undefined, undefined, { spentOf });
    await deliver();
    expect(spentOf).not.toHaveBeenCalled();
  });
});

describe('copy that cannot be written', () => {
  const broken = () => {
    throw new CopyFailed('welcome', 'default', 'body', new Error('"money" was given "x"'));
  };
  const setUpBroken = async (more: Partial<Parameters<typeof createDeliver>[0]> = {}) => {
    const ada = oneCustomer(catalogue());
    const reported: unknown[] = [];
    const sent: unknown[] = [];
    const channel = {
      send: async (message: unknown) => {
        sent.push(message);
        return { result: 'accepted' as const };
      },
    };
    const deliver = createDeliver({
      spentOf: async () => [],
      catalogue: ada.published.catalogue,
      addresses: { read: async () => [] },
      change: ada.change,
      words,
      compose: () => message(),
      channels: eachSendable(() => channel),
      newAttempt: () => 'a1',
      lease: 60_000,
      report: (error) => reported.push(error),
      ...more,
    });
    await ada.event('start', { email: 'ada@example.com' });
    const task = { contract: CONTRACT, customer: 'ada', ...ada.task('hello', 'welcome') };
    return { ada, reported, sent, deliver: () => deliver(task) };
  };
  const failed = { kind: 'decision', outcome: 'failed', reason: 'copy-failed', moment: 'welcome' };

  it('is not sent, and its reason is the copy and not the channel', async () => {
    const { ada, reported, sent, deliver } = await setUpBroken({ compose: broken });
    expect(await deliver()).toMatchObject({ outcome: 'unsent' });
    expect(sent).toEqual([]);
    expect(reported).toHaveLength(1);
    expect(ada.journal.at(-1)).toMatchObject({ ...failed, because: expect.stringMatching(/could not write/) });
  });

  it('nor where only the sentence for the customer fails, and nothing is tried for ever', async () => {
    const { ada, sent, deliver } = await setUpBroken({ words: { ...words, because: () => undefined } });
    expect(await deliver()).toMatchObject({ outcome: 'unsent' });
    expect(await deliver()).toMatchObject({ outcome: 'unsent' });
    expect(sent).toEqual([]);
    expect(ada.journal.filter(({ kind }) => kind === 'decision')).toMatchObject([failed]);
  });

  it('as work for a person it is failed too, so that `unsent` can do something else', async () => {
    const all = catalogue({ moments: { welcome: moment('welcome', { channels: ['agent'] }) } });
    all.journeys.hello!.steps['send-welcome'] = { kind: 'task', moment: 'welcome', purpose: 'care' };
    const ada = oneCustomer(all);
    await ada.event('start', { email: 'ada@example.com' });
    const task = { ...ada.task('hello', 'welcome'), task: 'task' };
    const sending = { attempt: 'a1', lease: 60_000, words: { ...words, task: () => undefined } };
    const { answer } = await ada.change('ada', { ...task, kind: 'task', sending });
    expect(answer).toBe('unsent');
    expect(ada.journal.at(-1)).toMatchObject(failed);
  });

  it('the words of a moment are reported where they cannot be written, and not thrown into the commit', () => {
    const reported: unknown[] = [];
    const render = createRenderer({
      catalogue: {
        moments: {
          welcome: moment('welcome', {
            copy: {
              default: { because: '{{ event.at | date: "odd" }}', subject: 'x', body: 'x', sections: {} },
            },
          }),
        },
      },
    });
    const names = { event: { at: '2026-03-02' }, customer: {}, with: {} };
    const ask = { moment: 'welcome', names, zone: 'UTC' };
    const words = createWords(render, (error) => reported.push(error));
    expect([words.because(ask), words.task(ask)]).toEqual([undefined, undefined]);
    expect(reported).toMatchObject([{ name: 'CopyFailed', moment: 'welcome' }, { name: 'CopyFailed' }]);
  });
});

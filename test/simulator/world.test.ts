import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import type { JournalEntry } from '../../core/customer/model/journal.ts';
import { DAY } from '../../language/catalogue/milliseconds.ts';
import { inMemory, WorldBroken } from '../../simulator/world/storage.memory.ts';
import { inSqlite } from '../../simulator/world/storage.sqlite.ts';
import { testWorld } from '../support/world.ts';

const START = '2026-03-02T09:00:00Z';
const later = (days: number) => Date.parse(START) + days * DAY;
const decisionsOf = (entries: JournalEntry[]) =>
  entries.flatMap((entry) => (entry.kind === 'decision' ? [`${entry.step} ${entry.outcome} ${entry.reason}`] : []));

describe('a journey in virtual time', () => {
  it('goes from an event to its decisions, each once, and ends', async () => {
    const { world, entries, send } = testWorld(START);
    await send('customer.signed_up', { plan: 'solo' });
    await world.passUntil(later(30));
    expect(decisionsOf(entries)).toEqual(['send-welcome sent clear', 'send-tip sent clear', 'send-survey sent clear']);
    // A timer comes five seconds after the time that it waits for: here a wait, and a question's time-out.
    expect(entries.at(-1)).toMatchObject({ kind: 'ended', reason: 'finished', at: '2026-03-07T09:00:10.000Z' });
    expect(world.running()).toBe(0);
    expect(world.outbox.of('ada').map(({ subject }) => subject)).toEqual(['welcome', 'tip', 'survey']);
  });

  it('hears what it listens for, and leaves', async () => {
    const { world, entries, send } = testWorld(START);
    await send('customer.signed_up', { plan: 'solo' });
    await world.passUntil(later(3));
    await send('product.used', { feature: 'import', body: 'all good' });
    expect(entries.at(-1)).toMatchObject({ kind: 'ended', reason: 'finished', at: '2026-03-05T09:00:00.000Z' });
    expect(world.running()).toBe(0);
  });

  it('says its last words when the customer leaves early, and its first machine learns it at its next task', async () => {
    const { world, entries, send } = testWorld(START);
    await send('subscription.renewal_due', {
      subscriptionId: 's1',
      renewsAt: '2026-06-01',
      amount: 29,
      currency: 'EUR',
    });
    await world.passUntil(later(10));
    await send('subscription.lapsed', { subscriptionId: 's1', reason: 'moved' });
    expect(decisionsOf(entries)).toEqual(['send-goodbye sent clear']);
    expect(entries.at(-1)).toMatchObject({ kind: 'ended', reason: 'exit' });
    await world.passUntil(later(200));
    expect(decisionsOf(entries)).toEqual(['send-goodbye sent clear']);
    expect(world.running()).toBe(0);
  });

  it('rejects what it cannot take, with a sentence, and goes on', async () => {
    const { world, entries } = testWorld(START);
    expect(await world.arrive('{"id":')).toMatchObject({ status: 'rejected' });
    expect(entries).toEqual([expect.objectContaining({ kind: 'rejected', reason: 'not-json' })]);
  });
});

describe('a world on disk', () => {
  it('goes on after a restart as if it had never stopped', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tactful-'));
    const file = join(folder, 'world.db');
    const first = testWorld(START, { db: new DatabaseSync(file) });
    await first.send('customer.signed_up', { plan: 'solo' });
    first.db.close();
    const second = testWorld('2026-03-03T09:00:00Z', { db: new DatabaseSync(file) });
    await second.world.passUntil(later(30));
    expect(decisionsOf(second.entries)).toEqual(['send-tip sent clear', 'send-survey sent clear']);
    expect(second.world.running()).toBe(0);
    second.db.close();
    rmSync(folder, { recursive: true });
  });

  it('keeps nothing of an action that fails midway, and can do it again', async () => {
    let broken = true;
    const { world, entries, send } = testWorld(START, {
      onEntry: (entry) => {
        if (broken && entry.kind === 'decision') throw new Error('the disk is full');
        entries.push(entry);
      },
    });
    await expect(send('customer.signed_up', { plan: 'solo' })).rejects.toThrow('the disk is full');
    expect(await world.customer('ada')).toBeUndefined();
    expect(world.outbox.count()).toBe(0);
    expect(world.running()).toBe(0);
    broken = false;
    entries.length = 0;
    await send('customer.signed_up', { plan: 'solo' });
    expect(decisionsOf(entries)).toEqual(['send-welcome sent clear']);
  });

  it('goes on after an action that failed midway as if it had never begun, also with whom it had let go', async () => {
    const play = async (fails: boolean): Promise<string[]> => {
      let broken = false;
      const { world, entries, send } = testWorld(START, {
        onEntry: (entry) => {
          if (broken && entry.kind === 'ended') throw new Error('the disk is full');
          entries.push(entry);
        },
      });
      const renewal = { subscriptionId: 's1', renewsAt: '2026-06-01', amount: 29, currency: 'EUR' };
      await send('subscription.renewal_due', renewal);
      await world.passUntil(later(10));
      const before = entries.length;
      broken = true;
      if (fails) await send('subscription.lapsed', { subscriptionId: 's1', reason: 'moved' }).catch(() => {});
      broken = false;
      entries.length = before;
      await world.passUntil(later(200));
      return decisionsOf(entries);
    };
    const decisions = await play(false);
    expect(decisions.length).toBeGreaterThan(1);
    expect(await play(true)).toEqual(decisions);
  });
});

describe('a world in memory', () => {
  it('decides as one on disk does, and finds again what happened and was sent', async () => {
    const results = [];
    for (const storage of [inMemory(), inSqlite(new DatabaseSync(':memory:'))]) {
      const { world, entries, send } = testWorld(START, { storage });
      await send('customer.signed_up', { plan: 'solo' });
      await world.passUntil(later(30));
      results.push({
        entries,
        timeline: world.timeline.of('ada'),
        sent: world.outbox.of('ada'),
        ids: world.customers(),
      });
    }
    expect(results[0]).toEqual(results[1]);
    expect(results[0]?.sent).toHaveLength(3);
  });

  it('only counts what was sent where nobody asks for its history', async () => {
    const { world, send } = testWorld(START, { storage: inMemory({ history: false }) });
    await send('customer.signed_up', { plan: 'solo' });
    expect([world.outbox.count(), world.outbox.of('ada'), world.timeline.of('ada')]).toEqual([1, [], []]);
  });

  it('does not go on after an action that failed midway', async () => {
    const onEntry = (): void => {
      throw new Error('nobody listens');
    };
    const { send } = testWorld(START, { storage: inMemory(), onEntry });
    await expect(send('customer.signed_up', { plan: 'solo' })).rejects.toThrow('nobody listens');
    await expect(send('customer.signed_up', { plan: 'solo' })).rejects.toThrow(WorldBroken);
  });
});

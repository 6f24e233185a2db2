import { describe, expect, it } from 'vitest';
import type { JournalEntry } from '../../core/customer/model/journal.ts';
import { openWorld } from '../../simulator/open-world.ts';
import { loadProject } from '../../simulator/project.ts';
import { inMemory } from '../../simulator/world/storage.memory.ts';

const project = await loadProject('workflows');
const START = Date.parse('2026-03-02T10:00:00Z');
const HOUR = 3_600_000;

/** Some dozens, of whom each fourth has the plan that is down. */
const populate = async () => {
  const entries: JournalEntry[] = [];
  const world = openWorld(project, {
    now: START,
    storage: inMemory(),
    onEntry: (entry) => entries.push(entry),
    draw: { holdout: () => false, arm: (_customer, _journey, _split, arms) => arms[0]?.name ?? '' },
    report: (error) => {
      throw error;
    },
  });
  for (let number = 0; number < 48; number++)
    await world.introduce(`c${number}`, { email: `c${number}@example.com`, plan: number % 4 === 0 ? 'team' : 'solo' });
  const send = (type: string, detail: Record<string, unknown>, source = 'acme.monitoring') =>
    world.arrive({ id: `e-${type}`, source, 'detail-type': type, time: new Date(world.now).toISOString(), detail });
  const entered = () => entries.flatMap((entry) => (entry.kind === 'entered' ? [entry.customer] : [])).toSorted();
  return { world, entries, send, entered };
};
const AFFECTED = Array.from({ length: 12 }, (_, place) => `c${place * 4}`).toSorted();
const down = { failureId: 'o1', service: 'sync', severity: 'minor', plan: 'team' };

describe('an outage that a monitor reports', () => {
  it('starts a recovery for each whom it affects, once, and for nobody else', async () => {
    const { world, send, entered } = await populate();
    expect(await send('service.outage_detected', down)).toMatchObject({
      status: 'applied',
      broadcast: 'service.outage_detected#o1',
    });
    expect(entered()).toEqual(AFFECTED);
    expect(await send('service.outage_detected', down)).toMatchObject({ status: 'duplicate' });
    expect(entered()).toEqual(AFFECTED);
    await world.passUntil(START + HOUR);
    expect(AFFECTED.map((id) => world.outbox.of(id).length)).toEqual(AFFECTED.map(() => 1));
    expect(world.outbox.count()).toBe(AFFECTED.length);
  });

  it('that ends tells the same, and their incident is closed', async () => {
    const { world, send } = await populate();
    await send('service.outage_detected', down);
    await world.passUntil(START + HOUR);
    await send('service.outage_ended', { failureId: 'o1', plan: 'team' });
    const states = await Promise.all(AFFECTED.map((id) => world.customer(id)));
    for (const state of states) expect(state?.incidents['failure:o1']).toMatchObject({ closedAt: START + HOUR });
  });

  it('and whose end overtakes it for somebody comes to the same: their own times count', async () => {
    const { world, send, entries } = await populate();
    const late = new Date(START - HOUR).toISOString();
    const detail = { failureId: 'o1', plan: 'team' };
    await send('service.outage_ended', detail);
    await world.arrive({
      id: 'd',
      source: 'acme.monitoring',
      'detail-type': 'service.outage_detected',
      time: late,
      detail: down,
    });
    await world.passUntil(START + HOUR);
    for (const id of AFFECTED)
      expect((await world.customer(id))?.incidents['failure:o1']).toMatchObject({
        openedAt: START - HOUR,
        closedAt: START,
      });
    // It was over before anybody was told of it: an apology, and no notice.
    const moments = entries.flatMap((entry) =>
      entry.kind === 'decision' && entry.outcome === 'sent' ? [entry.moment] : [],
    );
    expect(moments).not.toContain('disruption-notice');
    expect(moments).toContain('loyalty.points_granted');
  });

  it('and that comes from a source that may not send it reaches nobody', async () => {
    const { send, entered, entries } = await populate();
    expect(await send('service.outage_detected', down, 'acme.shop')).toMatchObject({ status: 'rejected' });
    expect(entered()).toEqual([]);
    expect(entries).toMatchObject([{ kind: 'rejected', reason: 'untrusted-source' }]);
  });
});

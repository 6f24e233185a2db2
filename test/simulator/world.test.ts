import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import type { JournalEntry } from '../../functions/customer/journal.ts';
import { createCompose, createWords } from '../../functions/deliver/compose.ts';
import { createRenderer } from '../../functions/deliver/copy/render.ts';
import { compileCatalogue } from '../../language/compile/catalogue.ts';
import { compileMachine } from '../../language/compile/machine.ts';
import { createWorld } from '../../simulator/world/world.ts';
import { definitions } from '../support/definitions.ts';

const all = (() => {
  const catalogue = compileCatalogue(definitions, {});
  const machines = Object.fromEntries(
    Object.entries(definitions.journeys).map(([id, journey]) => [id, compileMachine(journey, catalogue)]),
  );
  return { catalogue, machines };
})();

const world = (start: string) => {
  const entries: JournalEntry[] = [];
  const render = createRenderer(all);
  const made = createWorld({
    ...all,
    db: new DatabaseSync(':memory:'),
    text: { read: async () => ({ mood: 'neutral', value: 0, because: '' }) },
    words: createWords(render),
    compose: createCompose(render, 'Europe/London', () => undefined),
    now: Date.parse(start),
    onEntry: (entry) => entries.push(entry),
    report: (error) => {
      throw error;
    },
  });
  return { entries, world: made };
};

describe('a journey in virtual time', () => {
  it('runs', async () => {
    const { entries, world: w } = world('2026-03-02T09:00:00Z');
    console.log(Object.keys(definitions.events), Object.keys(definitions.journeys));
    const type = Object.values(definitions.journeys)[0]!.enter.on[0]!;
    await w.arrive({
      id: 'e1',
      source: 's',
      'detail-type': type,
      time: '2026-03-02T09:00:00Z',
      detail: {
        customerId: 'ada',
        subscriptionId: 's1',
        renewsAt: '2026-04-10',
        amount: 2,
        currency: 'EUR',
        plan: 'solo',
        email: 'a@example.com',
      },
    });
    await w.passUntil(Date.parse('2026-12-02T09:00:00Z'));
    console.log(entries);
    expect(w.running()).toBe(0);
  });
});

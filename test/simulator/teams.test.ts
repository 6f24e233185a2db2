import { appendFileSync, cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { JournalEntry } from '../../core/customer/model/journal.ts';
import { HOUR } from '../../language/catalogue/milliseconds.ts';
import { openWorld } from '../../simulator/open-world.ts';
import { loadProject } from '../../simulator/project.ts';
import { inMemory } from '../../simulator/world/storage.memory.ts';

const dir = mkdtempSync(join(tmpdir(), 'tactful-teams-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

cpSync('workflows', dir, { recursive: true });
appendFileSync(join(dir, 'policy.yaml'), '\nteams: { support: { calls: 3 a day } }\n');
appendFileSync(
  join(dir, 'events.yaml'),
  `
import.broken:
  id: failureId
  customer: everyone
  affects: customer.plan = "team"
  sources: [acme.monitoring]
  fields: { failureId: text }
`,
);
writeFileSync(
  join(dir, 'journeys/import-broken.yaml'),
  `journey: import-broken
title: Imports are broken
purpose: care
enter: { on: import.broken, per: event.failureId }
steps:
  - task: import-call
    within: 5 hours
    undone: [ { send: import-letter } ]
`,
);
writeFileSync(
  join(dir, 'moments/import-call.md'),
  '---\nmoment: import-call\nchannels: [agent]\nbecause: Imports stopped working.\nsubject: Call about imports\n---\nCall.\n',
);
writeFileSync(
  join(dir, 'moments/import-letter.md'),
  '---\nmoment: import-letter\nchannels: [email]\nbecause: Imports stopped working.\nsubject: About your imports\n---\nWe are sorry.\n',
);
const project = await loadProject(dir);
const START = Date.parse('2026-03-02T10:00:00Z');

describe('an outage of more than a team can call', () => {
  it('is three calls and seven letters within the hour, and nobody is left without a word', async () => {
    const entries: JournalEntry[] = [];
    const world = openWorld(project, {
      now: START,
      storage: inMemory(),
      onEntry: (entry) => entries.push(entry),
      report: (error) => {
        throw error;
      },
    });
    for (let number = 0; number < 10; number++)
      await world.introduce(`c${number}`, { email: `c${number}@example.com`, plan: 'team' });
    await world.arrive({
      id: 'outage',
      source: 'acme.monitoring',
      'detail-type': 'import.broken',
      time: new Date(START).toISOString(),
      detail: { failureId: 'f1' },
    });
    const came = (moment: string) =>
      entries.flatMap((entry) =>
        entry.kind === 'decision' && entry.outcome === 'sent' && entry.moment === moment ? [entry.customer] : [],
      );
    expect(came('import-call')).toHaveLength(10);
    await world.passUntil(START + HOUR + 60_000);
    expect(came('import-letter')).toHaveLength(7);
    const open = await world.census!.queue.page({ list: 'open' }, { count: 100 });
    expect(open.items).toHaveLength(3);
    // Whom nobody called after all gets the letter when the time is over.
    await world.passUntil(START + 6 * HOUR);
    expect(new Set(came('import-letter')).size).toBe(10);
  });
});

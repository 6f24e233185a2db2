import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { JournalEntry } from '../../core/customer/model/journal.ts';
import { HOUR } from '../../language/catalogue/milliseconds.ts';
import { openWorld } from '../../simulator/open-world.ts';
import { loadProject } from '../../simulator/project.ts';
import { inMemory } from '../../simulator/world/storage.memory.ts';

const root = mkdtempSync(join(tmpdir(), 'tactful-teams-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Customers of a plan are to be called when imports break, by a team of three calls a day. */
const projectOf = async (name: string, { step, instead = '' }: { step: string; instead?: string }) => {
  const dir = join(root, name);
  const write = (file: string, text: string) => writeFileSync(join(dir, file), text);
  cpSync('workflows', dir, { recursive: true });
  const policy = readFileSync(join(dir, 'policy.yaml'), 'utf8');
  write('policy.yaml', policy.replace(/^ {2}support: \{ calls: .*$/m, '  support: { calls: 3 a day }'));
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
  write(
    'journeys/import-broken.yaml',
    `journey: import-broken
title: Imports are broken
purpose: care
enter: { on: import.broken, per: event.failureId }
steps:
${step}
`,
  );
  write(
    'moments/import-call.md',
    `---\nmoment: import-call\nchannels: [agent]\n${instead}because: Imports stopped working.\nsubject: Call about imports\n---\nCall.\n`,
  );
  write(
    'moments/import-letter.md',
    '---\nmoment: import-letter\nchannels: [email]\nbecause: Imports stopped working.\nsubject: About your imports\n---\nWe are sorry.\n',
  );
  return loadProject(dir);
};

const open = async (project: Awaited<ReturnType<typeof loadProject>>, start: string) => {
  const now = Date.parse(start);
  const entries: JournalEntry[] = [];
  const world = openWorld(project, {
    now,
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
    time: start,
    detail: { failureId: 'f1' },
  });
  const customersSent = (moment: string) =>
    entries.flatMap((entry) =>
      entry.kind === 'decision' && entry.outcome === 'sent' && entry.moment === moment ? [entry.customer] : [],
    );
  const toDo = async () => {
    const { queue, crowds } = world.census!;
    const [of] = (await crowds.counts()).filter(({ state }) => state === 'open');
    return (await queue.page({ list: 'open', ...(of && { of }) }, { count: 100 })).items;
  };
  return { world, entries, came: customersSent, toDo, until: (hours: number) => world.passUntil(now + hours * HOUR) };
};

describe('an outage of more than a team can call', () => {
  it('is three calls and seven letters within the hour, and nobody is left without a word', async () => {
    const step = '  - task: import-call\n    within: 5 hours\n    undone: [ { send: import-letter } ]';
    const { came, toDo, until } = await open(await projectOf('awaited', { step }), '2026-03-02T10:00:00Z');
    expect(came('import-call')).toHaveLength(10);
    await until(1.1);
    expect(came('import-letter')).toHaveLength(7);
    expect(await toDo()).toHaveLength(3);
    // Whom nobody called after all gets the letter when the time is over.
    await until(6);
    expect(came('import-letter')).toHaveLength(10);
    expect(new Set(came('import-letter')).size).toBe(10);
  });

  it('is the same where nobody waits for the calls, and their moment says what stands for them', async () => {
    const project = await projectOf('instead', { step: '  - task: import-call', instead: 'instead: import-letter\n' });
    const { came, toDo, until, entries } = await open(project, '2026-03-02T10:00:00Z');
    await until(1.1);
    // In three days the team can make twelve: today, and each of the three that follow.
    expect(came('import-letter')).toHaveLength(0);
    await until(49);
    // Nobody has called: on Wednesday six can be reached by Thursday at ten, and four cannot.
    expect(came('import-letter')).toHaveLength(4);
    expect(await toDo()).toHaveLength(6);
    // On Thursday one more day is over; the three of that day are overdue, of a team that has said nothing: it may have called them.
    await until(80);
    expect(new Set(came('import-letter')).size).toBe(7);
    expect(await toDo()).toHaveLength(3);
    const lost = entries.filter((entry) => entry.kind === 'task' && entry.status === 'expired');
    expect(lost.every((entry) => entry.kind === 'task' && entry.unreached)).toBe(true);
  });

  it('stays on the list where nothing can stand for it', async () => {
    const project = await projectOf('later', { step: '  - task: import-call', instead: 'instead: later\n' });
    const { came, toDo, until } = await open(project, '2026-03-02T10:00:00Z');
    await until(80);
    expect(came('import-letter')).toEqual([]);
    expect(await toDo()).toHaveLength(10);
  });
});

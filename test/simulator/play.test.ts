import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { JournalEntry } from '../../core/customer/model/journal.ts';
import { MAX_AHEAD, type PlayOptions, play } from '../../simulator/play.ts';
import { loadProject } from '../../simulator/project.ts';

const project = await loadProject('workflows');
const quarter = readFileSync('simulator/quarter/events.ndjson', 'utf8').trim().split('\n');

const playLines = async (lines: string[], options: PlayOptions = {}) => {
  const entries: JournalEntry[] = [];
  const result = await play(project, lines, { onEntry: (entry) => entries.push(entry), ...options });
  return { entries, ...result };
};

const signUp = (customer: string, time: string, more = {}) =>
  JSON.stringify({
    id: `${customer}-${time}`,
    source: 'accounts',
    'detail-type': 'customer.signed_up',
    time,
    detail: { customerId: customer, email: `${customer}@example.com`, plan: 'solo', ...more },
  });

describe('playing a file of events', () => {
  it('gives the same bytes each time, in the order of happening, and leaves nothing running', async () => {
    const [first, second] = [await playLines(quarter.slice(0, 200)), await playLines(quarter.slice(0, 200))];
    expect(JSON.stringify(second.entries)).toBe(JSON.stringify(first.entries));
    const times = first.entries.map(({ at }) => at);
    expect(times).toEqual(times.toSorted());
    expect(first.entries.length).toBeGreaterThan(200);
    expect(first.world.running()).toBe(0);
  });

  it('stops where it is told to, counted from the first event', async () => {
    const lines = [signUp('ada', '2026-03-02T09:00:00Z'), signUp('bo', '2026-03-20T09:00:00Z')];
    const { entries, world } = await playLines(lines, { until: 7 * 86_400_000 });
    expect(entries.every(({ at }) => at <= '2026-03-09T09:00:00.000Z')).toBe(true);
    expect(world.customers()).toEqual(['ada']);
    expect(world.running()).toBe(1);
  });

  it('rejects lines with a reason each, counts them, and loses none of the others', async () => {
    const lines = ['nonsense', signUp('ada', '2026-03-02T09:00:00Z'), '', '[]', signUp('bo', '2026-03-02T09:00:00Z')];
    const { rejected, lines: count, world } = await playLines(lines, { until: 0 });
    expect(rejected).toEqual({ 'not-json': 1, malformed: 1 });
    expect(count).toBe(4);
    expect(world.customers()).toEqual(['ada', 'bo']);
  });

  it('takes what a page of ours said in the past, whatever key signed it then, and from a stranger as little as a stage does', async () => {
    const choiceFrom = (source: string, time: string) =>
      JSON.stringify({
        id: source,
        source,
        'detail-type': 'gesture.chosen',
        time,
        detail: { customerId: 'ada', decision: 'what-would-help', gesture: 'person', signature: 'of a stage' },
      });
    const lines = [
      signUp('ada', '2026-03-02T09:00:00Z'),
      choiceFrom('tactful.preferences', '2026-03-02T09:01:00Z'),
      choiceFrom('acme.crm', '2026-03-02T09:02:00Z'),
    ];
    const { rejected } = await playLines(lines, { until: 300_000 });
    expect(rejected).toEqual({ 'untrusted-source': 1 });
  });

  it('does not let one wrong year age everybody', async () => {
    const far: number[] = [];
    const lines = [signUp('ada', '2026-03-02T09:00:00Z'), signUp('bo', '2999-03-02T09:00:00Z')];
    const { entries } = await playLines(lines, { onFarAhead: (line) => far.push(line), until: MAX_AHEAD });
    expect(far).toEqual([2]);
    expect(entries.filter(({ kind }) => kind === 'entered').map(({ at }) => at)).toEqual([
      '2026-03-02T09:00:00.000Z',
      '2026-03-02T09:00:00.000Z',
    ]);
  });

  it('takes an event that comes out of order when it comes', async () => {
    const lines = [signUp('ada', '2026-03-05T09:00:00Z'), signUp('bo', '2026-03-02T09:00:00Z')];
    const { entries } = await playLines(lines, { until: 0 });
    expect(entries.filter(({ kind }) => kind === 'entered').map(({ at }) => at.slice(0, 10))).toEqual([
      '2026-03-05',
      '2026-03-05',
    ]);
  });
});

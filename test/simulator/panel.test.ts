import { describe, expect, it } from 'vitest';
import type { JournalEntry } from '../../core/customer/model/journal.ts';
import { isDrawn } from '../../core/customer/panel-draw.ts';
import { DAY, HOUR, MINUTE } from '../../language/catalogue/milliseconds.ts';
import { WEEK_SECONDS } from '../../language/catalogue/panel.ts';
import { readTexts } from '../../language/read/folder.ts';
import { readFiles } from '../../language/read/read.ts';
import { formatProblem } from '../../language/read/yaml/problem.ts';
import { compileProject } from '../../simulator/compile-project.ts';
import { openWorld } from '../../simulator/open-world.ts';
import { inMemory } from '../../simulator/world/storage.memory.ts';

const QUESTION = `---
moment: trust-check
purpose: relationship
topic: surveys
channels: [email]
asks: { scale: trust }
because: We ask a few customers each week, and you were drawn.
subject: Do we act in your interest?
---
One question, from 1 to 5.
`;

const texts = readTexts('workflows');

/** The shipped workflows, with a panel. */
const withAsk = (ask: string) =>
  readFiles([
    ...texts.map(({ path, text }) => ({ path, text: path === 'policy.yaml' ? `${text}\nask: ${ask}\n` : text })),
    { path: 'moments/trust-check.md', text: QUESTION },
  ]);

const reading = withAsk('{ moment: trust-check, share: 25 % a week, atMost: 1 per 90 days }');
const project = compileProject(reading.definitions ?? expect.fail(reading.problems.map(formatProblem).join('\n')), []);

const MONDAY = Date.parse('2026-03-02T09:00:00Z');
const PEOPLE = 60;
const share = { share: 0.25, week: WEEK_SECONDS, fromMonday: true };
const drawnAt = (at: number): string[] =>
  Array.from({ length: PEOPLE }, (_, number) => `c${number}`).filter((id) => isDrawn(id, share, at));

/** Some dozens, from the evening before the first draw on. */
const populate = async () => {
  const entries: JournalEntry[] = [];
  const world = openWorld(project, {
    now: MONDAY - 15 * HOUR,
    storage: inMemory(),
    onEntry: (entry) => entries.push(entry),
    report: (error) => {
      throw error;
    },
  });
  for (let number = 0; number < PEOPLE; number++)
    await world.introduce(`c${number}`, {
      email: `c${number}@example.com`,
      since: '2024-01-01',
      zone: 'Europe/London',
    });
  let events = 0;
  const say = (id: string, type: string, detail: Record<string, unknown>) =>
    world.arrive({
      id: `e${++events}`,
      source: 'acme',
      'detail-type': type,
      time: new Date(world.now).toISOString(),
      detail: { customerId: id, ...detail },
    });
  const customersAsked = (from = 0) =>
    entries
      .flatMap((entry) =>
        entry.kind === 'decision' &&
        entry.journey === 'panel' &&
        entry.outcome === 'sent' &&
        Date.parse(entry.at) >= from
          ? [entry.customer]
          : [],
      )
      .toSorted();
  return { world, entries, say, customersAsked };
};

describe('a question to a part of all', () => {
  it('goes to whoever is drawn and at ease, in their own hours, and to nobody else', async () => {
    const { world, customersAsked } = await populate();
    await world.passUntil(MONDAY - MINUTE);
    expect(customersAsked()).toEqual([]);
    await world.passUntil(MONDAY + DAY);
    const sample = drawnAt(MONDAY);
    expect(sample.length).toBeGreaterThan(5);
    expect(customersAsked()).toEqual(sample.toSorted());
  });

  it('passes over who is unhappy, or waits for us, and leaves no trace with them', async () => {
    const { world, entries, say, customersAsked } = await populate();
    const [first = '', second = '', ...others] = drawnAt(MONDAY);
    await say(first, 'feedback.received', { scale: 'csat', score: 1 });
    await say(second, 'service.failure_detected', { failureId: 'f1', service: 'sync', severity: 'minor' });
    await world.passUntil(MONDAY + DAY);
    expect(customersAsked()).toEqual(others.toSorted());
    expect(
      entries.filter(
        (entry) => 'journey' in entry && entry.journey === 'panel' && [first, second].includes(entry.customer),
      ),
    ).toEqual([]);
  });

  it('is asked through the gate: who has left surveys, or pressed pause, is not', async () => {
    const { world, entries, say, customersAsked } = await populate();
    const [left = '', ...others] = drawnAt(MONDAY);
    await say(left, 'customer.preference_changed', { topic: 'surveys', choice: 'withdrawn' });
    await world.passUntil(MONDAY + DAY);
    expect(customersAsked()).toEqual(others.toSorted());
    const refused = entries.filter((entry) => entry.kind === 'decision' && entry.customer === left);
    expect(refused).toMatchObject([{ journey: 'panel', outcome: 'suppressed', reason: 'unsubscribed' }]);
  });

  it('is asked again after the time that policy says, and not before', async () => {
    const { world, entries, customersAsked } = await populate();
    await world.passUntil(MONDAY + 200 * DAY);
    const times = Map.groupBy(
      entries.flatMap((entry) => (entry.kind === 'decision' && entry.journey === 'panel' ? [entry] : [])),
      ({ customer }) => customer,
    );
    expect(new Set(customersAsked()).size).toBe(PEOPLE);
    for (const [customer, decisions] of times) {
      const at = decisions.map((decision) => Date.parse(decision.at));
      for (const [place, one] of at.entries())
        if (place > 0) expect(one - (at[place - 1] ?? 0), customer).toBeGreaterThan(89 * DAY);
    }
    expect(entries.some((entry) => entry.kind === 'not-entered' && entry.reason === 'too-soon')).toBe(true);
  });

  it('is drawn alike whenever the world is played, also where it stopped in between', async () => {
    const [one, other] = [await populate(), await populate()];
    await one.world.passUntil(MONDAY + 30 * DAY);
    for (let day = 0; day <= 30; day++) await other.world.passUntil(MONDAY + day * DAY);
    expect(other.customersAsked()).toEqual(one.customersAsked());
  });

  it('is of the stage’s clock alone', async () => {
    const { world } = await populate();
    const strange = {
      id: 'x',
      source: 'acme',
      'detail-type': 'panel.drawn',
      time: new Date(world.now).toISOString(),
      detail: {},
    };
    expect(await world.arrive(strange)).toMatchObject({ status: 'rejected' });
    const none = openWorld(compileProject(readFiles(texts).definitions ?? expect.fail(), []), { now: MONDAY });
    expect(await none.arrive({ ...strange, source: 'tactful.panel' })).toEqual({ status: 'skipped' });
    expect(none.nextDraw()).toBeUndefined();
  });
});

describe('what policy says of it', () => {
  const faults = (ask: string) => withAsk(ask).problems.map(formatProblem);

  it.each([
    ['{ moment: trust-check, share: 2 %, atMost: 1 per 90 days }', /`2 %` is not a share: write such as `2 % a week`/],
    ['{ moment: trust-check, share: 0 % a week, atMost: 1 per 90 days }', /more than 0 %/],
    [
      '{ moment: trust-check, share: 2 % a week, atMost: 2 per 90 days }',
      /once at most: write such as `1 per 90 days`/,
    ],
    ['{ moment: trust-checks, share: 2 % a week, atMost: 1 per 90 days }', /no moment `trust-checks`.*trust-check/],
  ])('is refused where it cannot be: %s', (ask, says) => {
    expect(faults(ask)).toEqual([expect.stringMatching(says)]);
  });

  it('counts as a journey that sends the moment, and is checked as any', () => {
    expect(reading.warnings.map(formatProblem).filter((line) => /panel|trust-check/.test(line))).toEqual([]);
    expect(reading.definitions?.journeys.panel?.steps).toMatchObject([{ kind: 'send', moment: 'trust-check' }]);
  });
});

import { describe, expect, it } from 'vitest';
import type { JournalEntry } from '../../../core/customer/model/journal.ts';
import { explain } from '../../../core/explain/explain.ts';
import { DAY, HOUR } from '../../../language/catalogue/milliseconds.ts';
import { catalogue, policy } from '../../support/catalogue.ts';
import { oneCustomer } from '../../support/customer.ts';

const { quietHours: _, ...awake } = policy;
const workflows = catalogue({ policy: { ...awake, gap: 0 } });

type Ada = ReturnType<typeof oneCustomer>;
const timeToCome = (ada: Ada) => ada.standing('hello')?.due ?? 0;

/** A message that its channel did not take some times, of which the first alone is on record, and that an incident holds then. */
const holdAfter = async (...receipts: ('busy' | 'down')[]) => {
  const ada = oneCustomer(workflows);
  await ada.event('start');
  const task = ada.task('hello', 'welcome');
  for (const [turn, receipt] of receipts.entries()) {
    await ada.send(task, `a${turn}`);
    await ada.record(task, receipt, `a${turn}`);
    ada.clock.now = timeToCome(ada);
  }
  await ada.event('fail', { ref: 'f1' });
  await ada.send(task, 'then');
  return { ada, task };
};

const sentenceOf = (timeline: JournalEntry[]): string =>
  explain({ customer: 'ada', timeline }, workflows, { zone: 'UTC' }).decisions.at(-1)!.otherwise.at(-1)!;

/** The minute that such a sentence names. */
const minuteOf = (sentence: string): number =>
  Date.parse(`${/, (.*?) \+00:00/.exec(sentence)?.[1]?.replace(',', '')} UTC`);

describe('when the patience of a message ends that has waited for its channel', () => {
  it.each([
    [['busy', 'busy', 'busy', 'busy']],
    [['down', 'down', 'down']],
    [['busy', 'busy', 'down', 'down', 'busy']],
  ] as const)('is told to the minute, though not every wait is on record (%s)', async (receipts) => {
    const { ada, task } = await holdAfter(...receipts);
    const sentence = sentenceOf(ada.journal);
    expect(sentence).toMatch(/^Patience for it ends on [^;]* \+00:00; it is not sent any more then\.$/);
    ada.clock.now = minuteOf(sentence);
    await ada.send(task, 'before');
    expect(ada.decisions().at(-1)?.outcome).toBe('held');
    ada.clock.now += 60_000;
    await ada.send(task, 'after');
    expect(ada.outcomes().at(-1)).toBe('send-welcome suppressed patience:open-incident');
  });

  it('is told at the earliest of what was decided before that was noted', async () => {
    const { ada } = await holdAfter('busy', 'busy', 'busy');
    const before = ada.journal.map((entry) => {
      if (entry.kind !== 'decision') return entry;
      const { patienceEnds: __, ...rest } = entry;
      return rest;
    });
    expect(sentenceOf(before)).toContain('at the earliest');
  });

  it('for a busy channel counts from the first time that it was busy, whatever a fault of ours took before', async () => {
    const ada = oneCustomer(workflows);
    await ada.event('start');
    const task = ada.task('hello', 'welcome');
    await ada.send(task);
    await ada.record(task, 'down');
    ada.clock.now += 3 * HOUR;
    await ada.send(task, 'a2');
    await ada.record(task, 'busy', 'a2');
    expect(minuteOf(sentenceOf(ada.journal))).toBe(ada.clock.now + 10 * DAY);
  });
});

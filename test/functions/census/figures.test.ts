import { expect, it } from 'vitest';
import type { JournalEntry } from '../../../core/customer/model/journal.ts';
import { countEntry } from '../../../functions/census/figures.ts';

const countsOf = (entry: object): unknown[] => {
  const counts: unknown[] = [];
  countEntry({ at: '', customer: 'ada', ...entry } as JournalEntry, (name, by) => counts.push(by ? [name, by] : name));
  return counts;
};

it('a decision counts by its outcome and by its reason, journeys left out', () => {
  expect(countsOf({ kind: 'decision', outcome: 'suppressed', reason: 'patience:muted-by:recovery' })).toEqual([
    'Suppressed',
    ['Decisions', { Outcome: 'suppressed', Reason: 'patience' }],
  ]);
});

it('feedback, entries and goals count by name; signals do not', () => {
  expect(countsOf({ kind: 'delivery', status: 'bounced' })).toEqual(['Bounced']);
  expect(countsOf({ kind: 'delivery', status: 'soft-bounced' })).toEqual(['SoftBounced']);
  expect(countsOf({ kind: 'delivery', status: 'read' })).toEqual(['MessageRead']);
  expect(countsOf({ kind: 'delivery', status: 'replied', automatic: true })).toEqual(['RepliedAutomatically']);
  expect(countsOf({ kind: 'delivery', status: 'rejected' })).toEqual(['MessageRejected']);
  expect(countsOf({ kind: 'entered' })).toEqual(['Entered']);
  expect(countsOf({ kind: 'not-entered' })).toEqual(['NotEntered']);
  expect(countsOf({ kind: 'goal' })).toEqual(['GoalReached']);
  expect(countsOf({ kind: 'signal' })).toEqual([]);
});

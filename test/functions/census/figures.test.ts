import { expect, it } from 'vitest';
import type { JournalEntry } from '../../../core/customer/model/journal.ts';
import { countEntry } from '../../../functions/census/figures.ts';

const counted = (entry: object): unknown[] => {
  const counts: unknown[] = [];
  countEntry({ at: '', customer: 'ada', ...entry } as JournalEntry, (name, by) => counts.push(by ? [name, by] : name));
  return counts;
};

it('a decision counts by its outcome and by its reason, journeys left out', () => {
  expect(counted({ kind: 'decision', outcome: 'suppressed', reason: 'patience:muted-by:recovery' })).toEqual([
    'Suppressed',
    ['Decisions', { Outcome: 'suppressed', Reason: 'patience' }],
  ]);
});

it('feedback, entries and goals count by name; signals do not', () => {
  expect(counted({ kind: 'delivery', status: 'bounced' })).toEqual(['Bounced']);
  expect(counted({ kind: 'delivery', status: 'soft-bounced' })).toEqual(['SoftBounced']);
  expect(counted({ kind: 'delivery', status: 'read' })).toEqual(['MessageRead']);
  expect(counted({ kind: 'delivery', status: 'replied', automatic: true })).toEqual(['RepliedAutomatically']);
  expect(counted({ kind: 'delivery', status: 'rejected' })).toEqual(['MessageRejected']);
  expect(counted({ kind: 'entered' })).toEqual(['Entered']);
  expect(counted({ kind: 'not-entered' })).toEqual(['NotEntered']);
  expect(counted({ kind: 'goal' })).toEqual(['GoalReached']);
  expect(counted({ kind: 'signal' })).toEqual([]);
});

import { describe, expect, it } from 'vitest';
import { ada, verdict, welcome } from '../support.ts';

describe('window', () => {
  it('holds until it opens, on the days it names', () => {
    const moments = welcome({ window: { from: '09:00', to: '18:00', days: ['thu'] } });
    const answer = verdict(ada(), { moments });
    const thursday = Date.parse('2026-03-05T09:00:00Z');
    expect(answer).toMatchObject({ outcome: 'held', reason: 'window' });
    expect(answer.outcome === 'held' && answer.until >= thursday && answer.until < thursday + 45 * 60_000).toBe(true);
  });
});

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

describe('a window that the customer’s own quiet hours cover', () => {
  const noon = Date.parse('2026-03-03T12:00:00Z');
  const evening = Date.parse('2026-03-03T20:30:00Z');
  const moments = welcome({ window: { from: '10:00', to: '16:00' } });
  const asked = (hours: { from: string; to: string }, now: number) =>
    verdict(ada({ hours: { ...hours, at: 0 } }), { now, moments, about: { since: now } });

  it('gives way, since the message would never go out', () => {
    for (const hours of [
      { from: '09:00', to: '19:00' },
      { from: '10:00', to: '16:00' },
      { from: '22:00', to: '17:00' },
    ]) {
      expect(asked(hours, noon)).toMatchObject({ reason: 'quiet-hours' });
      expect(asked(hours, evening)).toMatchObject({ outcome: 'clear' });
    }
  });

  it('counts where they leave something of it', () => {
    for (const hours of [
      { from: '09:00', to: '15:00' },
      { from: '11:00', to: '19:00' },
    ])
      expect(asked(hours, evening)).toMatchObject({ outcome: 'held', reason: 'window' });
  });
});

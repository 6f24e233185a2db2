import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../support/catalogue.ts';
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
  const decide = (hours: { from: string; to: string }, now: number) =>
    verdict(ada({ hours: { ...hours, at: 0 } }), { now, moments, about: { since: now } });

  it('gives way, since the message would never go out', () => {
    for (const hours of [
      { from: '09:00', to: '19:00' },
      { from: '10:00', to: '16:00' },
      { from: '22:00', to: '17:00' },
    ]) {
      expect(decide(hours, noon)).toMatchObject({ reason: 'quiet-hours' });
      expect(decide(hours, evening)).toMatchObject({ outcome: 'clear' });
    }
  });

  it('counts where they leave something of it', () => {
    for (const hours of [
      { from: '09:00', to: '15:00' },
      { from: '11:00', to: '19:00' },
    ])
      expect(decide(hours, evening)).toMatchObject({ outcome: 'held', reason: 'window' });
  });
});

describe('a window of which quiet hours leave a part', () => {
  /** When it goes out by the clock in London, which is that of UTC then; undefined where it never does. */
  const goesOut = (id: string, window: { from: string; to: string }, spread: number): string | undefined => {
    const moments = welcome({ window });
    const policy = { ...catalogue().policy, quietHours: { from: '21:00', to: '08:00', spread } };
    let now = Date.parse('2026-03-03T12:00:00Z');
    const since = now;
    for (let turn = 0; turn < 8; turn++) {
      const answer = verdict(ada({ id }), { now, moments, policy, about: { since } });
      if (answer.outcome !== 'held') return new Date(now).toISOString().slice(11, 16);
      now = answer.until;
    }
    return undefined;
  };

  it.each([
    ['its beginning', { from: '20:00', to: '23:00' }, ['20:00', '21:00']],
    ['its end', { from: '06:00', to: '08:30' }, ['08:00', '08:30']],
    ['both its ends', { from: '20:30', to: '09:00' }, ['20:30', '21:00']],
  ] as const)('has room for everybody in %s, however long the spread', (_, window, [from, to]) => {
    for (const spread of [45, 120, 600])
      for (let each = 0; each < 40; each++) {
        const at = goesOut(`c-${each}`, window, spread * 60);
        expect(at !== undefined && at >= from && at < to, `c-${each} at ${at}`).toBe(true);
      }
  });
});

import { describe, expect, it } from 'vitest';
import { policy } from '../../../support/catalogue.ts';
import { ada, attribute, verdict, welcome } from '../support.ts';

describe('quiet-hours', () => {
  const night = Date.parse('2026-03-02T23:00:00Z');
  const about = { since: night };
  const inZone = (zone: string) => ada({ attributes: { email: attribute('a@example.com'), zone: attribute(zone) } });

  it('hold until they end in the customer’s zone, spread so that the backlog is not one burst', () => {
    const ends = Date.parse('2026-03-03T08:00:00Z');
    const until = Array.from({ length: 40 }, (_, one) =>
      verdict({ ...ada(), id: `c${one}` }, { now: night, about }),
    ).map((answer) => (answer.outcome === 'held' ? answer.until - ends : Number.NaN));
    expect(Math.min(...until)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...until)).toBeLessThan(policy.quietHours!.spread * 1000);
    expect(new Set(until).size).toBeGreaterThan(30);
  });

  it('are those of the customer’s own zone', () => {
    expect(verdict(inZone('America/Los_Angeles'), { now: night, about })).toMatchObject({ outcome: 'clear' });
  });

  it('end at eight by the clock also when it changes that night', () => {
    const before = Date.parse('2026-03-28T22:30:00Z');
    const answer = verdict(inZone('Europe/Berlin'), { now: before, about: { since: before } });
    const eight = Date.parse('2026-03-29T08:00:00+02:00');
    expect(answer.outcome === 'held' && answer.until >= eight && answer.until < eight + 45 * 60_000).toBe(true);
  });

  it('do not hold a moment that ignores them', () => {
    const moments = welcome({ purpose: 'care', quietHours: 'ignore' });
    expect(verdict(ada(), { now: night, moments, about })).toMatchObject({ outcome: 'clear' });
  });
});

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

describe('quiet hours of one’s own', () => {
  const at = (time: string) => Date.parse(`2026-03-03T${time}:00Z`);
  const decide = (hours: { from: string; to: string }, time: string) =>
    verdict(ada({ hours: { ...hours, at: 0 } }), { now: at(time), about: { since: at(time) } });

  it('take the place of the policy’s', () => {
    const works = { from: '09:00', to: '19:00' };
    const answer = decide(works, '12:00');
    expect(answer).toMatchObject({ outcome: 'held', reason: 'quiet-hours' });
    expect(answer.outcome === 'held' && answer.until >= at('19:00') && answer.until < at('19:45')).toBe(true);
    expect(decide(works, '23:00')).toMatchObject({ outcome: 'clear' });
  });

  it('count without any of the policy’s, and not once they were given up', () => {
    expect(verdict(ada({ hours: { at: 0 } }), { now: at('23:00'), about: { since: at('23:00') } })).toMatchObject({
      reason: 'quiet-hours',
    });
    expect(verdict(ada({ hours: { at: 0 } }), { now: at('12:00'), about: { since: at('12:00') } })).toMatchObject({
      outcome: 'clear',
    });
  });

  it('do not hold a moment that ignores quiet hours', () => {
    const moments = welcome({ purpose: 'care', quietHours: 'ignore' });
    const state = ada({ hours: { from: '09:00', to: '19:00', at: 0 } });
    expect(verdict(state, { now: at('12:00'), moments, about: { since: at('12:00') } })).toMatchObject({
      outcome: 'clear',
    });
  });
});

import { describe, expect, it } from 'vitest';
import { startHeartbeat } from '../../../cli/console/heartbeat.ts';
import { DAY, HOUR } from '../../../language/catalogue/milliseconds.ts';
import { journalOf, live, NEVER, setting, signedUp, someEvents } from './support.ts';

describe('time in a local world', () => {
  it('is the real one once the quarter is over', async () => {
    const { local, clock } = await live({ quarter: someEvents(20), now: '2026-11-01T00:00:00Z' });
    expect(local.now).toBe(clock.now);
    clock.now += HOUR;
    expect(local.now).toBe(clock.now);
  });

  it('stays ahead of a real one that the quarter has overtaken', async () => {
    const { local, clock } = await live({ quarter: someEvents(20), now: '2020-01-01T00:00:00Z' });
    const end = local.now;
    expect(end).toBeGreaterThanOrEqual(Date.parse('2019-12-30'));
    clock.now += HOUR;
    expect(local.now).toBe(end + HOUR);
  });

  it('brings about what is due, and only then', async () => {
    const { post, momentsOf, local, clock } = await live();
    await post('/api/events', signedUp('ada'));
    await local.tick();
    expect(await momentsOf('ada')).toEqual(['welcome']);
    clock.now += 10 * DAY;
    expect(await momentsOf('ada')).toEqual(['welcome']);
    await local.tick();
    expect((await momentsOf('ada')).length).toBeGreaterThan(1);
  });

  it('moves on by request, and has not gone back after a restart', async () => {
    const { post, momentsOf, db, clock, local } = await live();
    await post('/api/events', signedUp('ada'));
    const answer = await post('/api/clock', { advance: '10 days' });
    expect(await answer.json()).toEqual({ now: '2026-10-15T10:00:00.000Z' });
    expect((await momentsOf('ada')).length).toBeGreaterThan(1);
    const now = new Date(clock.now + HOUR).toISOString();
    const again = setting({ db, now });
    expect(again.local.progress.live).toBe(true);
    expect(again.local.now).toBe(local.now + HOUR);
  });

  it('has moved on for good also when nothing was due meanwhile', async () => {
    const { post, db, local } = await live();
    await post('/api/clock', { advance: '2 days' });
    expect(setting({ db }).local.now).toBe(local.now);
  });

  it.each(['', 'soon', '-1 day', '0 days', '400 days', 3, null])('does not move by %j', async (advance) => {
    const { post, local, clock } = await live();
    const answer = await post('/api/clock', { advance });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ status: 400 });
    expect(local.now).toBe(clock.now);
  });

  it('does not go back when the real clock is set back', async () => {
    const { post, local, clock } = await live();
    await post('/api/clock', { advance: '1 day' });
    const before = local.now;
    clock.now -= 5 * DAY;
    expect(local.now).toBe(before);
    await post('/api/clock', { advance: '1 day' });
    expect(local.now).toBe(before + DAY);
  });
});

describe('the heartbeat', () => {
  it('looks every second, after a failure only a minute later, and not at all once stopped', async () => {
    const waits: number[] = [];
    const reports: unknown[] = [];
    let next = (): void => {};
    let fails = false;
    const flush = () => new Promise((resolve) => setImmediate(resolve));
    const stop = startHeartbeat({
      local: { tick: async () => (fails ? Promise.reject(new Error('full')) : undefined) },
      after: (milliseconds, run) => {
        waits.push(milliseconds);
        next = run;
        return () => {
          next = () => {};
        };
      },
      report: (error) => reports.push(error),
    });
    await flush();
    fails = true;
    next();
    await flush();
    expect(waits).toEqual([1000, 60_000]);
    expect(reports).toHaveLength(1);
    stop();
    next();
    await flush();
    expect(waits).toHaveLength(2);
  });
});

describe('a quarter that was stopped', () => {
  it('goes on where it was, and comes to the same end, byte for byte', async () => {
    const quarter = someEvents(220);
    const whole = await live({ quarter });
    const stopping = new AbortController();
    const first = setting({ quarter });
    const there = await first.local.play((lines) => lines === 170 && stopping.abort(), stopping.signal);
    expect(there).toBe(false);
    const { db } = first;
    const second = setting({ db, quarter });
    expect(second.local.progress).toEqual({ played: 170, live: false });
    expect(await second.local.play(() => {}, NEVER)).toBe(true);
    expect(journalOf(db)).toEqual(journalOf(whole.db));
    expect(journalOf(db).length).toBeGreaterThan(100);
  });

  it('is not taken up with other events', async () => {
    const stopping = new AbortController();
    const { db, local } = setting({ quarter: someEvents(30) });
    await local.play((lines) => lines === 10 && stopping.abort(), stopping.signal);
    expect(() => setting({ db, quarter: someEvents(31) })).toThrow('an unfinished quarter of other events');
  });
});

import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { endingToday, readQuarter } from '../../../cli/console/quarter.ts';
import { DAY } from '../../../language/catalogue/milliseconds.ts';
import { timeOf } from '../../../simulator/play.ts';
import { expectEveryState } from './every-state.ts';
import { live, NEVER, setting, someEvents } from './support.ts';

const line = (time: string, detail: object = {}) => JSON.stringify({ id: 'e', time, detail });

describe('the example quarter', () => {
  it('is moved by whole days to end today, with every date in it, and goes no further than now', () => {
    const lines = [
      line('2026-07-01T08:00:00Z', { since: '2024-02-29', renewsOn: '2026-07-31T00:00:00Z', name: 'x 2026-07-01' }),
      line('2126-01-01T00:00:00Z'),
      'no JSON at all',
      line('2026-09-30T09:00:00Z', { at: '2026-13-45' }),
      line('2026-09-30T23:59:00Z'),
    ];
    const now = Date.parse('2026-11-27T15:00:00Z');
    const moved = endingToday(readQuarter(lines.join('\n')), now);
    expect(moved.lines.map(timeOf)).toEqual([
      '2026-08-28T08:00:00.000Z',
      '2126-02-28T00:00:00.000Z',
      undefined,
      '2026-11-27T09:00:00.000Z',
    ]);
    expect(JSON.parse(moved.lines[0] ?? '').detail).toEqual({
      since: '2024-04-27',
      renewsOn: '2026-09-27T00:00:00Z',
      name: 'x 2026-07-01',
    });
    expect(moved.lines[3]).toContain('2026-13-45');
    expect(moved.startsAt).toBe(Date.parse('2026-08-28T08:00:00Z'));
  });

  it('comes to the same decisions, as far before its end, whatever day it ends on', async () => {
    const decideBy = async (now: string) => {
      const db = new DatabaseSync(':memory:');
      const { local } = setting({ db, quarter: someEvents(200), now });
      await local.play(() => {}, NEVER);
      const end = Date.parse(now);
      const rows = db.prepare('SELECT entry FROM timeline ORDER BY seq').all() as { entry: string }[];
      return rows.map(({ entry }) => {
        const { at, customer, kind, outcome, reason, step, moment } = JSON.parse(entry);
        return [end - Date.parse(at), customer, kind, outcome, reason, step, moment].join(' ');
      });
    };
    const first = await decideBy('2026-07-27T20:00:00Z');
    expect(first.length).toBeGreaterThan(100);
    expect(await decideBy(new Date(Date.parse('2026-07-27T20:00:00Z') + 14 * DAY).toISOString())).toEqual(first);
  });

  it('is taken up on another day where it stopped, and still ends on the day it was begun', async () => {
    const stopping = new AbortController();
    const quarter = someEvents(60);
    const { db, local } = setting({ quarter, now: '2026-10-05T10:00:00Z' });
    await local.play((lines) => lines === 40 && stopping.abort(), stopping.signal);
    const later = setting({ db, quarter, now: '2026-10-08T10:00:00Z' });
    expect(await later.local.play(() => {}, NEVER)).toBe(true);
    const whole = await live({ quarter, now: '2026-10-05T10:00:00Z' });
    const first = (from: DatabaseSync) => from.prepare('SELECT entry FROM timeline ORDER BY seq LIMIT 60').all();
    expect(first(db)).toEqual(first(whole.db));
  });
});

describe('a world that has played some of it', () => {
  // The whole quarter takes seconds: quarter.deep.ts.
  it('has people in every state', async () => {
    const lines = someEvents(400);
    const last = JSON.parse(lines.slice(lines.lastIndexOf('\n')));
    const rejected = [
      { ...last, id: 'r1', 'detail-type': 'nobody.knows' },
      { ...last, id: 'r2', detail: {} },
    ];
    await expectEveryState([lines, ...rejected.map((event) => JSON.stringify(event))].join('\n'));
  });
});

import { describe, expect, it } from 'vitest';
import { memoizeByKey } from '../../language/catalogue/memoize-by-key.ts';
import { DAY, HOUR } from '../../language/catalogue/milliseconds.ts';
import { playBadDay, playGoodDays } from './bad-day.ts';
import { BAD_DAYS } from './operations.ts';

const ASKED = { seed: 3, customers: 25 };
const MINUTES = 60_000;

/** Each is played once, when the first test asks. */
const goodDays = memoizeByKey(() => playGoodDays(ASKED));
const played = memoizeByKey(async (name) =>
  playBadDay(ASKED, BAD_DAYS[name as keyof typeof BAD_DAYS], await goodDays()),
);

describe('a bad day', () => {
  it.each(Object.entries(BAD_DAYS))(
    '%s: everything that comes to hand is decided, no promise is broken, and it goes on when the day is over',
    async (name, badDay) => {
      const { sent, late, longest, lost, broken } = await played(name);
      expect({ lost, broken }).toEqual({ lost: 0, broken: 0 });
      expect(sent).toBeGreaterThan(20);
      // What a cap, a gap or another journey then holds comes later still: as long as there is patience.
      expect(longest).toBeLessThan(badDay.hours * HOUR + 20 * DAY);
      expect(late).toBeLessThan(sent);
    },
    5 * MINUTES,
  );

  it('of SES is late, and sends all the same', async () => {
    const { late, longest } = await played('SES paused for two days');
    expect(late).toBeGreaterThan(0);
    expect(longest).toBeGreaterThan(6 * HOUR);
  });
});

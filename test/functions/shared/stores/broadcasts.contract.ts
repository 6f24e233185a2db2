import { describe, expect, it } from 'vitest';
import type { Broadcast, Broadcasts } from '../../../../functions/shared/stores/broadcasts.ts';
import { T0 } from '../../../support/customer.ts';

export const broadcast = (more: Partial<Broadcast> = {}): Broadcast => ({
  format: 1,
  id: 'down#f1',
  type: 'down',
  at: new Date(T0).toISOString(),
  fields: { plan: 'pro' },
  detail: { plan: 'pro' },
  startedAt: T0,
  step: 0,
  asked: 0,
  told: 0,
  ...more,
});

/** What every store of events about everyone does. */
export const broadcastsContract = (name: string, open: () => Broadcasts | Promise<Broadcasts>): void => {
  describe(`events about everyone in ${name}`, () => {
    it('are kept as they began, whoever begins them again', async () => {
      const broadcasts = await open();
      expect(await broadcasts.load('down#f1')).toBeUndefined();
      expect(await broadcasts.begin(broadcast())).toEqual(broadcast());
      expect(await broadcasts.begin(broadcast({ startedAt: T0 + 1 }))).toEqual(broadcast());
      expect(await broadcasts.load('down#f1')).toEqual(broadcast());
    });

    it('go on from the step at which they stand, and from no other', async () => {
      const broadcasts = await open();
      await broadcasts.begin(broadcast());
      const answers = { crowd: 'c1', moment: 'call', perSecond: 7, round: 1, found: 2 };
      const next = broadcast({ step: 1, after: 'c9', asked: 10, told: 3, about: 40, answers });
      expect(await broadcasts.advance(0, next)).toBe(true);
      expect(await broadcasts.advance(0, broadcast({ step: 1 }))).toBe(false);
      expect(await broadcasts.load('down#f1')).toEqual(next);
      expect(await broadcasts.advance(0, broadcast({ id: 'nobody began this', step: 1 }))).toBe(false);
    });

    it('stay stopped while a step of before is kept, until they go on', async () => {
      const broadcasts = await open();
      await broadcasts.begin(broadcast());
      const stopped = T0 + 7;
      expect(await broadcasts.stop('down#f1', stopped)).toEqual(broadcast({ stopped }));
      expect(await broadcasts.advance(0, broadcast({ step: 1 }))).toBe(true);
      expect(await broadcasts.load('down#f1')).toEqual(broadcast({ step: 1, stopped }));
      expect(await broadcasts.stop('down#f1', undefined)).toEqual(broadcast({ step: 1 }));
      expect(await broadcasts.load('down#f1')).toEqual(broadcast({ step: 1 }));
      expect(await broadcasts.stop('down#f2', stopped)).toBeUndefined();
    });

    it('are listed, the newest first', async () => {
      const broadcasts = await open();
      for (const [place, id] of ['a', 'b', 'c'].entries())
        await broadcasts.begin(broadcast({ id, startedAt: T0 + [1, 3, 2][place]! }));
      expect((await broadcasts.list(2)).map(({ id }) => id)).toEqual(['b', 'c']);
    });
  });
};

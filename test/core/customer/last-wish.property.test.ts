import fc from 'fast-check';
import { expect, it } from 'vitest';
import { BUILT_IN } from '../../../language/catalogue/built-in.ts';
import { MINUTE } from '../../../language/catalogue/milliseconds.ts';
import { catalogue } from '../../support/catalogue.ts';
import { T0 } from '../../support/customer.ts';
import { runs } from '../../support/depth.ts';
import { MERGED, twoIds } from '../../support/two-ids.ts';

const builtIn = (name: string) => ({ [name]: { ...BUILT_IN[name]!, kept: [], awaited: false } });
const events = { ...MERGED, ...builtIn('customer.consent_changed'), ...builtIn('message.replied') };

/** A wish about texts, by the page or by a reply, under one of two ids, told some minutes after it was made. */
const wish = fc.record({
  by: fc.constantFrom('guest', 'ada'),
  way: fc.constantFrom('page', 'reply'),
  choice: fc.constantFrom('granted', 'withdrawn'),
  minutesAgo: fc.integer({ min: 0, max: 20 }),
});
const act = fc.oneof({ weight: 6, arbitrary: wish }, { weight: 1, arbitrary: fc.constant('merge' as const) });

it('of what a customer wishes the last counts by when it was said, and a no is never lost, whichever way, id and order it comes in', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 12 }), async (acts) => {
      const ids = twoIds(catalogue({ events }));
      await ids.ada.event('start');
      await ids.guest.event('start');
      let mergedAt = 0;
      const wishes: { by: string; choice: string; at: number }[] = [];
      for (const one of acts) {
        ids.pass(7 * MINUTE);
        if (one === 'merge') {
          if (mergedAt === 0) mergedAt = ids.ada.clock.now;
          await ids.merge();
          continue;
        }
        const { by, way, choice, minutesAgo } = one;
        const at = Math.max(T0, ids.ada.clock.now - minutesAgo * MINUTE);
        const more = {
          at: new Date(at).toISOString(),
          ...(way === 'reply' && { wish: choice === 'granted' ? ('return' as const) : ('leave' as const) }),
        };
        await ids[by as 'ada'].event(
          way === 'page' ? 'customer.consent_changed' : 'message.replied',
          { channel: 'sms', ...(way === 'page' && { choice }) },
          more,
        );
        wishes.push({ by, choice, at });
      }
      for (const id of ['guest', 'ada'] as const) {
        if (mergedAt > 0 && id === 'guest') continue;
        const own = wishes.filter(({ by }) => mergedAt > 0 || by === id);
        const lastNo = Math.max(-1, ...own.flatMap(({ choice, at }) => (choice === 'withdrawn' ? [at] : [])));
        const lastYes = Math.max(-1, ...own.flatMap(({ choice, at }) => (choice === 'granted' ? [at] : [])));
        const consent = (await ids.store.load(id))?.consent['channel:sms']?.choice;
        if (lastNo >= lastYes && lastNo >= 0) expect(consent).toBe('withdrawn');
        if (lastYes > lastNo && lastYes > mergedAt) expect(consent).toBe('granted');
        if (own.length === 0) expect(consent).toBeUndefined();
      }
    }),
    { numRuns: runs(50) },
  );
});

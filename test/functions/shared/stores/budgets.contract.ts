import { describe, expect, it } from 'vitest';
import type { Demand } from '../../../../core/customer/gestures/budgets.ts';
import type { Budgets } from '../../../../functions/shared/stores/budgets.ts';

const demand = (key: string, amount: number, most: number, scope: Demand['scope'] = 'stage'): Demand => ({
  key,
  scope,
  of: 'cost',
  amount,
  most,
});

/** What every store of budgets does. */
export const budgetsContract = (name: string, open: () => Promise<Budgets>): void => {
  describe(`${name} as a store of budgets`, () => {
    it('holds what a gesture takes, once, however often it is asked for', async () => {
      const budgets = await open();
      const demands = [demand('stage/2026-03', 500, 1000), demand('agent/max/2026-03', 500, 500, 'agent')];
      expect(await budgets.reserve('g1', demands)).toBe('reserved');
      expect(await budgets.reserve('g1', demands)).toBe('reserved');
      expect(await budgets.used(['stage/2026-03', 'agent/max/2026-03', 'stage/2026-04'])).toEqual([500, 500, 0]);
    });

    it('takes nothing at all where one budget has no room, and says whose', async () => {
      const budgets = await open();
      await budgets.reserve('g1', [demand('agent', 400, 500, 'agent')]);
      const both = [demand('stage', 200, 1000), demand('agent', 200, 500, 'agent')];
      expect(await budgets.reserve('g2', both)).toEqual({ full: 'agent' });
      expect(await budgets.reserve('g3', [demand('stage', 2000, 1000)])).toEqual({ full: 'stage' });
      expect(await budgets.used(['stage', 'agent'])).toEqual([0, 400]);
    });

    it('is full to the last hundredth', async () => {
      const budgets = await open();
      expect(await budgets.reserve('g1', [demand('stage', 999, 1000)])).toBe('reserved');
      expect(await budgets.reserve('g2', [demand('stage', 2, 1000)])).toEqual({ full: 'stage' });
      expect(await budgets.reserve('g3', [demand('stage', 1, 1000)])).toBe('reserved');
    });

    it('gives back once, and holds nothing more for that gesture', async () => {
      const budgets = await open();
      await budgets.reserve('g1', [demand('stage', 500, 500)]);
      await budgets.release('g1');
      await budgets.release('g1');
      expect(await budgets.used(['stage'])).toEqual([0]);
      expect(await budgets.reserve('g1', [demand('stage', 500, 500)])).toBe('released');
      expect(await budgets.reserve('g2', [demand('stage', 500, 500)])).toBe('reserved');
    });

    it('refuses what is asked for after it was given back', async () => {
      const budgets = await open();
      await budgets.release('g1');
      expect(await budgets.reserve('g1', [demand('stage', 5, 500)])).toBe('released');
      expect(await budgets.used(['stage'])).toEqual([0]);
    });

    it('lets through as many as there is room for, of many at once', async () => {
      const budgets = await open();
      const all = Array.from({ length: 12 }, (_, place) =>
        budgets.reserve(`g${place}`, [demand('stage', 300, 1000), demand(`agent/${place % 2}`, 300, 600, 'agent')]),
      );
      const answers = await Promise.all(all);
      expect(answers.filter((answer) => answer === 'reserved')).toHaveLength(3);
      expect(await budgets.used(['stage'])).toEqual([900]);
    });
  });
};

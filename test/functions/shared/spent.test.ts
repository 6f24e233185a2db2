import { expect, it } from 'vitest';
import { createSpentOf } from '../../../functions/shared/spent.ts';
import { createMemoryBudgets } from '../../../simulator/world/budgets.memory.ts';
import { choosingCatalogue } from '../../support/choosing.ts';
import { T0 } from '../../support/customer.ts';

it('tells for which kinds there is no room in what all may give, and reserves nothing', async () => {
  const catalogue = choosingCatalogue({ limits: { stage: { of: 'cost', most: 1000 } } });
  const budgets = createMemoryBudgets();
  const spentOf = createSpentOf({ budgets, catalogue, now: () => T0 });
  const key = 'stage/cost/2026-03';
  expect(await spentOf(['credit', 'points', 'letter'])).toEqual([]);
  await budgets.reserve('other', [{ key, scope: 'stage', of: 'cost', amount: 600, most: 1000 }]);
  expect(await spentOf(['credit', 'points', 'letter'])).toEqual(['credit']);
  expect(await budgets.used([key])).toEqual([600]);
});

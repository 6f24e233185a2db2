import type { Budgets } from '../../functions/shared/stores/budgets.ts';

/** Budgets of gestures in memory. */
export const createMemoryBudgets = (): Budgets => {
  const totals = new Map<string, number>();
  const gestures = new Map<string, { key: string; amount: number }[] | 'released'>();
  const usedOf = (key: string): number => totals.get(key) ?? 0;
  const add = (key: string, amount: number): void => void totals.set(key, usedOf(key) + amount);
  return {
    reserve: async (gesture, demands) => {
      const reservation = gestures.get(gesture);
      if (reservation) return reservation === 'released' ? reservation : 'reserved';
      const over = demands.find(({ key, amount, most }) => usedOf(key) + amount > most);
      if (over) return { full: over.scope };
      for (const { key, amount } of demands) add(key, amount);
      gestures.set(
        gesture,
        demands.map(({ key, amount }) => ({ key, amount })),
      );
      return 'reserved';
    },
    release: async (gesture) => {
      const reservation = gestures.get(gesture);
      if (reservation !== 'released') for (const { key, amount } of reservation ?? []) add(key, -amount);
      gestures.set(gesture, 'released');
    },
    used: async (keys) => keys.map(usedOf),
  };
};

import { demandsOf } from '../../core/customer/gestures/budgets.ts';
import { isGiving } from '../../core/customer/gestures/is-giving.ts';
import type { Catalogue } from '../../language/catalogue/catalogue.ts';
import type { Budgets } from './stores/budgets.ts';

interface Deps {
  budgets: Pick<Budgets, 'used'>;
  catalogue: Catalogue;
  now: () => number;
}

/** Of some kinds of gestures those for which the budgets that all share have no room now. Nothing is reserved by asking. */
export type SpentOf = (kinds: readonly string[]) => Promise<string[]>;

export const createSpentOf =
  ({ budgets, catalogue, now }: Deps): SpentOf =>
  async (kinds) => {
    if (!isGiving(catalogue)) return [];
    const at = now();
    const demands = kinds.flatMap((kind) => demandsOf(catalogue, kind, { at }).map((demand) => ({ kind, ...demand })));
    if (demands.length === 0) return [];
    const amounts = await budgets.used(demands.map(({ key }) => key));
    const full = demands.filter(({ amount, most }, place) => (amounts[place] ?? 0) + amount > most);
    return [...new Set(full.map(({ kind }) => kind))];
  };

import { offersByHand } from '../../core/customer/gestures/offers.ts';
import type { CustomerState } from '../../core/customer/model/state.ts';
import type { Catalogue } from '../../language/catalogue/catalogue.ts';
import { grantOffer } from '../shared/grant.ts';
import type { Budgets } from '../shared/stores/budgets.ts';
import type { ChangeCustomer } from '../shared/stores/change.ts';

interface Deps {
  catalogue: Catalogue;
  change: ChangeCustomer;
  budgets: Pick<Budgets, 'reserve'>;
}

/**
 * Gives what people offered, as far as budgets allow: of the event that just came, and of one before whose function died
 * midway. A repeat of the event finds nothing on offer any more.
 */
export const grantByHand = async (deps: Deps, after: CustomerState): Promise<void> => {
  for (const offer of offersByHand(after, deps.catalogue)) await grantOffer(deps, after.id, offer);
};

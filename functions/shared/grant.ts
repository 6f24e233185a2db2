import type { GrantAnswer } from '../../core/customer/commands/on-give.ts';
import type { GestureDemands } from '../../core/customer/gestures/life.ts';
import type { CustomerState } from '../../core/customer/model/state.ts';
import type { Reduced } from '../../core/customer/reduce.ts';
import type { Budgets } from './stores/budgets.ts';
import type { ChangeCustomer } from './stores/change.ts';

interface GrantDeps {
  change: ChangeCustomer;
  budgets: Pick<Budgets, 'reserve'>;
}

/** What the item is told. What was given back before is not on offer any more, which it finds itself. */
const FULL = {
  reserved: undefined,
  released: 'stage-budget',
  agent: 'agent-budget',
  stage: 'stage-budget',
} as const;

type Granted = Reduced<{ kind: 'grant' } & { gesture: string }> & { after: CustomerState };

const isOffered = (answer: GrantAnswer): answer is { offered: GestureDemands } =>
  typeof answer !== 'string' && 'offered' in answer;

/**
 * Reserves the budgets of what is on offer, and gives it; where one is used up, what the customer's item offers instead, until
 * something is given or nothing is left. Between two commits of the item, by the gesture's id: whoever dies midway, or comes
 * again, takes nothing twice. Of what is not on offer any more the item has said so, and relay gives it back.
 */
export const grantOffer = async (
  { change, budgets }: GrantDeps,
  customer: string,
  offer: GestureDemands,
  lastState?: CustomerState,
): Promise<Omit<Granted, 'answer'> & { answer: Exclude<GrantAnswer, { offered: GestureDemands }> }> => {
  let [next, item] = [offer, lastState];
  for (;;) {
    const reserved = await budgets.reserve(next.gesture, next.demands);
    const full = FULL[typeof reserved === 'string' ? reserved : reserved.full];
    const command = { kind: 'grant' as const, gesture: next.gesture, ...(full === undefined ? {} : { full }) };
    const granted = await change(customer, command, item);
    if (!isOffered(granted.answer)) {
      const { answer, ...rest } = granted;
      return { ...rest, answer };
    }
    [next, item] = [granted.answer.offered, granted.after];
  }
};

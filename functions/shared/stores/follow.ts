import { emptyCustomer } from '../../../core/customer/model/empty-customer.ts';
import type { CustomerState } from '../../../core/customer/model/state.ts';
import type { CustomerStore } from './store.ts';

/** Whom an id means: the id under which they go on, and their item, if they have one. */
export interface Followed {
  id: string;
  state: CustomerState | undefined;
}

/** Goes on from an alias to the item that it leads to. An alias was written when what it names was none: chains end. */
export const follow = async (
  load: CustomerStore['load'],
  id: string,
  /** The item under this id, as this caller just read it. */
  lastState?: CustomerState,
): Promise<Followed> => {
  let current = id;
  let state = lastState ?? (await load(id));
  while (state?.movedTo !== undefined) {
    current = state.movedTo;
    state = await load(current);
  }
  return { id: current, state };
};

/** Whoever an id means, as they are known: nothing is known of somebody new. */
export const personOf = async (load: CustomerStore['load'], customer: string, now: number): Promise<CustomerState> => {
  const { id, state } = await follow(load, customer);
  return state ?? emptyCustomer(id, now);
};

/** All ids of a person, the one that they go on under first: records of theirs lie under each. */
export const idsOf = async (load: CustomerStore['load'], customer: string): Promise<[string, ...string[]]> => {
  const { id, state } = await follow(load, customer);
  return [id, ...(state?.aliases ?? [])];
};

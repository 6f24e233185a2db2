import type { ReduceDeps } from '../../../core/customer/draft.ts';
import { emptyCustomer } from '../../../core/customer/model/empty-customer.ts';
import type { Millis } from '../../../core/customer/model/millis.ts';
import type { CustomerState } from '../../../core/customer/model/state.ts';
import { type Command, type Reduced, reduce } from '../../../core/customer/reduce.ts';
import { follow } from './follow.ts';
import type { CustomerStore } from './store.ts';

export interface ChangeDeps {
  store: CustomerStore;
  now: () => Millis;
  /** Read at each change, since an operator may pause a journey at any time. */
  reduceDeps: () => Promise<ReduceDeps>;
}

/** Too many writers at once on one customer; whoever called tries again later. */
export class CustomerBusy extends Error {
  override name = 'CustomerBusy';
}

const ATTEMPTS = 24;

export type ChangeCustomer = <C extends Command>(
  id: string,
  command: C,
  /** The item as this caller just read or wrote it, which saves a read: what commits meets it as it is by then. */
  lastState?: CustomerState,
) => Promise<Reduced<C> & { after: CustomerState }>;

/**
 * Loads, reduces and commits by compare-and-set; on conflict it reduces again over what is there now. Of an alias it is the one
 * whom that leads to. Throws CustomerBusy.
 */
export const createChange =
  ({ store, now, reduceDeps }: ChangeDeps): ChangeCustomer =>
  async (id, command, lastState) => {
    const [deps, person] = await Promise.all([reduceDeps(), follow(store.load, lastState?.id ?? id, lastState)]);
    let { id: own, state } = person;
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const before = state ?? emptyCustomer(own, now());
      const reduced = await reduce(before, command, now(), deps);
      if (reduced.state === undefined) return { ...reduced, after: before };
      const result = await store.commit(reduced.state);
      if (result.committed) return { ...reduced, after: reduced.state };
      ({ id: own, state } = result.current
        ? await follow(store.load, own, result.current)
        : { id: own, state: undefined });
    }
    throw new CustomerBusy(`The item changed ${ATTEMPTS} times while it was being changed. Try again.`);
  };

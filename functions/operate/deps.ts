import type { Catalogue } from '../../language/catalogue/catalogue.ts';
import type { ChangeCustomer } from '../shared/stores/change.ts';
import type { Held } from '../shared/stores/held.ts';
import type { CustomerStore } from '../shared/stores/store.ts';
import type { Flags } from './flags.ts';
import type { Redrive } from './redrive/redrive.ts';

/** What commands of operators need. */
export interface OperateDeps {
  catalogue: Catalogue;
  flags: Flags;
  store: Pick<CustomerStore, 'load'>;
  held: Held;
  change: ChangeCustomer;
  redrive: Redrive;
  now: () => number;
}

import type { Catalogue } from '../../language/catalogue/catalogue.ts';
import type { Steps } from '../broadcast/ports.ts';
import type { Broadcasts } from '../shared/stores/broadcasts.ts';
import type { ChangeCustomer } from '../shared/stores/change.ts';
import type { Counts } from '../shared/stores/counts.ts';
import type { CustomerRecords } from '../shared/stores/customer-records.ts';
import type { CustomerStore } from '../shared/stores/store.ts';
import type { Flags } from './flags.ts';
import type { Keys } from './keys.ts';
import type { Redrive } from './redrive/redrive.ts';

/** What commands of operators need. */
export interface OperateDeps {
  catalogue: Catalogue;
  flags: Flags;
  store: Pick<CustomerStore, 'load'>;
  records: CustomerRecords;
  counts: Pick<Counts, 'of'>;
  change: ChangeCustomer;
  broadcasts: Pick<Broadcasts, 'begin' | 'list' | 'stop'>;
  steps: Steps;
  redrive: Redrive;
  /** By what they are for; undefined where the stage has none of them. */
  keys: { links: Keys; inbox?: Keys };
  /** Figures, for those who watch. */
  count?: (name: string, times: number) => void;
  now: () => number;
}

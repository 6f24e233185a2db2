import { collectRecords } from '../shared/stores/collect-records.ts';
import type { CustomerRecords } from '../shared/stores/customer-records.ts';
import { follow } from '../shared/stores/follow.ts';
import type { CustomerStore } from '../shared/stores/store.ts';

interface ExportDeps {
  load: CustomerStore['load'];
  records: CustomerRecords;
}

/** In bytes of JSON: a function answers six megabytes at most, and a file is indented. */
const MOST = 3_000_000;

/** Everything that a stage holds of a customer, in the form of `tactful export`. What is too much for one file is left out, and that is said in it. */
export const createExportCustomer =
  ({ load, records: { page } }: ExportDeps) =>
  async (customer: string) => {
    const { id, state } = await follow(load, customer);
    const { records, isCut } = await collectRecords(page, [id, ...(state?.aliases ?? [])], MOST);
    return {
      customer,
      state,
      ...records,
      ...(isCut && { incomplete: 'This is too much for one file: ask us, and we send you all of it.' }),
    };
  };

import { readFromLocalWorld } from './console/customer-data.ts';
import type { CustomerData } from './customer-data.ts';
import type { SourceFlags } from './options.ts';
import { readFromStage } from './stage/read-customer.ts';

/** Everything that there is of a customer, on a stage or in the local world. Throws UsageError where there is nothing. */
export const readCustomerData = async ({ stage, data }: SourceFlags, customer: string): Promise<CustomerData> =>
  stage === undefined ? readFromLocalWorld(data, customer) : readFromStage(stage, customer);

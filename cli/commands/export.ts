import type { Where } from '../held/held.ts';
import { readHeld } from '../held/read-held.ts';
import type { Io } from './io.ts';

/** Prints everything held of one customer. */
export const exportCustomer = async (customer: string, where: Where, { out }: Io): Promise<number> => {
  out(JSON.stringify(await readHeld(where, customer), null, 2));
  return 0;
};

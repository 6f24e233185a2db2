import type { Where } from '../held/held.ts';
import { eraseLocal } from '../held/local.ts';
import { confirm } from './confirm.ts';
import { UsageError } from './errors.ts';
import type { Io } from './io.ts';
import { onStage } from './stage.ts';

export interface EraseFlags extends Where {
  yes?: boolean;
}

/** Removes everything held of one customer, from a stage or from the studio. */
export const erase = async (customer: string, { stage, data, yes }: EraseFlags, { out }: Io): Promise<number> => {
  const who = JSON.stringify(customer);
  const where = stage === undefined ? `the studio's data in ${data}` : `the stage ${stage}`;
  await confirm(`Erase ${who} from ${where}? It cannot be undone.`, yes);
  if (stage !== undefined) return onStage(['erase', '--stage', stage, '--yes', '--', customer]);
  if (!eraseLocal(data, customer)) {
    throw new UsageError(`Nothing is held of ${who} in ${data}. --stage asks a deployed stage.`);
  }
  out(`Nothing is held of ${who} in ${data} any more.`);
  return 0;
};

import { UsageError } from '../commands/errors.ts';
import { askStage } from '../commands/stage.ts';
import type { HeldOf, Where } from './held.ts';
import { readLocal } from './local.ts';

/** Everything held of a customer, on a stage or in the studio. Throws UsageError where there is nothing. */
export const readHeld = async ({ stage, data }: Where, customer: string): Promise<HeldOf> => {
  if (stage !== undefined) return JSON.parse(await askStage(['export', '--stage', stage, '--', customer])) as HeldOf;
  const held = readLocal(data, customer);
  if (held) return held;
  throw new UsageError(`Nothing is held of ${JSON.stringify(customer)} in ${data}. --stage asks a deployed stage.`);
};

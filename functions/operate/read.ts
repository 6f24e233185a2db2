import { follow } from '../shared/stores/follow.ts';
import type { CommandOf, OperatorAnswer } from './command.ts';
import type { OperateDeps } from './deps.ts';

/** A page of what is held of a customer: no more than Lambda can answer at once. The state says under which ids there are records. */
export const read = async (
  { store, records }: Pick<OperateDeps, 'store' | 'records'>,
  { customer, part, after }: CommandOf<'read'>,
): Promise<OperatorAnswer> => {
  if (part !== 'state') return { ok: true, lines: [], ...(await records.page(customer, part, after)) };
  const { state } = await follow(store.load, customer);
  return { ok: true, lines: [], items: state ? [state] : [] };
};

import type { Asked, OperateDeps, OperatorAnswer } from './operate.ts';

/** A page of what is held of a customer: no more than Lambda can answer at once. */
export const read = async (
  { store, held }: Pick<OperateDeps, 'store' | 'held'>,
  { customer, part, after }: Asked<'read'>,
): Promise<OperatorAnswer> => {
  if (part !== 'state') return { ok: true, lines: [], ...(await held.page(customer, part, after)) };
  const state = await store.load(customer);
  return { ok: true, lines: [], items: state ? [state] : [] };
};

import { RECORD_KINDS } from '../shared/stores/customer-records.ts';
import { follow } from '../shared/stores/follow.ts';
import type { CommandOf, OperatorAnswer } from './command.ts';
import type { OperateDeps } from './deps.ts';

/** Begins to erase a customer: ends what they are in and empties their item. What is left goes by itself, minutes later. */
export const erase = async (
  { store, records, change }: Pick<OperateDeps, 'store' | 'records' | 'change'>,
  { customer }: CommandOf<'erase'>,
): Promise<OperatorAnswer> => {
  const { id, state } = await follow(store.load, customer);
  const pages = await Promise.all(RECORD_KINDS.map((shelf) => records.page(id, shelf)));
  if (!state && pages.every(({ items }) => items.length === 0)) {
    return { ok: false, lines: [`Nothing is held of ${JSON.stringify(customer)} here.`] };
  }
  await change(id, { kind: 'erase' });
  const running = Object.keys(state?.enrolments ?? {}).length;
  const ended = running === 1 ? 'The one journey that ran has' : `The ${running} journeys that ran have`;
  return {
    ok: true,
    lines: [`${running === 0 ? 'No journey ran' : `${ended} ended`}, and the item is empty.`],
  };
};

/** Whether an erasure is still under way. Nothing else of the customer is told. */
export const erasing = async (
  { store }: Pick<OperateDeps, 'store'>,
  { customer }: CommandOf<'erasing'>,
): Promise<OperatorAnswer> => {
  const { state } = await follow(store.load, customer);
  return { ok: true, lines: [], items: state?.erased === undefined ? [] : [{ erased: state.erased }] };
};

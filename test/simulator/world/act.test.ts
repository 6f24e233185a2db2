import { expect, it } from 'vitest';
import { emptyCustomer } from '../../../core/customer/model/empty-customer.ts';
import { createAct } from '../../../simulator/world/act.ts';
import { createStorageWatch } from '../../../simulator/world/storage-watch.ts';
import { createUnderWay } from '../../../simulator/world/under-way.ts';

const nothing = () => {};

/** An action that moves one customer, where somebody counts and where nobody does. */
const acted = async (takeCensus?: () => Promise<void>) => {
  const underWay = createUnderWay();
  const act = createAct({
    storage: { begin: nothing, commit: nothing, rollback: nothing },
    watch: createStorageWatch(),
    underWay,
    runs: { forget: nothing },
    settle: async () => void underWay.relayed.push(emptyCustomer('ada', 0)),
    takeCensus,
    beforeCommit: nothing,
    onErased: nothing,
    clock: { now: 0 },
  });
  await act(async () => {});
  return underWay;
};

it.each([
  ['somebody counts', async () => {}],
  ['nobody counts', undefined],
])('nothing is kept of an action that is over, where %s', async (_, takeCensus) => {
  expect(await acted(takeCensus)).toEqual(createUnderWay());
});

import { expect, it } from 'vitest';
import { joinGestures } from '../../../core/customer/merge/join-history.ts';
import { emptyCustomer } from '../../../core/customer/model/empty-customer.ts';
import type { GestureRecord } from '../../../core/customer/model/gesture.ts';
import { LIMITS } from '../../../core/customer/model/limits.ts';
import { givenCustomer } from '../../support/gestures.ts';

it('frees what is on offer to somebody of two ids for whose record there is no room', async () => {
  const one = givenCustomer();
  const now = one.clock.now;
  const record = (id: string, state: GestureRecord['state']): GestureRecord => ({
    id,
    kind: 'credit',
    state,
    at: now,
    cost: 5,
    counted: true,
  });
  const recordsOf = (name: string) =>
    Array.from({ length: LIMITS.gestures }, (_, place) => record(`${name}${place}`, 'given'));
  const [offered, ...others] = recordsOf('old');
  const from = {
    ...emptyCustomer('old', now),
    gestures: [{ ...offered!, state: 'offered' as const, at: now - 1 }, ...others],
  };
  const state = { ...emptyCustomer('new', now), gestures: recordsOf('new') };
  joinGestures({ state, now, deps: await one.reduceDeps() }, from);
  expect(state.gestures).toHaveLength(LIMITS.gestures);
  expect(state.journal).toMatchObject([
    { kind: 'gesture', gesture: 'old0', state: 'failed', why: 'lost', frees: true },
  ]);
});

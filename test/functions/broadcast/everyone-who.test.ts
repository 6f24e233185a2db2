import { expect, it } from 'vitest';
import { emptyCustomer } from '../../../core/customer/model/empty-customer.ts';
import { createBroadcast } from '../../../functions/broadcast/broadcast.ts';
import { everyoneWhoAsked } from '../../../functions/broadcast/everyone-who.ts';
import { createMemoryCensus } from '../../../simulator/world/census.memory.ts';
import { catalogue, eventType } from '../../support/catalogue.ts';
import { T0 } from '../../support/customer.ts';
import { DOWN, openBroadcasting } from './support.ts';

it('an event about a theme is asked of those who asked for that, and of nobody else', async () => {
  const all = await openBroadcasting();
  const { askers, read } = createMemoryCensus(all.store.load);
  const themes = { pro: { at: 0, event: 'wrote' } };
  for (const id of ['x1', 'x2', 'x3', 'x4'])
    await all.store.commit({ ...emptyCustomer(id, T0 - 5000), version: 1, ...(id !== 'x3' && { themes }) });
  // The index is behind: one does not ask for it any more, one is gone.
  await askers.write({ gone: [], come: ['x1', 'x2', 'x3', 'x9'].map((customer) => ({ theme: 'pro', customer })) });
  const step = createBroadcast({
    ...all.deps,
    everyone: { page: () => Promise.reject(new Error('nobody else is to be asked')), count: async () => 0 },
    whoAsked: (theme) => everyoneWhoAsked(read.askers, all.store.load, theme),
    catalogue: catalogue({ events: { down: { ...eventType({ theme: 'plan' }), everyone: { perSecond: 1 } } } }),
  });
  await all.begin(DOWN);
  for (let next = all.queue.shift(); next; next = all.queue.shift()) await step(next.step);
  expect(all.events.map(({ envelope }) => envelope.addressed?.customer)).toEqual(['x1', 'x2']);
  expect(await all.broadcasts.load(DOWN.id)).toMatchObject({ asked: 3, told: 2, about: 4, over: { why: 'asked' } });
});

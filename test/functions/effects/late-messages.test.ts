import { expect, it } from 'vitest';
import { emptyCustomer } from '../../../core/customer/model/empty-customer.ts';
import { createEffects } from '../../../functions/effects/effects.ts';
import type { Outgoing } from '../../../functions/effects/queue.ts';
import { type EffectMessage, FORMAT, type Timer } from '../../../functions/effects/schema.ts';
import { MINUTE } from '../../../language/catalogue/milliseconds.ts';
import { catalogueOf } from '../../language/compile/run.ts';

const T0 = Date.parse('2026-03-02T10:00:00Z');
const timer: Timer = { type: 'timer', format: FORMAT, customer: 'ada', enrolment: 'e1', timer: 3, due: T0, again: 0 };

/** What effects does about a message at T0, with `ada` in nothing. */
const performed = async (message: EffectMessage) => {
  const did: string[] = [];
  const sent: Outgoing[] = [];
  const perform = createEffects({
    load: async () => ({ ...emptyCustomer('ada', T0), version: 9 }),
    catalogueFor: async () => catalogueOf([]),
    runs: { start: async () => void did.push('start') },
    schedules: { put: async () => void did.push('put') },
    overdue: { page: async () => ({ timers: [] }) },
    erase: async () => void did.push('erase'),
    queue: { send: async (outgoing) => void sent.push(...outgoing) },
    now: () => T0,
  });
  expect(await perform([message])).toEqual([undefined]);
  return { did, sent };
};

it('sends a timer that would be scheduled for the past, since no schedule would come', async () => {
  const at = T0 - MINUTE;
  const { did, sent } = await performed({ type: 'schedule', format: FORMAT, at, timer });
  expect(did).toEqual([]);
  expect(sent).toEqual([{ message: timer, at }]);
});

it('sends a timer that would be scheduled for the next minutes, since it may be over before the schedule is there', async () => {
  const { did, sent } = await performed({ type: 'schedule', format: FORMAT, at: T0 + MINUTE, timer });
  expect(did).toEqual([]);
  expect(sent).toEqual([{ message: timer, at: T0 + MINUTE }]);
});

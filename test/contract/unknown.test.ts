import { describe, expect, it } from 'vitest';
import { emptyCustomer } from '../../core/customer/model/empty-customer.ts';
import { fromItem, toItem } from '../../core/customer/model/item.ts';
import { ItemFormatUnknown, migrate } from '../../core/customer/model/migrate.ts';
import { EffectMessage } from '../../functions/effects/schema.ts';
import { readCommit } from '../../functions/relay/schema.ts';
import { ContractUnknown } from '../../functions/shared/read-task.ts';
import { oneCustomer, T0 } from '../support/customer.ts';
import { compiled } from '../support/world.ts';
import { openStage } from './stage.ts';

const later = (more: object): string => JSON.stringify({ ...emptyCustomer('ada', T0), ...more });

describe('an item', () => {
  it('of a number that is not known is refused, with what was found and what to do', () => {
    expect(() => fromItem(later({ format: 2 }))).toThrow(ItemFormatUnknown);
    expect(() => fromItem(later({ format: 2 }))).toThrow(
      'format 2, and this release knows 1 to 1: deploy one that knows it',
    );
    expect(() => fromItem(later({ format: undefined }))).toThrow(ItemFormatUnknown);
  });

  it('that a later release wrote short in a way of its own is refused, and comes again', () => {
    expect(() => fromItem('deflate9:AAAA')).toThrow(ItemFormatUnknown);
    expect(() => fromItem('deflate9:AAAA')).toThrow('format "deflate9:"');
  });

  it('keeps what a later release added under the same number, also when it is written again', async () => {
    expect(fromItem(toItem(fromItem(later({ moodRing: 'blue' }))))).toMatchObject({ moodRing: 'blue' });
    const ada = oneCustomer();
    await ada.event('start');
    const state = await ada.state();
    const id = ada.enrolment('hello');
    const grown = {
      ...state,
      version: 2,
      moodRing: 'blue',
      enrolments: { [id]: { ...state.enrolments[id]!, colour: 1 } },
    };
    await ada.store.commit(grown);
    await ada.event('reply', { ref: 'r1' });
    expect(await ada.state()).toMatchObject({ moodRing: 'blue', enrolments: { [id]: { colour: 1 } } });
  });

  it('is carried from number to number, each by its own step', () => {
    const steps = {
      5: ({ name, ...rest }: Record<string, unknown>) => ({ ...rest, names: [name] }),
      6: ({ names, ...rest }: Record<string, unknown>) => ({ ...rest, count: (names as string[]).length }),
    };
    expect(migrate({ format: 5, id: 'x', name: 'Ada' }, steps, 7)).toEqual({ format: 7, id: 'x', count: 1 });
    expect(() => migrate({ format: 4 }, steps, 7)).toThrow(ItemFormatUnknown);
  });
});

describe('relay', () => {
  it('carries on what it does not know, whole, and does not stop the stream for it', () => {
    const entry = { kind: 'gesture', at: '2026-03-02T10:00:00.000Z', customer: 'ada', worth: 5 };
    const goal = { kind: 'goal', at: entry.at, customer: 'ada', journey: 'j', enrolment: 'e', event: 'x', worth: 5 };
    const effect = { type: 'gift', worth: 5 };
    const commit = readCommit(later({ journal: [entry, goal], effects: [effect] }));
    expect(commit).toMatchObject({ journal: [entry, goal], effects: [effect] });
  });

  it('refuses what is no entry at all', () => {
    expect(() => readCommit(later({ journal: ['hello'] }))).toThrow();
  });
});

describe('a task', () => {
  const payload = { contract: 1, customer: 'ada', journey: 'onboarding', enrolment: 'e', step: 'wait', visit: 1 };

  it.each([
    ['deliver', '${DeliverFunction}', 'send'],
    ['advance', '${AdvanceFunction}', 'wait'],
  ])('that a later machine asks of %s is thrown, so that its timer asks again', async (_, target, task) => {
    const { functions } = openStage(compiled().catalogue);
    const ask = (more: object) => functions[target]!({ ...payload, task, ...more });
    await expect(ask({ contract: 2, task: 'dance', visit: 'none' })).rejects.toThrow(ContractUnknown);
    await expect(ask({ contract: undefined })).rejects.toThrow(ContractUnknown);
    expect(await ask({ colour: 'blue' })).toMatchObject({ outcome: 'ended' });
  });
});

it('a message of a later release is refused by effects, and stays on its queue', () => {
  const timer = { type: 'timer', format: 1, customer: 'ada', enrolment: 'e', timer: 1, due: 1 };
  expect(EffectMessage.safeParse({ ...timer, colour: 'blue' }).success).toBe(true);
  expect(EffectMessage.safeParse({ ...timer, format: 2 }).success).toBe(false);
});

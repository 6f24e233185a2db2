import { describe, expect, it } from 'vitest';
import { CatalogueOlder } from '../../../core/customer/catalogue-older.ts';
import { emptyCustomer } from '../../../core/customer/model/empty-customer.ts';
import type { Enrolment } from '../../../core/customer/model/enrolment.ts';
import type { CustomerState } from '../../../core/customer/model/state.ts';
import { createEffects, type EffectsDeps, MachineNotDeployed } from '../../../functions/effects/effects.ts';
import type { Outgoing } from '../../../functions/effects/queue.ts';
import type { Catalogue } from '../../../language/catalogue/catalogue.ts';
import { DAY, MINUTE } from '../../../language/catalogue/milliseconds.ts';
import type { MachineState } from '../../../language/catalogue/task.ts';
import { T0, timer } from './support.ts';

const enrolment = (more: Partial<Enrolment> = {}): Enrolment => ({
  journey: 'onboarding',
  startedAt: T0,
  enteredAt: T0,
  control: false,
  arms: {},
  eventId: 'x',
  event: {},
  heard: {},
  took: [],
  at: 'welcome',
  visit: 2,
  since: T0,
  due: T0,
  timer: 3,
  ...more,
});

const journey = {
  carries: { event: [], customer: [] },
  steps: { welcome: {} },
  exits: [],
  renamed: { hello: 'welcome' },
};
const catalogue = { journeys: { onboarding: journey } } as unknown as Catalogue;
/** What effects does about messages, in order, with `ada` in these enrolments. */
const open = (
  enrolments: Record<string, Enrolment> = { e1: enrolment() },
  more: Partial<EffectsDeps> = {},
  erased: Partial<CustomerState> = {},
) => {
  const did: string[] = [];
  const sent: Outgoing[] = [];
  const started: { journey: string; input: MachineState }[] = [];
  const state: CustomerState = { ...emptyCustomer('ada', T0), version: 1, enrolments, ...erased };
  const effects = createEffects({
    load: async (id) => (id === 'ada' ? state : undefined),
    catalogueFor: async () => catalogue,
    runs: {
      start: async (name, input) => {
        did.push(`start ${input.enrolment}`);
        started.push({ journey: name, input });
      },
    },
    schedules: { put: async ({ timer: { enrolment: id } }) => void did.push(`schedule ${id}`) },
    overdue: { page: async () => ({ timers: [] }) },
    erase: async ({ customer }) => void did.push(`erase ${customer}`),
    queue: {
      send: async (outgoing) => {
        did.push(`send ${outgoing.length}`);
        sent.push(...outgoing);
      },
    },
    now: () => T0,
    ...more,
  });
  return { effects, did, sent, started };
};

describe('a timer', () => {
  it('starts a run from where the customer stands, and comes again ten minutes later', async () => {
    const { effects, started, sent } = open();
    expect(await effects([timer()])).toEqual([undefined]);
    expect(started).toMatchObject([{ journey: 'onboarding', input: { customerId: 'ada', at: 'welcome', visit: 2 } }]);
    expect(sent).toEqual([{ message: timer({ again: 1 }), at: T0 + 10 * MINUTE }]);
  });

  it('of a promise, which has no journey, starts the machine whose task is about none', async () => {
    const promise = { journey: 'onboarding', moment: 'welcome', made: T0, due: T0, on: ['x'], next: T0, timer: 3 };
    const { effects, started, sent } = open({}, {}, { promises: { 'e9/welcome/2': promise } });
    expect(await effects([timer({ enrolment: 'e9/welcome/2' })])).toEqual([undefined]);
    expect(started).toMatchObject([{ journey: 'Retired', input: { customerId: 'ada', enrolment: 'e9/welcome/2' } }]);
    expect(sent).toHaveLength(1);
    await effects([timer({ enrolment: 'e9/welcome/2', timer: 2 }), timer({ enrolment: 'e9/welcome/2', due: T0 + 1 })]);
    expect(started).toHaveLength(1);
  });

  it.each([
    [1, 20],
    [2, 40],
    [3, 60],
    [40, 60],
  ])('comes again later each time, and after an hour at the most', async (again, minutes) => {
    const { effects, sent } = open();
    await effects([timer({ again })]);
    expect(sent[0]?.at).toBe(T0 + minutes * MINUTE);
  });

  it('starts nobody by a catalogue that is older than what their item was written with: the message comes again', async () => {
    const older = new CatalogueOlder();
    const { effects, did } = open(undefined, { catalogueFor: () => Promise.reject(older) });
    expect(await effects([timer()])).toEqual([older]);
    expect(did).toEqual([]);
  });

  it.each([
    ['another number', enrolment({ timer: 4 })],
    ['another time', enrolment({ due: T0 + 1 })],
    ['no enrolment', undefined],
  ])('that has %s by now is dropped', async (_what, present) => {
    const { effects, did } = open(present ? { e1: present } : {});
    expect(await effects([timer()])).toEqual([undefined]);
    expect(did).toEqual([]);
  });

  it('of a customer who is gone, or of an enrolment with the name of a property, is dropped', async () => {
    const { effects, did } = open();
    await effects([timer({ customer: 'ben' }), timer({ enrolment: 'constructor' })]);
    expect(did).toEqual([]);
  });

  it('of a sweep starts a run and does not come again', async () => {
    const { effects, did } = open();
    await effects([timer({ once: true })]);
    expect(did).toEqual(['start e1']);
  });

  it('of a journey that is gone starts the machine for those', async () => {
    const { effects, started } = open({ e1: enrolment({ journey: 'renewal' }) });
    await effects([timer()]);
    expect(started.map(({ journey }) => journey)).toEqual(['Retired']);
  });

  it('of a step that has another id by now starts its run there', async () => {
    const { effects, started } = open({ e1: enrolment({ at: 'hello' }) });
    await effects([timer()]);
    expect(started[0]?.input.at).toBe('welcome');
  });

  it('stays where its run could not be started, and is not sent again', async () => {
    const refused = new MachineNotDeployed('none');
    const { effects, did } = open(undefined, { runs: { start: () => Promise.reject(refused) } });
    expect(await effects([timer()])).toEqual([refused]);
    expect(did).toEqual([]);
  });
});

describe('a batch of messages', () => {
  it('sends what comes again only after every run of it was started', async () => {
    const { effects, did } = open({ e1: enrolment(), e2: enrolment(), e3: enrolment() });
    await effects(['e1', 'e2', 'e3'].map((id) => timer({ enrolment: id })));
    expect(did).toEqual(['start e1', 'start e2', 'start e3', 'send 3']);
  });

  it('keeps what could not be sent again, and what failed by itself; the rest is done', async () => {
    const failure = new Error('the queue is away');
    const { effects } = open(undefined, { queue: { send: () => Promise.reject(failure) } });
    const stale = timer({ timer: 1 });
    expect(await effects([timer(), stale, timer({ once: true })])).toEqual([failure, undefined, undefined]);
  });

  it.each([
    [10 * MINUTE, 'send 1'],
    [10 * MINUTE + 1, 'schedule e1'],
  ])('keeps a timer that comes in %i ms by %s', async (ahead, what) => {
    const { effects, did, sent } = open();
    expect(await effects([{ type: 'schedule', format: 1, at: T0 + ahead, timer: timer() }])).toEqual([undefined]);
    expect(did).toEqual([what]);
    expect(sent.every(({ at }) => at === T0 + ahead)).toBe(true);
  });
});

describe('a timer that lies far ahead', () => {
  const ahead = { type: 'schedule' as const, format: 1, at: T0 + DAY, timer: timer({ due: T0 + DAY }) };

  it.each([
    ['it is still the enrolment’s', enrolment({ due: T0 + DAY }), ['schedule e1']],
    ['another has replaced it', enrolment({ due: T0 + DAY, timer: 4 }), []],
    ['the enrolment has another time', enrolment({ due: T0 + 2 * DAY }), []],
    ['the enrolment is over', undefined, []],
  ])('is scheduled as long as %s', async (_, present, what) => {
    const { effects, did } = open(present ? { e1: present } : {});
    expect(await effects([ahead])).toEqual([undefined]);
    expect(did).toEqual(what);
  });

  it('is not scheduled for who is gone, nor for an enrolment with the name of a property', async () => {
    const { effects, did } = open();
    for (const more of [{ customer: 'ben' }, { enrolment: 'constructor' }])
      await effects([{ ...ahead, timer: { ...ahead.timer, ...more } }]);
    expect(did).toEqual([]);
  });

  it('stays on its queue where nobody can say whose it is', async () => {
    const away = new Error('the table is away');
    const { effects, did } = open(undefined, { load: () => Promise.reject(away) });
    expect(await effects([ahead])).toEqual([away]);
    expect(did).toEqual([]);
  });
});

describe('a sweep', () => {
  it('sends the timers of who is overdue for two hours, once, and asks itself for the next page', async () => {
    const requests: unknown[] = [];
    const page = async (before: number, after?: string) => {
      requests.push([before, after]);
      return { timers: [timer()], next: 'ben' };
    };
    const { effects, sent } = open(undefined, { overdue: { page } });
    await effects([{ type: 'sweep', format: 1, after: 'ada' }]);
    expect(requests).toEqual([[T0 - 120 * MINUTE, 'ada']]);
    expect(sent).toEqual([
      { message: timer({ once: true }), at: T0 },
      { message: { type: 'sweep', format: 1, after: 'ben' }, at: T0 },
    ]);
  });

  it('counts each whose timer was lost, once a page, so that somebody is told', async () => {
    const counted: number[] = [];
    const { effects } = open(undefined, {
      overdue: { page: async () => ({ timers: [timer(), timer({ enrolment: 'e2' })] }) },
      onOverdue: (timers) => void counted.push(timers),
    });
    await effects([{ type: 'sweep', format: 1 }]);
    expect(counted).toEqual([2]);
  });

  it('ends with the last page', async () => {
    const { effects, did } = open();
    expect(await effects([{ type: 'sweep', format: 1 }])).toEqual([undefined]);
    expect(did).toEqual([]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyCustomer } from '../../../core/customer/model/empty-customer.ts';
import type { Work } from '../../../core/customer/model/work.ts';
import { T0 } from '../../support/customer.ts';
import { runs } from '../../support/depth.ts';
import { openBroadcasting } from './support.ts';

const of = { crowd: 'c1', moment: 'call' };
const answer = { ...of, said: 'declined', by: 'bea', text: 'told by status page' } as const;

type All = Awaited<ReturnType<typeof openBroadcasting>>;

const workOf = (number: number, more: Partial<Work> = {}): Work => ({
  moment: 'call',
  journey: 'outage',
  at: T0 - 9,
  due: T0,
  rank: T0 + number,
  state: 'open',
  crowd: 'c1',
  ...more,
});

/** Somebody with work, and that in its list, where nothing else is said. */
const give = async ({ store, work }: All, number: number, more: Partial<Work> = {}, isListed = true) => {
  const [customer, task] = [`p${number}`, `e${number}/call/1`];
  const own = workOf(number, more);
  await store.commit({ ...emptyCustomer(customer, T0 - 9), version: 1, tasks: { [task]: own } });
  const place = { customer, task, list: 'open' as const, order: own.rank, of };
  const row = { place, work: { ...own, customer, task } };
  if (isListed) await work.write({ gone: [], come: [row] });
  return row;
};

/** What intake makes of it, and who counts. */
const takeIn = async ({ store, work, events }: All, from: number) => {
  for (const { envelope } of events.slice(from)) {
    const customer = envelope.addressed?.customer ?? '';
    const task = String(envelope.detail.task);
    const state = await store.load(customer);
    const own = state?.tasks?.[task];
    if (!state || own?.state !== 'open') continue;
    await store.commit({ ...state, version: state.version + 1, tasks: { [task]: { ...own, state: 'declined' } } });
    await work.write({ gone: [{ customer, task, list: 'open', order: own.rank, of }], come: [] });
  }
  return events.length;
};

const customersIn = ({ events }: All): string[] =>
  events.map(({ envelope }) => envelope.addressed?.customer ?? '').toSorted();

describe('an answer for many', () => {
  it('is one where two give it at once: the first of them is heard, and the other is told whose is', async () => {
    const all = await openBroadcasting({ people: 0 });
    await give(all, 1);
    const both = await Promise.all([
      all.answer({ ...answer, said: 'done', by: 'Bea' }),
      all.answer({ ...answer, said: 'declined', by: 'Cem' }),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['begun', 'under-way']);
    expect(new Set(both.map(({ broadcast }) => broadcast.fields.by)).size).toBe(1);
    expect(await all.broadcasts.list(10)).toHaveLength(1);
  });

  it('is told to each whose work is open, as an event of their own, and to nobody else', async () => {
    const all = await openBroadcasting({ people: 0 });
    await give(all, 1);
    await give(all, 2, { state: 'taken' });
    await give(all, 3, { crowd: undefined });
    await give(all, 4, { at: T0 + 1 });
    await give(all, 5);
    await all.answer({ ...answer, about: 2 });
    await all.step(all.queue.shift()!.step);
    expect(customersIn(all)).toEqual(['p1', 'p5']);
    const { envelope } = all.events[0]!;
    expect(envelope).toEqual({
      id: `answer#c1#call#1#e1/call/1`,
      source: 'tactful.broadcast',
      'detail-type': 'agent.task_declined',
      time: new Date(T0).toISOString(),
      detail: { by: 'bea', reason: 'told by status page', customerId: 'p1', task: 'e1/call/1' },
      addressed: { customer: 'p1', broadcast: `answer#c1#call#1` },
    });
  });

  it('is of when it was said, however late it comes: what was given since is not meant', async () => {
    const all = await openBroadcasting({ people: 0 });
    await give(all, 1);
    await give(all, 2, { at: T0 - 2 });
    const { broadcast } = await all.answer({ ...of, said: 'done', at: T0 - 5 });
    expect(broadcast).toMatchObject({ at: new Date(T0 - 5).toISOString(), startedAt: T0 - 5, fields: {} });
    await all.step(all.queue.shift()!.step);
    expect(customersIn(all)).toEqual(['p1']);
  });

  it('keeps its pace, a step of it for each some seconds', async () => {
    const all = await openBroadcasting({ people: 0 });
    for (let number = 0; number < 300; number++) await give(all, number);
    await all.answer(answer);
    await all.step(all.queue.shift()!.step);
    expect(all.events).toHaveLength(200);
    expect(all.events.map(({ seconds }) => seconds)).toEqual(all.events.map((_, place) => Math.floor(place / 50)));
    expect(all.queue.map(({ seconds }) => seconds)).toEqual([4]);
  });

  it('is told once more to whoever the lists had not yet, or had elsewhere, and is over when nobody is found', async () => {
    const all = await openBroadcasting({ people: 0 });
    await give(all, 1);
    const late = await give(all, 2, {}, false);
    await all.answer(answer);
    const step = async () => {
      const { step: next, seconds } = all.queue.shift()!;
      await all.step(next);
      return seconds;
    };
    await step();
    let position = await takeIn(all, 0);
    await all.work.write({ gone: [], come: [late] });
    expect(await step()).toBeGreaterThan(60);
    position = await takeIn(all, position);
    expect(customersIn(all)).toEqual(['p1', 'p2']);
    await step();
    expect(all.queue).toEqual([]);
    expect(await all.broadcasts.load(`answer#c1#call#1`)).toMatchObject({ told: position, over: { why: 'asked' } });
  });

  it('stops where somebody stops it', async () => {
    const all = await openBroadcasting({ people: 0 });
    await give(all, 1);
    await all.answer(answer);
    await all.broadcasts.stop(`answer#c1#call#1`, T0);
    await all.step(all.queue.shift()!.step);
    expect(all.events).toEqual([]);
  });

  it('is lost by nobody, wherever it dies and whatever comes again', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.nat(150), { maxLength: 25 }),
        fc.infiniteStream(fc.nat(9)),
        fc.constantFrom(1, 7, 40),
        async (deaths, luck, count) => {
          let calls = 0;
          const dead = new Set(deaths);
          const all = await openBroadcasting({
            people: 0,
            die: () => {
              if (dead.has(calls++)) throw new Error('died here');
            },
          });
          for (let number = 0; number < count; number++) await give(all, number);
          // Somebody clicks until it is taken.
          while (
            !(await all.answer(answer).then(
              () => true,
              () => false,
            ))
          );
          let position = 0;
          for (let turn = 0; all.queue.length > 0; turn++) {
            expect(turn).toBeLessThan(3000);
            const [next] = all.queue.splice(luck.next().value % all.queue.length, 1) as [(typeof all.queue)[number]];
            if (luck.next().value === 0) all.queue.push(next);
            await all.step(next.step).catch(() => all.queue.push(next));
            if (luck.next().value < 5) position = await takeIn(all, position);
          }
          await takeIn(all, position);
          const ids = new Set(all.events.map(({ envelope }) => envelope.id));
          expect(ids.size).toBe(count);
          const states = await Promise.all(Array.from({ length: count }, (_, number) => all.store.load(`p${number}`)));
          for (const state of states) expect(Object.values(state?.tasks ?? {})).toMatchObject([{ state: 'declined' }]);
        },
      ),
      { numRuns: runs(100) },
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyCustomer } from '../../../core/customer/model/empty-customer.ts';
import { createBroadcast } from '../../../functions/broadcast/broadcast.ts';
import { catalogue } from '../../support/catalogue.ts';
import { T0 } from '../../support/customer.ts';
import { runs } from '../../support/depth.ts';
import { DOWN, openBroadcasting } from './support.ts';

type Broadcasting = Awaited<ReturnType<typeof openBroadcasting>>;

const toTheEnd = async ({ queue, step }: Broadcasting): Promise<number[]> => {
  const delays: number[] = [];
  for (let next = queue.shift(); next; next = queue.shift()) {
    delays.push(next.seconds);
    await step(next.step);
  }
  return delays;
};

const customersIn = ({ events }: Broadcasting) => events.map(({ envelope }) => envelope.addressed?.customer);

describe('a broadcast', () => {
  it('tells whom it is about, and nobody else, each with an id of their own', async () => {
    const all = await openBroadcasting();
    expect(await all.begin(DOWN)).toBe('applied');
    await toTheEnd(all);
    expect(customersIn(all)).toEqual(all.affected);
    expect(all.events[0]?.envelope).toEqual({
      id: 'down#f1#c0',
      source: 'tactful.broadcast',
      'detail-type': 'down',
      time: DOWN.at,
      detail: DOWN.detail,
      addressed: { customer: 'c0', broadcast: 'down#f1' },
    });
    expect(await all.broadcasts.load('down#f1')).toMatchObject({
      asked: 30,
      told: 10,
      about: 30,
      over: { why: 'asked' },
    });
  });

  it('keeps its pace: in a step as many as five seconds have, spread over those', async () => {
    const all = await openBroadcasting({ people: 60, perSecond: 2 });
    await all.begin(DOWN);
    expect(await toTheEnd(all)).toEqual([0, 5]);
    expect(all.events.map(({ seconds }) => seconds)).toEqual([
      0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4,
    ]);
  });

  it('waits a minute between two where one a minute is the pace', async () => {
    const all = await openBroadcasting({ people: 9, perSecond: 1 / 60 });
    await all.begin(DOWN);
    expect(await toTheEnd(all)).toEqual([0, 60, 60, 60]);
    expect(customersIn(all)).toEqual(all.affected);
  });

  it('sent again begins nothing new', async () => {
    const all = await openBroadcasting();
    await all.begin(DOWN);
    await toTheEnd(all);
    all.clock.now += 1000;
    expect(await all.begin(DOWN)).toBe('duplicate');
    expect(all.queue).toEqual([]);
  });

  it('does not ask who came after it began', async () => {
    const all = await openBroadcasting();
    await all.begin(DOWN);
    const plan = { value: 'pro', provenance: 'stated' as const, event: 'start', at: T0 };
    await all.store.commit({ ...emptyCustomer('newcomer', T0 + 1), version: 1, attributes: { plan } });
    await toTheEnd(all);
    expect(customersIn(all)).not.toContain('newcomer');
  });

  it('that somebody stopped tells nobody more, and goes on where it stood', async () => {
    const all = await openBroadcasting({ people: 60, perSecond: 1 });
    await all.begin(DOWN);
    await all.step(all.queue.shift()!.step);
    await all.broadcasts.stop('down#f1', T0);
    await toTheEnd(all);
    expect(all.events).toHaveLength(5);
    await all.broadcasts.stop('down#f1', undefined);
    const { step } = (await all.broadcasts.load('down#f1'))!;
    await all.step({ format: 1, broadcast: 'down#f1', step });
    await toTheEnd(all);
    expect(customersIn(all)).toEqual(all.affected);
  });

  it('of a type that is gone from events.yaml ends', async () => {
    const all = await openBroadcasting();
    await all.begin(DOWN);
    const without = createBroadcast({ ...all.deps, catalogue: catalogue() });
    await without(all.queue.shift()!.step);
    expect(all.events).toEqual([]);
    expect(await all.broadcasts.load('down#f1')).toMatchObject({ over: { why: 'retired' } });
  });

  it('that comes before the step before it is kept comes again', async () => {
    const all = await openBroadcasting({ people: 60, perSecond: 1 });
    await all.begin(DOWN);
    await expect(all.step({ format: 1, broadcast: 'down#f1', step: 1 })).rejects.toThrow('It comes again');
  });
});

/** Kills whoever makes one of these calls, in their order of all that are made. */
const killer = (deaths: ReadonlySet<number>) => {
  let calls = 0;
  return () => {
    if (deaths.has(calls++)) throw new Error('died here');
  };
};

describe('wherever it dies, and whatever comes again', () => {
  it('each of the affected is told under one id, nobody else is, and it comes to its end', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.nat(120), { maxLength: 25 }),
        fc.infiniteStream(fc.nat(9)),
        fc.constantFrom(0.5, 1, 7, 50),
        async (deaths, luck, perSecond) => {
          const all = await openBroadcasting({ people: 40, perSecond, die: killer(new Set(deaths)) });
          // As intake does: what failed is taken again.
          for (let attempt = 0; attempt < 40; attempt++) {
            if (
              await all.begin(DOWN).then(
                () => true,
                () => false,
              )
            )
              break;
          }
          for (let turn = 0; all.queue.length > 0; turn++) {
            expect(turn).toBeLessThan(2000);
            const place = luck.next().value % all.queue.length;
            const [message] = all.queue.splice(place, 1) as [(typeof all.queue)[number]];
            // A queue may bring again what was taken.
            if (luck.next().value === 0) all.queue.push(message);
            await all.step(message.step).catch(() => all.queue.push(message));
          }
          const ids = new Map(all.events.map(({ envelope }) => [envelope.id, envelope.addressed?.customer]));
          expect([...ids.values()].toSorted()).toEqual(all.affected.toSorted());
          expect(await all.broadcasts.load(DOWN.id)).toMatchObject({ asked: 40, over: { why: 'asked' } });
        },
      ),
      { numRuns: runs(150) },
    );
  });
});

import { describe, expect, it } from 'vitest';
import type { TimedEvent } from '../../../functions/broadcast/ports.ts';
import { createPlan } from '../../../functions/capacity/plan.ts';
import type { Queued, WhichWork } from '../../../functions/shared/stores/queue.ts';
import { DAY, HOUR } from '../../../language/catalogue/milliseconds.ts';
import type { Team } from '../../../language/catalogue/policy.ts';
import type { RunStep } from '../../../language/catalogue/step.ts';
import { createMemoryQueue } from '../../../simulator/world/queue.memory.ts';
import { catalogue, journey, moment } from '../../support/catalogue.ts';

/** A Monday, 10 o'clock in London. */
const NOW = Date.parse('2026-03-02T10:00:00Z');

const work = (task: string, more: Partial<Queued> = {}): Queued => ({
  customer: `of-${task}`,
  task,
  moment: 'call',
  journey: 'j',
  at: NOW - HOUR,
  due: NOW + HOUR,
  rank: NOW + HOUR,
  state: 'open',
  ...more,
});

/** Somebody waits for what `call` asks, and nobody for what `look` does. */
const STEPS: Record<string, RunStep> = {
  call: { kind: 'task', moment: 'call', purpose: 'care', within: 86_400 },
  look: { kind: 'task', moment: 'look', purpose: 'care' },
};

const CATALOGUE = {
  journeys: { j: journey('j', 'start', { steps: STEPS }) },
  moments: {
    look: moment('look', { channels: ['agent'], instead: 'later' }),
    visit: moment('visit', { channels: ['agent'], instead: 'letter' }),
  },
};

/** No event about everyone gave any work. */
const nobody = { counts: async () => [] };

const open = async (all: Queued[], teams?: Record<string, Team>) => {
  const { index, read } = createMemoryQueue();
  const listOf = ({ state }: Queued): WhichWork['list'] => (state === 'open' || state === 'taken' ? state : 'over');
  const come = all.map((one) => {
    const list = listOf(one);
    const order = list === 'over' ? (one.since ?? 0) : one.rank;
    return { place: { customer: one.customer, task: one.task, list, order }, work: one };
  });
  await index.write({ gone: [], come });
  const events: TimedEvent[] = [];
  const { policy, ...rest } = catalogue(CATALOGUE);
  const plan = createPlan({
    catalogue: { ...rest, policy: { ...policy, zone: 'Europe/London', ...(teams && { teams }) } },
    queue: read,
    crowds: nobody,
    tell: async (some) => void events.push(...some),
    now: () => NOW,
  });
  return { plan, events, tasks: () => events.map(({ envelope }) => envelope.detail.task) };
};

describe('what a team can do in a day', () => {
  it('is told in turns with others: however much one leaves, another does not wait for its end', async () => {
    const teams = { support: { calls: 1 }, field: { calls: 1 } };
    const of = (team: string, count: number) =>
      Array.from({ length: count }, (_, place) => work(`${team}${place}`, { team, rank: NOW + place }));
    const { plan, tasks } = await open([...of('support', 4), ...of('field', 2)], teams);
    await plan();
    expect(tasks()).toEqual(['support3', 'field1', 'support2', 'support1']);
  });

  it('leaves what is needed least, and tells each customer once an hour', async () => {
    const all = ['a', 'b', 'c', 'd'].map((task, place) => work(task, { rank: NOW + place }));
    const { plan, events, tasks } = await open(all, { support: { calls: 2 } });
    const [day] = await plan();
    expect(day).toMatchObject({ team: 'support', calls: 2, done: 0, taken: 0, open: 4 });
    expect(tasks()).toEqual(['d', 'c']);
    expect(events[0]).toEqual({
      envelope: {
        id: 'unreached#d#2026-03-02T10',
        source: 'tactful.capacity',
        'detail-type': 'agent.task_unreached',
        time: '2026-03-02T10:00:00.000Z',
        detail: { customerId: 'of-d', task: 'd', moment: 'call' },
        addressed: { customer: 'of-d', broadcast: 'capacity' },
      },
      seconds: 0,
    });
  });

  it('counts what was done today, and what is in hand', async () => {
    const done = { state: 'done', since: NOW - HOUR };
    const { plan, tasks } = await open(
      [
        work('a'),
        work('b', { rank: NOW + 2 * HOUR }),
        work('x', done),
        work('y', { ...done, state: 'expired' }),
        work('z', { ...done, since: NOW - DAY }),
        work('h', { state: 'taken' }),
      ],
      { support: { calls: 3 } },
    );
    expect(await plan()).toMatchObject([{ done: 1, taken: 1, open: 2 }]);
    expect(tasks()).toEqual(['b']);
  });

  it('is each team’s own; of two, work that names none is nobody’s to leave', async () => {
    const all = [work('a', { team: 'field' }), work('b', { team: 'field' }), work('c'), work('d', { team: 'support' })];
    const { plan, tasks } = await open(all, { support: { calls: 5 }, field: { calls: 1 } });
    expect((await plan()).map(({ team, open: count }) => [team, count])).toEqual([
      ['support', 1],
      ['field', 2],
    ]);
    expect(tasks()).toEqual(['b']);
  });

  it('is told of no work for which nobody waits, unless its moment says what comes in its place', async () => {
    const all = [work('a'), work('b', { moment: 'look' }), work('c'), work('d', { moment: 'gone' })];
    all.push(work('e', { moment: 'visit' }));
    const { plan, tasks } = await open(all, { support: { calls: 1 } });
    await plan();
    expect(tasks()).toEqual(['e', 'c']);
  });

  it('is what was due and nobody did, but not what was due days ago', async () => {
    const all = [work('a', { due: NOW - HOUR }), work('b', { due: NOW - 25 * HOUR }), work('c')];
    const { plan, tasks } = await open([...all, work('t', { state: 'taken' })], { support: { calls: 5 } });
    await plan();
    expect(tasks()).toEqual(['a']);
  });

  it('is nothing that is overdue of a team that has said nothing today: it may have done it', async () => {
    const { plan, tasks } = await open([work('a', { due: NOW - HOUR })], { support: { calls: 5 } });
    await plan();
    expect(tasks()).toEqual([]);
  });

  it('is not counted where a team has no number', async () => {
    const all = [work('a'), work('b'), work('c', { team: 'field' }), work('d', { team: 'field' })];
    const { plan, tasks } = await open(all, { support: {}, field: { calls: 1 } });
    expect((await plan()).map(({ team }) => team)).toEqual(['field']);
    expect(tasks()).toEqual(['d']);
  });

  it('is nothing where no team has any', async () => {
    const { plan, events } = await open([work('a')]);
    expect(await plan()).toEqual([]);
    expect(events).toEqual([]);
  });

  it('reads ten thousand in pages, and of what is over only what was today', async () => {
    const { index, read } = createMemoryQueue();
    const rows = Array.from({ length: 1200 }, (_, place) => work(`t${place}`));
    const old = Array.from({ length: 1200 }, (_, place) => work(`o${place}`, { state: 'done', since: NOW - 2 * DAY }));
    await index.write({
      gone: [],
      come: [...rows, ...old].map((one) => ({
        place: {
          customer: one.customer,
          task: one.task,
          list: one.since ? 'over' : 'open',
          order: one.since ?? one.rank,
        },
        work: one,
      })),
    });
    const pages: string[] = [];
    const { policy, ...rest } = catalogue(CATALOGUE);
    const events: TimedEvent[] = [];
    const plan = createPlan({
      catalogue: { ...rest, policy: { ...policy, teams: { support: { calls: 40 } } } },
      crowds: nobody,
      queue: {
        page: async (which, page) => {
          pages.push(`${which.list} ${page.count}`);
          return read.page(which, page);
        },
      },
      tell: async (some) => void events.push(...some),
      now: () => NOW,
    });
    await plan();
    expect(events).toHaveLength(1160);
    expect(pages).toEqual(['open 500', 'open 500', 'open 500', 'taken 500', 'over 25']);
  });

  it('tells fifty a second', async () => {
    const all = Array.from({ length: 120 }, (_, place) => work(`t${String(place).padStart(3, '0')}`));
    const { plan, events } = await open(all, { support: { calls: 1 } });
    await plan();
    expect(events).toHaveLength(119);
    expect(events.map(({ seconds }) => seconds).at(-1)).toBe(2);
  });
});

import { expect, it } from 'vitest';
import type { Commit } from '../../../functions/census/schema.ts';
import { commit, DAY, type OpenCensus, T } from './support.ts';

/** How every storage of a census lists work. */
export const queueContract = (opened: OpenCensus): void => {
  it('lists work by how much it is needed, and what is over by when it was, a page at a time', async () => {
    const { queue, take } = await opened();
    const task = { moment: 'call', journey: 'renewal', at: T, due: T + DAY, state: 'open', rank: T };
    type CommitTask = NonNullable<Commit['tasks']>[string];
    const has = (id: string, version: number, tasks: Record<string, CommitTask>, before: Commit['before']) =>
      commit(id, version, { tasks, ...(before && { before }) });
    const work = (more: Partial<CommitTask> = {}): CommitTask => ({ ...task, ...more });
    const pages = async (which: Parameters<typeof queue.page>[0]) => {
      const all: string[] = [];
      let after: string | undefined;
      do {
        const page = await queue.page(which, { count: 2, after });
        all.push(...page.items.map(({ customer, task }) => `${customer} ${task}`));
        after = page.next;
      } while (after !== undefined);
      return all;
    };
    const first = ['ada', 'bob', 'cyd'].map((id, place) =>
      has(id, 1, { [`${id}/call/1`]: work({ rank: T - place }) }, { version: 1, tasks: { [`${id}/call/1`]: {} } }),
    );
    await take(...first);
    expect(await pages({ list: 'open' })).toEqual(['cyd cyd/call/1', 'bob bob/call/1', 'ada ada/call/1']);
    const takenByBea = has(
      'bob',
      2,
      { 'bob/call/1': work({ rank: T - 1, state: 'taken', by: 'bea', team: 'field' }) },
      { version: 2, tasks: { 'bob/call/1': { list: 'open', order: T - 1 } } },
    );
    const done = (id: string, since: number, order: number) =>
      has(
        id,
        2,
        { [`${id}/call/1`]: work({ state: 'done', since, by: 'bea', said: 'fine' }) },
        { version: 2, tasks: { [`${id}/call/1`]: { list: 'open', order } } },
      );
    // All of it comes again, as after a failure midway.
    for (let time = 0; time < 2; time++)
      await take(...first, takenByBea, done('ada', T + 5, T), done('cyd', T + 9, T - 2));
    expect(await pages({ list: 'open' })).toEqual([]);
    expect(await pages({ list: 'taken', by: 'bea', team: 'field' })).toEqual(['bob bob/call/1']);
    expect(await pages({ list: 'taken', by: 'cem' })).toEqual([]);
    expect(await pages({ list: 'taken', team: 'desk' })).toEqual([]);
    expect(await pages({ list: 'over' })).toEqual(['cyd cyd/call/1', 'ada ada/call/1']);
    expect((await queue.page({ list: 'over' }, { count: 1 })).items).toEqual([
      { ...work({ state: 'done', since: T + 9, by: 'bea', said: 'fine' }), customer: 'cyd', task: 'cyd/call/1' },
    ]);
    // Erased, or another’s from now on.
    await take(has('bob', 3, {}, { version: 3, tasks: { 'bob/call/1': { list: 'taken', order: T - 1 } } }));
    expect(await pages({ list: 'taken' })).toEqual([]);
  });

  it('keeps work of a crowd in lists of its own, counted once however often it comes', async () => {
    const { queue, crowds, take } = await opened();
    type CommitTask = NonNullable<Commit['tasks']>[string];
    const task: CommitTask = { moment: 'call', journey: 'renewal', at: T, due: T + DAY, state: 'open', rank: T };
    const of = { crowd: 'c1', moment: 'call' };
    const has = (id: string, version: number, work: Partial<CommitTask> | undefined, was: object): Commit =>
      commit(id, version, {
        tasks: work ? { [`${id}/call/1`]: { ...task, ...work } } : {},
        before: { version, tasks: { [`${id}/call/1`]: was } },
      });
    const open = { list: 'open' as const, order: T, ...of, state: 'open' };
    const first = [
      ...['ada', 'bob', 'cyd', 'dan'].map((id) => has(id, 1, { crowd: 'c1' }, {})),
      has('eve', 1, { crowd: 'c2' }, {}),
      has('fay', 1, {}, {}),
    ];
    const customersIn = async (which: Parameters<typeof queue.page>[0]) =>
      (await queue.page(which, { count: 9 })).items.map(({ customer }) => customer).toSorted();
    const countTasks = async (crowd?: string) =>
      (await crowds.counts(crowd)).map((one) => `${one.crowd} ${one.moment} ${one.state} ${one.count}`).toSorted();
    await take(...first);
    await take(...first);
    expect(await countTasks()).toEqual(['c1 call open 4', 'c2 call open 1']);
    expect(await customersIn({ list: 'open' })).toEqual(['fay']);
    expect(await customersIn({ list: 'open', of })).toEqual(['ada', 'bob', 'cyd', 'dan']);
    const later = [
      has('ada', 2, { crowd: 'c1', state: 'taken', by: 'bea', since: T + 1 }, open),
      has('bob', 2, { crowd: 'c1', state: 'declined', since: T + 2 }, open),
      has(
        'bob',
        3,
        { crowd: 'c1', state: 'done', since: T + 3 },
        { ...open, list: 'over', order: T + 2, state: 'declined' },
      ),
      // One by itself from now on, and one who is erased.
      has('cyd', 2, {}, open),
      has('dan', 2, undefined, open),
    ];
    for (let time = 0; time < 2; time++) await take(...first, ...later);
    expect(await countTasks('c1')).toEqual(['c1 call done 1', 'c1 call taken 1']);
    expect(await customersIn({ list: 'open', of })).toEqual([]);
    expect(await customersIn({ list: 'taken', of })).toEqual(['ada']);
    expect(await customersIn({ list: 'taken', by: 'bea' })).toEqual(['ada']);
    expect(await customersIn({ list: 'over', of })).toEqual(['bob']);
    expect(await customersIn({ list: 'over' })).toEqual(['bob']);
    expect(await customersIn({ list: 'open' })).toEqual(['cyd', 'fay']);
    await take(has('ada', 3, undefined, { ...open, list: 'taken', state: 'taken' }));
    expect([await customersIn({ list: 'taken', of }), await customersIn({ list: 'taken' })]).toEqual([[], []]);
    expect(await countTasks()).toEqual(['c1 call done 1', 'c2 call open 1']);
    // What was said of many, and what expired, is over in the crowd's list alone; what somebody did after all is theirs.
    const over = { list: 'over' as const, order: T + 4, crowd: 'c2', moment: 'call' };
    await take(has('eve', 2, { crowd: 'c2', state: 'declined', many: true, since: T + 4 }, { ...open, crowd: 'c2' }));
    expect(await customersIn({ list: 'over' })).toEqual(['bob']);
    expect(await customersIn({ list: 'over', of: { ...of, crowd: 'c2' } })).toEqual(['eve']);
    await take(has('eve', 3, { crowd: 'c2', state: 'done', since: T + 5 }, { ...over, state: 'declined' }));
    expect(await customersIn({ list: 'over' })).toEqual(['bob', 'eve']);
    await take(has('eve', 4, undefined, { ...over, order: T + 5, state: 'done' }));
    expect(await customersIn({ list: 'over' })).toEqual(['bob']);
  });
};

import { describe, expect, it } from 'vitest';
import { type CensusDeps, createCensus } from '../../../functions/census/census.ts';
import { CountedMeanwhile } from '../../../functions/census/ports.ts';
import type { Commit } from '../../../functions/census/schema.ts';
import type { Resting } from '../../../functions/shared/stores/people.ts';
import type { CustomerStore } from '../../../functions/shared/stores/store.ts';
import type { CensusStorage } from '../../../simulator/world/census.ts';

const DAY = 86_400_000;
const T = Date.parse('2026-03-02T10:00:00Z');
const at = new Date(T).toISOString();
const DAYS = { from: '2026-03-01', to: '2026-03-31' };

const enrolment = (more: Partial<Commit['enrolments'][string]> = {}): Commit['enrolments'][string] => ({
  journey: 'renewal',
  at: 'wait',
  visit: 1,
  since: T,
  due: T + 2 * DAY,
  control: false,
  arms: {},
  ...more,
});

const commit = (id: string, version: number, more: Partial<Commit> = {}): Commit => ({
  id,
  version,
  at: T,
  journal: [],
  enrolments: {},
  decisions: [],
  attributes: {},
  ...more,
});

/** Somebody who comes to rest, as their first commit. */
const arriving = (id: string, more: Partial<Commit['enrolments'][string]> = {}): Commit =>
  commit(id, 1, {
    enrolments: { [`${id}-e`]: enrolment(more) },
    before: { version: 1, enrolments: { [`${id}-e`]: {} } },
    journal: [
      {
        kind: 'entered',
        at,
        customer: id,
        journey: 'renewal',
        enrolment: `${id}-e`,
        event: 'start',
        arms: { renewal: 'treated' },
      },
    ],
  });

const known = (id: string, attributes: Record<string, string>, version = 1): Commit =>
  commit(id, version, {
    attributes: Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, { value }])),
    before: { version, known: true },
  });

/** What every storage of a census does. `load` knows only `ada`, and `guest`, who is ada. */
export const censusContract = (
  name: string,
  open: (load: CustomerStore['load']) => Promise<CensusStorage> | CensusStorage,
) => {
  const opened = async () => {
    const load: CustomerStore['load'] = async (id) => {
      if (id === 'guest') return { movedTo: 'ada' } as Awaited<ReturnType<CustomerStore['load']>>;
      return id === 'ada' ? ({ id } as Awaited<ReturnType<CustomerStore['load']>>) : undefined;
    };
    const storage = await open(load);
    const entries: string[] = [];
    const deps: CensusDeps = { ...storage, onEntry: ({ kind }) => void entries.push(kind) };
    const census = createCensus(deps);
    /** A commit keeps the place in the stream that it had when it came first. */
    const stream: Commit[] = [];
    const placeOf = (one: Commit): number => {
      if (!stream.includes(one)) stream.push(one);
      return stream.indexOf(one) + 1;
    };
    const take = (...commits: Commit[]) =>
      census(
        'shard',
        commits.map((one) => ({ sequence: `${'9'.repeat(20)}${placeOf(one)}`, commit: one })),
      );
    return { ...storage.read, entries, storage, take };
  };
  const everybody = { journey: 'renewal', step: 'wait' };
  const idsOf = (items: readonly Resting[]) => items.map(({ customer }) => customer);

  describe(`a census in ${name}`, () => {
    it('counts what happened by day, step, outcome, reason and arm', async () => {
      const { counts, take } = await opened();
      const decided = { kind: 'decision' as const, at, customer: 'ada', journey: 'renewal', step: 'send', visit: 2 };
      const about = { enrolment: 'ada-e', moment: 'recap', purpose: 'care' as const, because: 'So.' };
      await take(
        arriving('ada'),
        arriving('bob'),
        commit('ada', 2, {
          enrolments: { 'ada-e': enrolment({ arms: { timing: 'early' } }) },
          journal: [{ ...decided, ...about, outcome: 'held', reason: 'gap' }],
        }),
      );
      const all = await counts.of('renewal', DAYS);
      expect(all.toSorted((one, other) => (one.kind < other.kind ? -1 : 1))).toEqual([
        {
          day: '2026-03-02',
          journey: 'renewal',
          step: 'send',
          kind: 'decision',
          value: 'held',
          reason: 'gap',
          arms: { renewal: 'treated', timing: 'early' },
          count: 1,
        },
        {
          day: '2026-03-02',
          journey: 'renewal',
          step: '',
          kind: 'entered',
          value: '',
          reason: '',
          arms: { renewal: 'treated' },
          count: 2,
        },
      ]);
      expect(await counts.of('renewal', { from: '2026-03-03', to: '2026-03-31' })).toEqual([]);
      expect(await counts.of('onboarding', DAYS)).toEqual([]);
    });

    it('counts the ways on from a step that listened, once each', async () => {
      const { counts, take } = await opened();
      const stood = { due: T + DAY, answered: true as const };
      const heard = enrolment({ at: 'listen', visit: 3, answer: 'heard' });
      await take(
        commit('ada', 5, { enrolments: { e: heard }, before: { version: 5, enrolments: { e: stood } } }),
        // Something else happens meanwhile: it was heard before.
        commit('ada', 6, {
          enrolments: { e: { ...heard, due: T + 5 } },
          before: { version: 6, enrolments: { other: {} } },
        }),
      );
      expect(await counts.of('renewal', DAYS)).toMatchObject([
        { step: 'listen', kind: 'answer', value: 'heard', count: 1 },
      ]);
    });

    it('counts nothing twice when commits come again, alone, in one batch with later ones, or late', async () => {
      const { counts, people, take, entries } = await opened();
      const [ada, bob, eve, dan] = ['ada', 'bob', 'eve', 'dan'].map((id) => arriving(id)) as [
        Commit,
        Commit,
        Commit,
        Commit,
      ];
      await take(ada, bob);
      await take(ada, bob);
      await take(ada, bob, eve);
      await take(bob);
      await take(eve);
      await take(ada, bob, eve, dan);
      await take(ada);
      expect(await counts.of('renewal', DAYS)).toMatchObject([{ kind: 'entered', count: 4 }]);
      expect(await people.counts('renewal')).toEqual([{ step: 'wait', count: 4 }]);
      expect(entries).toHaveLength(4);
    });

    it('lists who rests at a step, who is due first at the head, in pages', async () => {
      const { people, take } = await opened();
      await take(
        arriving('ada', { due: T + 3 * DAY }),
        arriving('bob', { due: T + DAY }),
        arriving('eve', { due: T + 2 * DAY, held: { reason: 'gap' } }),
        arriving('dan', { due: T + 2 * DAY, journey: 'onboarding' }),
      );
      const first = await people.at(everybody, { count: 2 });
      expect(first.items).toEqual([
        { customer: 'bob', journey: 'renewal', step: 'wait', enrolment: 'bob-e', since: T, due: T + DAY },
        { customer: 'ada', journey: 'renewal', step: 'wait', enrolment: 'ada-e', since: T, due: T + 3 * DAY },
      ]);
      const second = await people.at(everybody, { count: 2, after: first.next });
      expect(second.items).toMatchObject([{ customer: 'eve', held: 'gap' }]);
      const of = async (held: string, from: number, until: number) =>
        idsOf((await people.at({ ...everybody, held, due: { from, until } }, { count: 9 })).items);
      expect(idsOf((await people.at({ ...everybody, held: 'gap' }, { count: 9 })).items)).toEqual(['eve']);
      expect(idsOf((await people.at({ ...everybody, held: '' }, { count: 9 })).items)).toEqual(['bob', 'ada']);
      expect(await of('', T, T + 3 * DAY)).toEqual(['bob']);
      expect(await of('', T + DAY, T + 3 * DAY + 1)).toEqual(['bob', 'ada']);
      expect(await of('gap', T, T + 2 * DAY)).toEqual([]);
    });

    it('knows how many rest where, for what, and when they are due', async () => {
      const { people, upcoming, take } = await opened();
      await take(arriving('ada'), arriving('bob'), arriving('eve', { held: { reason: 'gap' }, due: T + 3 * DAY }));
      const counted = await people.counts('renewal');
      expect(counted.toSorted((one, other) => other.count - one.count)).toEqual([
        { step: 'wait', count: 2 },
        { step: 'wait', held: 'gap', count: 1 },
      ]);
      expect(await upcoming.on({ from: '2026-03-04', to: '2026-03-05' })).toEqual([
        { day: '2026-03-04', journey: 'renewal', step: 'wait', count: 2 },
        { day: '2026-03-05', journey: 'renewal', step: 'wait', held: 'gap', count: 1 },
      ]);
    });

    it('takes whoever goes on, leaves or is over out of it everywhere', async () => {
      const { people, upcoming, take } = await opened();
      const stood = { at: 'wait', due: T + 2 * DAY };
      await take(arriving('ada'), arriving('bob'), arriving('eve'));
      await take(
        commit('ada', 2, { before: { version: 2, enrolments: { 'ada-e': { ...stood, journey: 'renewal' } } } }),
        commit('bob', 2, {
          enrolments: { 'bob-e': enrolment({ answer: 'reached' }) },
          before: { version: 2, enrolments: { 'bob-e': stood } },
        }),
      );
      expect(idsOf((await people.at(everybody, { count: 9 })).items)).toEqual(['eve']);
      expect(await people.counts('renewal')).toEqual([{ step: 'wait', count: 1 }]);
      expect(await upcoming.on(DAYS)).toMatchObject([{ day: '2026-03-04', count: 1 }]);
    });

    it('believes no commit that carries along what another one said', async () => {
      const { people, take } = await opened();
      await take(arriving('ada'));
      const carried = { ...arriving('ada'), journal: [], version: 2 };
      await take(carried);
      expect(await people.counts('renewal')).toEqual([{ step: 'wait', count: 1 }]);
    });

    it('finds people by address, number and beginnings of names', async () => {
      const { directory, take } = await opened();
      await take(
        known('ada', { email: 'Ada.L@Example.com', phone: '+491712345678', firstName: 'Ada', lastName: 'Lovelace' }),
        known('zoe', { name: 'Zoë Ödalsø-Müller', email: 'zoe@example.com' }),
      );
      const found = async (text: string) => (await directory.find(text, { count: 9 })).items;
      const byName = (customer: string) => [{ customer, by: 'name' }];
      expect(await found('ada.l@ex')).toEqual([{ customer: 'ada', by: 'email' }]);
      expect(await found('0171 / 23 45 678')).toEqual([{ customer: 'ada', by: 'phone' }]);
      expect(await found('0049 171 2345678')).toEqual([{ customer: 'ada', by: 'phone' }]);
      expect(await found('LOVE')).toEqual(byName('ada'));
      expect(await found('love ad')).toEqual(byName('ada'));
      expect(await found('love zo')).toEqual([]);
      expect(await found('odals')).toEqual(byName('zoe'));
      expect(await found('mull zoe')).toEqual(byName('zoe'));
      expect(await found('z')).toEqual([]);
      expect(await found('')).toEqual([]);
      expect(await found('guest')).toEqual([{ customer: 'ada', by: 'id' }]);
      expect(await found('ada')).toEqual([{ customer: 'ada', by: 'id' }]);
      expect(await found('nobody')).toEqual([]);
    });

    it('finds people in pages', async () => {
      const { directory, take } = await opened();
      await take(...['a', 'b', 'c', 'd', 'e'].map((id) => known(id, { firstName: 'Kim', lastName: `Doe-${id}x` })));
      const all: string[] = [];
      let after: string | undefined;
      do {
        const page = await directory.find('kim do', { count: 2, after });
        expect(page.items.length).toBeLessThanOrEqual(2);
        all.push(...page.items.map(({ customer }) => customer));
        after = page.next;
      } while (after !== undefined);
      expect(all.toSorted()).toEqual(['a', 'b', 'c', 'd', 'e']);
    });

    it('finds nobody by what they are not known by any more', async () => {
      const { directory, take } = await opened();
      await take(known('ada', { email: 'old@example.com', firstName: 'Ada' }));
      await take(known('ada', { email: 'new@example.com' }, 2));
      const found = async (text: string) => (await directory.find(text, { count: 9 })).items.map(({ by }) => by);
      expect(await found('old@example.com')).toEqual([]);
      expect(await found('new@example.com')).toEqual(['email']);
      // Erased, or an alias of somebody else.
      await take(known('ada', {}, 3));
      expect(await found('new@example.com')).toEqual([]);
    });

    it('finds those who ask for something by that, and nobody who does no more', async () => {
      const { askers, take } = await opened();
      const asks = (id: string, version: number, themes: string[], moved: string[]) =>
        commit(id, version, {
          themes: Object.fromEntries(themes.map((theme) => [theme, { at: 1 }])),
          before: { version, themes: moved },
        });
      const all = ['a', 'b', 'c', 'd', 'e'];
      await take(...all.map((id) => asks(id, 1, ['export', 'dark'], ['export', 'dark'])));
      await take(
        asks('c', 2, ['dark'], ['export']),
        asks('c', 3, ['dark', 'export'], ['export']),
        asks('e', 2, [], ['export', 'dark']),
      );
      const found: string[] = [];
      for (let after: string | undefined; ; ) {
        const { customers, next } = await askers.page('export', after, 2);
        found.push(...customers);
        if (next === undefined) break;
        after = next;
      }
      expect(found.toSorted()).toEqual(['a', 'b', 'c', 'd']);
      const [, second = ''] = found;
      expect((await askers.page('export', second, 9)).customers).toEqual(found.slice(2));
      expect([await askers.count('export'), await askers.count('dark'), await askers.count('none')]).toEqual([4, 4, 0]);
    });

    it('lists work by how much it is needed, and what is over by when it was, a page at a time', async () => {
      const { queue, take } = await opened();
      const given = { moment: 'call', journey: 'renewal', at: T, due: T + DAY, state: 'open', rank: T };
      type Given = NonNullable<Commit['tasks']>[string];
      const has = (id: string, version: number, tasks: Record<string, Given>, before: Commit['before']) =>
        commit(id, version, { tasks, ...(before && { before }) });
      const work = (more: Partial<Given> = {}): Given => ({ ...given, ...more });
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
      const taken = has(
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
        await take(...first, taken, done('ada', T + 5, T), done('cyd', T + 9, T - 2));
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
      type Given = NonNullable<Commit['tasks']>[string];
      const given: Given = { moment: 'call', journey: 'renewal', at: T, due: T + DAY, state: 'open', rank: T };
      const of = { crowd: 'c1', moment: 'call' };
      const has = (id: string, version: number, work: Partial<Given> | undefined, was: object): Commit =>
        commit(id, version, {
          tasks: work ? { [`${id}/call/1`]: { ...given, ...work } } : {},
          before: { version, tasks: { [`${id}/call/1`]: was } },
        });
      const open = { list: 'open' as const, order: T, ...of, state: 'open' };
      const first = [
        ...['ada', 'bob', 'cyd', 'dan'].map((id) => has(id, 1, { crowd: 'c1' }, {})),
        has('eve', 1, { crowd: 'c2' }, {}),
        has('fay', 1, {}, {}),
      ];
      const listed = async (which: Parameters<typeof queue.page>[0]) =>
        (await queue.page(which, { count: 9 })).items.map(({ customer }) => customer).toSorted();
      const counted = async (crowd?: string) =>
        (await crowds.counts(crowd)).map((one) => `${one.crowd} ${one.moment} ${one.state} ${one.count}`).toSorted();
      await take(...first);
      await take(...first);
      expect(await counted()).toEqual(['c1 call open 4', 'c2 call open 1']);
      expect(await listed({ list: 'open' })).toEqual(['fay']);
      expect(await listed({ list: 'open', of })).toEqual(['ada', 'bob', 'cyd', 'dan']);
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
      expect(await counted('c1')).toEqual(['c1 call done 1', 'c1 call taken 1']);
      expect(await listed({ list: 'open', of })).toEqual([]);
      expect(await listed({ list: 'taken', of })).toEqual(['ada']);
      expect(await listed({ list: 'taken', by: 'bea' })).toEqual(['ada']);
      expect(await listed({ list: 'over', of })).toEqual(['bob']);
      expect(await listed({ list: 'over' })).toEqual(['bob']);
      expect(await listed({ list: 'open' })).toEqual(['cyd', 'fay']);
      await take(has('ada', 3, undefined, { ...open, list: 'taken', state: 'taken' }));
      expect([await listed({ list: 'taken', of }), await listed({ list: 'taken' })]).toEqual([[], []]);
      expect(await counted()).toEqual(['c1 call done 1', 'c2 call open 1']);
      // What was said of many, and what expired, is over in the crowd's list alone; what somebody did after all is theirs.
      const over = { list: 'over' as const, order: T + 4, crowd: 'c2', moment: 'call' };
      await take(has('eve', 2, { crowd: 'c2', state: 'declined', many: true, since: T + 4 }, { ...open, crowd: 'c2' }));
      expect(await listed({ list: 'over' })).toEqual(['bob']);
      expect(await listed({ list: 'over', of: { ...of, crowd: 'c2' } })).toEqual(['eve']);
      await take(has('eve', 3, { crowd: 'c2', state: 'done', since: T + 5 }, { ...over, state: 'declined' }));
      expect(await listed({ list: 'over' })).toEqual(['bob', 'eve']);
      await take(has('eve', 4, undefined, { ...over, order: T + 5, state: 'done' }));
      expect(await listed({ list: 'over' })).toEqual(['bob']);
    });

    it('counts events that were refused, by reason', async () => {
      const { storage, counts } = await opened();
      for (const reason of ['unknown-type', 'unknown-type', 'invalid']) await storage.rejections.rejected(reason, T);
      const all = await counts.of('', DAYS);
      expect(all.map(({ day, kind, value, count }) => [day, kind, value, count]).sort()).toEqual([
        ['2026-03-02', 'rejected', 'invalid', 1],
        ['2026-03-02', 'rejected', 'unknown-type', 2],
      ]);
    });

    it('adds nothing where somebody else has counted on meanwhile', async () => {
      const { storage, counts, take } = await opened();
      await take(arriving('ada'));
      const mark = await storage.ledger.markOf('shard');
      await take(arriving('bob'));
      const again = storage.ledger.count(
        'shard',
        mark,
        { last: '1', parts: 0 },
        { counts: [], resting: [], crowds: [] },
      );
      await expect(again).rejects.toThrow(CountedMeanwhile);
      const other = await storage.ledger.markOf('other');
      await storage.ledger.count('other', other, { parts: 1 }, { counts: [], resting: [], crowds: [] });
      await storage.ledger.count(
        'other',
        { parts: 1 },
        { last: '7', parts: 0 },
        { counts: [], resting: [], crowds: [] },
      );
      expect(await storage.ledger.markOf('other')).toEqual({ last: '7', parts: 0 });
      expect(await counts.of('renewal', DAYS)).toMatchObject([{ count: 2 }]);
    });

    it('adds what one commit changes beyond all measure, once', async () => {
      const { counts, take } = await opened();
      const journeys = Array.from({ length: 250 }, (_, index) => `journey-${index}`);
      const journal: Commit['journal'] = journeys.map((journey) => ({
        kind: 'not-entered',
        at,
        customer: 'ada',
        journey,
        event: 'start',
        reason: 'condition',
        because: 'So.',
      }));
      const [many, bob] = [commit('ada', 1, { journal }), arriving('bob')];
      for (let time = 0; time < 2; time++) await take(many, bob);
      for (const journey of ['journey-0', 'journey-249', 'renewal'])
        expect(await counts.of(journey, DAYS)).toMatchObject([{ count: 1 }]);
    });
  });
};

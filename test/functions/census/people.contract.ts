import { expect, it } from 'vitest';
import type { Resting } from '../../../functions/shared/stores/people.ts';
import { arriving, commit, DAY, DAYS, enrolment, type OpenCensus, T } from './support.ts';

const everybody = { journey: 'renewal', step: 'wait' };
const idsOf = (items: readonly Resting[]) => items.map(({ customer }) => customer);

/** Whom every storage of a census lists where they rest. */
export const peopleContract = (opened: OpenCensus): void => {
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
    const of = async (reason: string, from: number, until: number) =>
      idsOf((await people.at({ ...everybody, held: reason, due: { from, until } }, { count: 9 })).items);
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
};

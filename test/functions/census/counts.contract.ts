import { expect, it } from 'vitest';
import { CountedMeanwhile } from '../../../functions/census/ports.ts';
import type { Commit } from '../../../functions/census/schema.ts';
import { arriving, at, commit, DAY, DAYS, enrolment, type OpenCensus, T } from './support.ts';

/** What every storage of a census counts. */
export const countsContract = (opened: OpenCensus): void => {
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
    const heardEnrolment = enrolment({ at: 'listen', visit: 3, answer: 'heard' });
    await take(
      commit('ada', 5, { enrolments: { e: heardEnrolment }, before: { version: 5, enrolments: { e: stood } } }),
      // Something else happens meanwhile: it was heard before.
      commit('ada', 6, {
        enrolments: { e: { ...heardEnrolment, due: T + 5 } },
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
    const again = storage.ledger.count('shard', mark, { last: '1', parts: 0 }, { counts: [], resting: [], crowds: [] });
    await expect(again).rejects.toThrow(CountedMeanwhile);
    const other = await storage.ledger.markOf('other');
    await storage.ledger.count('other', other, { parts: 1 }, { counts: [], resting: [], crowds: [] });
    await storage.ledger.count('other', { parts: 1 }, { last: '7', parts: 0 }, { counts: [], resting: [], crowds: [] });
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
};
